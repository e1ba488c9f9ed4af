package org.cybox.platform.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail leaves.
 *
 * @param host SMTP server; blank: messages go to the folder {@code outbox} of the data folder
 * @param port 465 speaks TLS from the first byte
 * @param from address that every message comes from; the name before it is the space's
 * @param starttls required on any port but 465 unless this is false
 */
@Validated
@ConfigurationProperties("cybox.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") @Min(1) @Max(65535) int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,

        @DefaultValue("cybox@localhost")
        @Pattern(regexp = "[^@\\s<>]+@[^@\\s<>]+", message = "CYBOX_MAIL_FROM is one bare e-mail address")
        String from,

        @DefaultValue("true") boolean starttls) {

    boolean real() {
        return !host.isBlank();
    }
}
