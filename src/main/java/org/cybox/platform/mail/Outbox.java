package org.cybox.platform.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.cybox.platform.CyboxSettings;
import org.springframework.stereotype.Component;

/** What a demonstration would have sent, for its operator. Empty in production. */
@Component
public class Outbox {

    private final Path folder;
    private final boolean open;

    Outbox(CyboxSettings settings) {
        this.folder = folder(settings);
        this.open = !settings.production();
    }

    static Path folder(CyboxSettings settings) {
        return settings.data().toAbsolutePath().normalize().resolve("outbox");
    }

    /** @param id name of its file without the ending; @param space slug of the tenant in whose name it went */
    public record Message(
            String id,
            String to,
            String subject,
            String space,
            String language,
            Instant at,
            String text,
            String html) {}

    /** False in production, where mail goes to a server and to nobody else. */
    public boolean open() {
        return open;
    }

    /** Newest first. @param before identifier of the last one seen, or blank */
    public List<Message> list(String before, int most) {
        if (!open || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .filter(id -> before.isBlank() || id.compareTo(before) < 0)
                    .sorted(Comparator.reverseOrder())
                    .limit(most)
                    .map(this::find)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Message> find(String id) {
        Optional<Path> file = file(id);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            return Optional.of(read(id, new MimeMessage(Session.getInstance(new Properties()), in)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file itself, as it would have gone. */
    public Optional<Path> file(String id) {
        return open && id.matches("[0-9a-f-]{36}")
                ? Optional.of(folder.resolve(id + ".eml")).filter(Files::exists)
                : Optional.empty();
    }

    private static Message read(String id, MimeMessage message) throws MessagingException, IOException {
        MimeMultipart both = (MimeMultipart) message.getContent();
        return new Message(
                id,
                ((InternetAddress) message.getAllRecipients()[0]).getAddress(),
                Optional.ofNullable(message.getSubject()).orElse(""),
                header(message, "X-Space"),
                header(message, "Content-Language"),
                message.getSentDate().toInstant(),
                body(both.getBodyPart(0)),
                body(both.getBodyPart(1)));
    }

    private static String body(BodyPart part) throws MessagingException, IOException {
        return String.valueOf(part.getContent());
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return Optional.ofNullable(message.getHeader(name, null)).orElse("");
    }
}
