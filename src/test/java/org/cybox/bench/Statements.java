package org.cybox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Counts what the database is really asked, by its own log. Begin and commit are no statements, as in the house's budget. */
final class Statements {

    private static final Pattern STATEMENT =
            Pattern.compile("^LOG:  (?:execute [^:]*|statement): (?!BEGIN|COMMIT|ROLLBACK|select '(?:mark|$))(?i:.*)$");

    private final Installation installation;
    private final AtomicInteger marks = new AtomicInteger();

    Statements(Installation installation) {
        this.installation = installation;
    }

    /** Lets the database write a log of its own from its next start on; silent until {@link #of}. */
    void prepare() throws SQLException {
        set("logging_collector = on", "log_filename = 'bench.log'", "log_line_prefix = ''", "log_rotation_size = 0");
    }

    /** @return the statements of the cheapest of some requests, since the first fills caches */
    List<String> of(Runnable request) throws SQLException {
        set("log_statement = 'all'");
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            Installation.pause(300);
            List<String> least = List.of();
            for (int i = 0; i < 5; i++) {
                String before = mark(statement);
                request.run();
                List<String> these = between(before, mark(statement));
                least = i == 0 || these.size() < least.size() ? these : least;
            }
            return least;
        } finally {
            set("log_statement = 'none'");
            Installation.pause(300);
        }
    }

    private String mark(Statement statement) throws SQLException {
        String mark = "mark " + marks.incrementAndGet() + " of the bench";
        statement.execute("select '" + mark + "'");
        return mark;
    }

    private List<String> between(String from, String to) {
        for (int i = 0; i < 100; i++) {
            String log = log();
            int end = log.indexOf(to);
            if (end >= 0) {
                return log.substring(log.indexOf(from), end)
                        .lines()
                        .filter(line -> STATEMENT.matcher(line).matches())
                        .toList();
            }
            Installation.pause(50);
        }
        throw new IllegalStateException("the database writes no log");
    }

    private String log() {
        Path file = installation.home().resolve("postgres/log/bench.log");
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void set(String... settings) throws SQLException {
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            for (String setting : settings) {
                statement.execute("alter system set " + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
    }
}
