package org.cybox.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** The way out: a server, or the outbox of a demonstration. */
sealed interface Transport permits SmtpTransport, OutboxFolder {

    /** Throws when it did not go; what nobody can mend by trying again is {@link Rejected}. */
    void send(MimeMessage message) throws MessagingException;

    /** The other side does not want it, today or tomorrow. */
    final class Rejected extends MessagingException {
        Rejected(String reason, Exception cause) {
            super(reason, cause);
        }
    }
}
