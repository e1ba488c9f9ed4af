package org.cybox.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cybox.platform.data.Json;

/**
 * The rows that are measured: institutions with courses, learners and progress, made by the database's owner in a few
 * statements. Everything has an identifier that can be computed ({@link #id}). Institution 0 is the measured one.
 */
final class Data {

    static final String SLUG = "bench";

    /**
     * What one institution has.
     *
     * @param crowd further learners, in the last course only, who have done nothing yet
     * @param length of a lesson, characters at most
     */
    record Size(int courses, int blocks, int learners, int crowd, int enrolments, int progress, int length) {

        static final Size MEASURED = new Size(50, 40, 1_000, 4_200, 5, 39, 20_000);
        static final Size OTHER = new Size(5, 10, 30, 0, 2, 8, 1_000);
        /** As large as the measured one where it is asked for by number. */
        static final Size SMALL = new Size(50, 40, 2, 60, 1, 5, 2_000);
    }

    private static final String LESSONS = "seed/courses/first-responders/lessons/";
    private static final List<String> TEXTS = List.of(
            "role-of-the-first-responder",
            "what-is-electronic-evidence",
            "the-law-behind-it",
            "preparing-and-securing-the-scene",
            "live-data-scenario",
            "phones-and-small-devices",
            "documentation-custody-handover",
            "data-held-by-providers");

    private final Installation installation;

    Data(Installation installation) {
        this.installation = installation;
    }

    void prepare() throws SQLException {
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            statement.execute(resource("bench/helpers.sql"));
            try (PreparedStatement text = owner.prepareStatement("insert into bench.text values (?, ?)")) {
                for (int n = 0; n < TEXTS.size(); n++) {
                    text.setInt(1, n);
                    text.setString(2, resource(LESSONS + TEXTS.get(n) + ".en.html"));
                    text.executeUpdate();
                }
            }
            try (PreparedStatement test = owner.prepareStatement("insert into bench.test values (?)")) {
                test.setString(1, Json.write(test()));
                test.executeUpdate();
            }
        }
    }

    /** Makes institutions {@code from} to {@code to} and tells the program. */
    void make(int from, int to, Size size) throws SQLException {
        String script = resource("bench/tenants.sql")
                .replace(":from", String.valueOf(from))
                .replace(":to", String.valueOf(to))
                .replace(":courses", String.valueOf(size.courses()))
                .replace(":blocks", String.valueOf(size.blocks()))
                .replace(":crowd", String.valueOf(size.crowd()))
                .replace(":learners", String.valueOf(size.learners()))
                .replace(":enrolments", String.valueOf(size.enrolments()))
                .replace(":progress", String.valueOf(size.progress()))
                .replace(":length", String.valueOf(size.length()));
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(script);
            statement.execute("select pg_notify('cybox', 'tenant:*')");
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    static UUID id(Object... parts) {
        String text =
                String.join(":", List.of(parts).stream().map(String::valueOf).toList());
        try {
            String hex = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header that makes a request a member's of institution 0; number 0 is a manager. */
    static String cookie(int member) {
        return "Cookie: __Host-session=bench-0-" + member;
    }

    private static Map<String, Object> test() {
        return Map.of(
                "purpose",
                "post",
                "timeLimitMinutes",
                120,
                "passMark",
                60,
                "shuffleQuestions",
                true,
                "shuffleAnswers",
                true,
                "questionsPerPage",
                5,
                "feedback",
                "afterSubmit",
                "questions",
                IntStream.rangeClosed(1, 20).mapToObj(Data::question).toList());
    }

    private static Map<String, Object> question(int n) {
        return Map.of(
                "kind",
                "single",
                "id",
                "q" + n,
                "points",
                1,
                "prompt",
                words("<p>Question " + n + ": a running computer stands at the scene. What comes first?</p>"),
                "feedback",
                words("What is seen is noted before anything is touched."),
                "choices",
                IntStream.rangeClosed(1, 4).mapToObj(c -> choice(n, c)).toList());
    }

    private static Map<String, Object> choice(int question, int c) {
        return Map.of(
                "id",
                "c" + c,
                "text",
                words("Possible step " + c + " of question " + question + ", with what it means for the case"),
                "correct",
                c == 1 + question % 4,
                "feedback",
                words(""));
    }

    private static Map<String, Object> words(String text) {
        return Map.of("original", "en", "text", text.isEmpty() ? Map.of() : Map.of("en", text), "of", Map.of());
    }

    static String resource(String name) {
        try (InputStream stream = Data.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
