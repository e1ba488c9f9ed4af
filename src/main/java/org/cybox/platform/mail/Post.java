package org.cybox.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** A message as the network knows it: text and HTML, its language, an identifier that stays the same when sent again. */
final class Post extends MimeMessage {

    private static final Session NOWHERE = Session.getInstance(new Properties());

    private final String identifier;

    /** @param sender name shown before the address; @param space slug, told to the outbox page */
    Post(MailStore.Waiting mail, String from, String sender, String space) throws MessagingException {
        super(NOWHERE);
        identifier = "<" + mail.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
        try {
            setFrom(new InternetAddress(from, line(sender), "UTF-8"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        setRecipient(Message.RecipientType.TO, recipient(mail.recipient()));
        setSubject(line(mail.subject()), StandardCharsets.UTF_8.name());
        setSentDate(Date.from(mail.createdAt()));
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("Content-Language", line(mail.language()));
        setHeader("X-Space", line(space));
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(mail.bodyText(), "plain", mail.language()));
        both.addBodyPart(part(mail.bodyHtml(), "html", mail.language()));
        setContent(both);
        saveChanges();
    }

    /** One bare address: nothing in it can add another. */
    private static InternetAddress recipient(String to) throws MessagingException {
        InternetAddress address = new InternetAddress(line(to), true);
        if (address.isGroup() || !line(to).equals(address.getAddress())) {
            throw new Transport.Rejected("not one address: " + to, new IllegalArgumentException(to));
        }
        return address;
    }

    private static MimeBodyPart part(String body, String kind, String language) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(body, StandardCharsets.UTF_8.name(), kind);
        part.setHeader("Content-Language", line(language));
        return part;
    }

    /** A line break in a header begins another header. */
    private static String line(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", identifier);
    }
}
