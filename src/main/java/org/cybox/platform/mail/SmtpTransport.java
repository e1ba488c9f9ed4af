package org.cybox.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

final class SmtpTransport implements Transport {

    private final MailSettings settings;
    private final Session session;

    SmtpTransport(MailSettings settings) {
        this.settings = settings;
        boolean tls = settings.port() == 465;
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isBlank()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", String.valueOf(!tls && settings.starttls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(!tls && settings.starttls()));
        properties.put("mail.smtp.connectiontimeout", "15000");
        properties.put("mail.smtp.timeout", "30000");
        properties.put("mail.smtp.writetimeout", "30000");
        session = Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        });
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        try (jakarta.mail.Transport line = session.getTransport("smtp")) {
            if (settings.user().isBlank()) {
                line.connect();
            } else {
                line.connect(settings.user(), settings.password());
            }
            line.sendMessage(message, message.getAllRecipients());
        } catch (SendFailedException e) {
            throw permanent(e) ? new Rejected(String.valueOf(e.getMessage()), e) : e;
        }
    }

    /** The server knows no such address; anything else may be different in an hour. */
    private static boolean permanent(SendFailedException problem) {
        Address @Nullable [] invalid = problem.getInvalidAddresses();
        return invalid != null && invalid.length > 0;
    }
}
