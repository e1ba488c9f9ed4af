package org.cybox.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Without a server messages are kept as files, whole, as they would have gone. */
final class OutboxFolder implements Transport {

    private final Path folder;

    OutboxFolder(Path folder) {
        this.folder = folder;
    }

    /** Named by its identifier, which sorts by time; sent again it takes its own place. */
    @Override
    public void send(MimeMessage message) throws MessagingException {
        String name = message.getMessageID().replaceAll("^<|@.*$", "");
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "draft", "");
            try (OutputStream out = Files.newOutputStream(draft)) {
                message.writeTo(out);
            }
            Files.move(draft, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write to the outbox", e);
        }
    }
}
