package org.cybox.platform.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything; one program at a time. The lock goes with the process, however it ends. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    DataFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.path);
            channel = FileChannel.open(this.path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked()) {
                channel.close();
                throw new CannotStart("Another CYBOX already runs on " + this.path
                        + ". Stop it first, or set CYBOX_DATA to another folder.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data folder " + this.path, e);
        }
    }

    private boolean locked() throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
