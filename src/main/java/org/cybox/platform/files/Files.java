package org.cybox.platform.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cybox.platform.CyboxSettings;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Outage;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Refused;
import org.springframework.stereotype.Component;

/**
 * Files that people bring. The bytes are kept once under their SHA-256, written whole or not at all; the row of the
 * tenant says what they are called and who may open them.
 */
@Component
public class Files {

    /** 250 MB. */
    public static final long LARGEST = 250L * 1024 * 1024;

    private final Path folder;
    private final FileStore store;
    private final Work work;

    Files(CyboxSettings settings, FileStore store, Work work) {
        this.folder = settings.data().toAbsolutePath().normalize().resolve("files");
        this.store = store;
        this.work = work;
    }

    /**
     * Takes a file in. Refused in field {@code file} when it is empty, larger than 250 MB, or the disk is full.
     *
     * @param in read to its end, not closed
     * @param name as the sender called it
     * @param person whose it is when the audience is one person, otherwise {@code Visitor.NOBODY}
     */
    public StoredFile store(InputStream in, String name, Audience audience, UUID person) {
        String clean = FileNames.clean(name);
        Bytes bytes = take(in, clean);
        return insert(
                new StoredFile(Ids.next(), bytes.sha256(), clean, bytes.mediaType(), bytes.length(), audience.word()),
                person);
    }

    /**
     * A row for bytes that are in the store already, such as those of an offered release.
     *
     * @param bytes their number
     */
    public StoredFile adopt(String sha256, String name, String mediaType, long bytes, Audience audience) {
        if (!java.nio.file.Files.exists(path(sha256))) {
            throw new IllegalArgumentException("there are no such bytes in the store: " + sha256);
        }
        return insert(
                new StoredFile(Ids.next(), sha256, FileNames.clean(name), mediaType, bytes, audience.word()),
                FileStore.NOBODY);
    }

    private StoredFile insert(StoredFile file, UUID person) {
        return work.here(() -> {
            store.insert(file, person);
            return file;
        });
    }

    public Optional<StoredFile> find(UUID id) {
        return store.find(id);
    }

    public Map<UUID, StoredFile> all(Collection<UUID> ids) {
        return store.all(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /** To be closed by the caller. */
    public InputStream open(StoredFile file) {
        try {
            return java.nio.file.Files.newInputStream(path(file.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the bytes lie. */
    public Path path(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
        return folder.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private record Bytes(String sha256, String mediaType, long length) {}

    private Bytes take(InputStream in, String name) {
        try {
            Path incoming = java.nio.file.Files.createDirectories(folder.resolve("incoming"));
            Path draft = java.nio.file.Files.createTempFile(incoming, "file", "");
            try {
                return keep(draft, copy(new Sender(in), draft), name);
            } finally {
                java.nio.file.Files.deleteIfExists(draft);
            }
        } catch (Sender.Broken e) {
            throw new UncheckedIOException(e.reason());
        } catch (IOException e) {
            if (Outage.of(e) == Outage.FULL || folder.toFile().getUsableSpace() == 0) {
                throw new Refused("file", "platform.file.diskFull");
            }
            throw new UncheckedIOException(e);
        }
    }

    /** The digest of what was copied, safe on the disk when this returns. */
    private static MessageDigest copy(InputStream in, Path draft) throws IOException {
        MessageDigest digest = sha256();
        long total = 0;
        byte[] part = new byte[1 << 16];
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                total += n;
                if (total > LARGEST) {
                    throw new Refused("file", "platform.file.tooLarge", "250 MB");
                }
                digest.update(part, 0, n);
                ByteBuffer rest = ByteBuffer.wrap(part, 0, n);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
            }
            out.force(true);
        }
        if (total == 0) {
            throw new Refused("file", "platform.file.empty");
        }
        return digest;
    }

    private Bytes keep(Path draft, MessageDigest digest, String name) throws IOException {
        String sha256 = HexFormat.of().formatHex(digest.digest());
        String type = MediaTypes.detect(draft, name);
        long length = java.nio.file.Files.size(draft);
        Path place = path(sha256);
        if (!java.nio.file.Files.exists(place)) {
            Path parent = java.nio.file.Files.createDirectories(place.resolveSibling(""));
            try {
                java.nio.file.Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException e) {
                return new Bytes(sha256, type, length);
            }
            settle(parent);
        }
        return new Bytes(sha256, type, length);
    }

    /** The entry of the folder reaches the disk too; where a system cannot do that, it does so by itself. */
    private static void settle(Path parent) {
        try (FileChannel entry = FileChannel.open(parent, StandardOpenOption.READ)) {
            entry.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells a sender who broke off from a disk that is full. */
    private static final class Sender extends FilterInputStream {

        Sender(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] part, int from, int length) throws IOException {
            try {
                return super.read(part, from, length);
            } catch (IOException e) {
                throw new Broken(e);
            }
        }

        private static final class Broken extends IOException {
            private final IOException reason;

            Broken(IOException reason) {
                super(reason);
                this.reason = reason;
            }

            IOException reason() {
                return reason;
            }
        }
    }
}
