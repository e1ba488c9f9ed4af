package org.cybox.courses;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.cybox.platform.data.Json;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/**
 * A course as one file: a ZIP with {@code course.json} and {@code files/<sha256>}. The same course gives the same bytes.
 * What comes in may be damaged or hostile: nothing is believed before it was counted and its check sum compared.
 */
@Component
public class CourseArchive {

    private static final String OUTLINE = "course.json";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int MOST_ENTRIES = 3_000;
    private static final long LARGEST_OUTLINE = 30L * 1024 * 1024;
    private static final long LARGEST = 1024L * 1024 * 1024;

    private final Files files;
    private final Kinds kinds;

    CourseArchive(Files files, Kinds kinds) {
        this.files = files;
        this.kinds = kinds;
    }

    /** @param out not closed */
    public void write(Transfers.Export export, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        begin(zip, OUTLINE);
        zip.write(Json.MAPPER.writeValueAsBytes(export.packed()));
        zip.closeEntry();
        for (Map.Entry<String, StoredFile> file : export.files().entrySet()) {
            begin(zip, "files/" + file.getKey());
            try (InputStream in = files.open(file.getValue())) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /** What was read. @param files what the package's files are called here */
    record Read(CoursePackage packed, Map<UUID, UUID> files) {}

    /** Stores the files and gives the outline; refused in field {@code file} with what is wrong. */
    Read read(Path path) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            check(zip);
            CoursePackage packed = outline(zip);
            packed.blocks()
                    .map(CoursePackage.Block::kind)
                    .filter(kind -> kinds.find(String.valueOf(kind)).isEmpty())
                    .findFirst()
                    .ifPresent(kind -> {
                        throw new Refused("file", "courses.import.kind", said(String.valueOf(kind)));
                    });
            return new Read(packed, store(zip, packed));
        } catch (ZipException e) {
            throw new Refused("file", "courses.import.notZip");
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("file", "courses.import.notZip");
        }
    }

    private static void check(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES) {
            throw new Refused("file", "courses.import.large");
        }
        Set<String> names = new HashSet<>();
        zip.stream().forEach(entry -> {
            String name = entry.getName();
            if (!(name.equals(OUTLINE) || name.matches("files/[0-9a-f]{64}")) || !names.add(name)) {
                throw new Refused("file", "courses.import.path", said(name));
            }
        });
        if (!names.contains(OUTLINE)) {
            throw new Refused("file", "courses.import.format");
        }
    }

    private static CoursePackage outline(ZipFile zip) throws IOException {
        byte[] json;
        try (InputStream in = zip.getInputStream(zip.getEntry(OUTLINE))) {
            json = in.readNBytes((int) LARGEST_OUTLINE + 1);
        }
        if (json.length > LARGEST_OUTLINE) {
            throw new Refused("file", "courses.import.large");
        }
        try {
            CoursePackage packed = Json.MAPPER.readValue(json, CoursePackage.class);
            if (packed == null || !packed.format().equals(CoursePackage.FORMAT)) {
                throw new Refused("file", "courses.import.format");
            }
            return packed;
        } catch (tools.jackson.core.JacksonException e) {
            throw new Refused("file", "courses.import.damaged");
        }
    }

    /** Twice over the bytes: counted and compared first, kept only then. What a header says of its size is not believed. */
    private Map<UUID, UUID> store(ZipFile zip, CoursePackage packed) throws IOException {
        long total = 0;
        List<CoursePackage.PackedFile> all = packed.files();
        for (CoursePackage.PackedFile file : all) {
            total += measured(zip, file, LARGEST - total);
        }
        Map<UUID, UUID> replaced = new HashMap<>();
        for (CoursePackage.PackedFile file : all) {
            try (InputStream in = zip.getInputStream(entry(zip, file))) {
                Audience audience = "trainers".equals(file.audience()) ? Audience.TRAINERS : Audience.MEMBERS;
                StoredFile stored = files.store(in, String.valueOf(file.name()), audience, Visitor.NOBODY);
                replaced.put(file.id(), stored.id());
            }
        }
        return replaced;
    }

    private static long measured(ZipFile zip, CoursePackage.PackedFile file, long most) throws IOException {
        MessageDigest digest = sha256();
        long length = 0;
        byte[] part = new byte[1 << 16];
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry(zip, file)), digest)) {
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                length += n;
                if (length > Math.min(most, Files.LARGEST)) {
                    throw new Refused("file", "courses.import.large");
                }
            }
        }
        if (length == 0 || !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            throw new Refused("file", "courses.import.hash", said(String.valueOf(file.name())));
        }
        return length;
    }

    private static ZipEntry entry(ZipFile zip, CoursePackage.PackedFile file) {
        ZipEntry entry = file == null || file.id() == null ? null : zip.getEntry("files/" + file.sha256());
        if (entry == null) {
            throw new Refused(
                    "file", "courses.import.fileMissing", file == null ? "" : said(String.valueOf(file.name())));
        }
        return entry;
    }

    /** A name out of a foreign file, fit to be said in a sentence. */
    private static String said(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}]", " ");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
