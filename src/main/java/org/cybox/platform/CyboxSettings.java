package org.cybox.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the operator decides before the program starts. Everything comes from the environment (see application.yaml).
 *
 * @param data folder for the database, the files and the outbox
 * @param mode {@code demo} or {@code production}; production never creates demo content and never shows the outbox
 * @param address public address of the bare host, for links in mails: scheme, host and port, no path
 */
@Validated
@ConfigurationProperties("cybox")
public record CyboxSettings(
        @NotNull Path data,

        @DefaultValue("demo") @Pattern(regexp = "demo|production", message = "CYBOX_MODE is demo or production")
        String mode,

        @NotNull URI address,
        @DefaultValue Database database) {

    /** @param url JDBC address of a PostgreSQL 15 or newer, or blank for the one that the program runs itself */
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("16") int connections) {

        public boolean embedded() {
            return url.isBlank();
        }
    }

    public boolean production() {
        return mode.equals("production");
    }

    /** Host name of the programme's own space, without port. */
    public @NotBlank String bareHost() {
        return address.getHost();
    }
}
