package org.cybox.platform.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets that the program makes for itself, one file each, readable by its own user only. Never logged. */
public final class Secrets {

    private final Path folder;

    public Secrets(Path home) {
        this.folder = home.resolve("secrets");
    }

    /** The secret of that name, 32 random bytes in hex, made when first asked for. */
    public synchronized String get(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write the secret " + file, e);
        }
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(folder);
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        Path fresh = Files.createTempFile(folder, "new", "");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(fresh, HexFormat.of().formatHex(bytes));
        Files.move(fresh, file);
    }
}
