package org.cybox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.bench.Wire.Reply;
import org.cybox.bench.Wire.Request;
import org.cybox.testing.Eventually;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No room is left: a file of the database or an upload meets a limit of the operating system, which any machine has.
 * Whoever saves is told so, nothing acknowledged is lost, nothing half stays, and when there is room again everything
 * goes on in the same process.
 */
class FullDiskTest {

    /** Not a whole number of the database's pages, so that one is cut in the middle. */
    private static final int KILOBYTES = 40 * 1024 + 3;

    private static final String MANAGER = Data.cookie(0);

    private static Installation installation;

    @BeforeAll
    static void furnish() throws Exception {
        installation = Installation.narrow(KILOBYTES, List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"));
        installation.start();
        Data data = new Data(installation);
        data.prepare();
        data.make(0, 0, Data.Size.SMALL);
        // The program hears of the new space by a message of the database.
        Eventually.isTrue("the space is open", () -> get("/", "").status() == 200);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void anAnswerIsNotAcknowledgedUntilThereIsRoomAgain() throws SQLException {
        int learner = 30;
        String cookie = Data.cookie(learner);
        String attempt = post(Taker.LAST + "/attempts", "", cookie, 303).header("Location");
        Document page = html(get(attempt, cookie));
        List<String> questions = page.select("[data-question]").eachAttr("data-question");
        put(attempt, page, questions.get(0), cookie, 200);

        fill("assessment.answer", """
                insert into assessment.answer (tenant_id, attempt_id, question_id, given, sequence, late, at)
                select gen_random_uuid(), gen_random_uuid(), 'q', to_jsonb(repeat('x', %d)), 1, false, now()
                from generate_series(1, %d)
                """);
        Reply refused = put(attempt, page, questions.get(1), cookie, 507);
        assertThat(refused.text()).contains("The server’s disk is full").contains("\"status\":507");
        assertThat(refused.header("Retry-After")).isEqualTo("5");

        FormElement form = form(page, attempt);
        form.select("[data-question=" + questions.get(1) + "] input[name^=a.]")
                .first()
                .attr("checked", "checked");
        Reply without = post(attempt, encoded(form), cookie, 507);
        assertThat(without.text()).contains("The server’s disk is full");
        FormElement again = form(html(without), attempt);
        assertThat(again.formData()).extracting(KeyVal::key).contains("a." + questions.get(1));
        assertThat(answered(attempt)).containsExactly(questions.get(0));

        room("assessment.answer");
        post(attempt, encoded(again), cookie, 303);
        put(attempt, page, questions.get(2), cookie, 200);
        assertThat(answered(attempt)).contains(questions.get(0), questions.get(1), questions.get(2));
    }

    @Test
    void aLessonIsNotSavedButItsWordsAreKept() throws SQLException {
        String editor = "/courses/" + Data.id("course", 0, 2) + "/activities/" + Data.id("block", 0, 2, 1) + "/page";
        fill("courses.activity_history", """
                insert into courses.activity_history
                    (tenant_id, id, activity_id, course_id, revision, title, content, changed_at)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, '{}',
                       to_jsonb(repeat('x', %d)), now()
                from generate_series(1, %d)
                """);
        FormElement form = form(html(get(editor, MANAGER)), editor);
        form.select("[name=text.en]").first().text("<p>Written with care.</p>");
        Reply refused = post(editor, encoded(form), MANAGER, 507);
        assertThat(refused.text()).contains("The server’s disk is full").contains("Try again");
        FormElement again = form(html(refused), editor);
        assertThat(again.select("[name=text.en]").attr("value")).isEqualTo("<p>Written with care.</p>");
        assertThat(get(editor, MANAGER).text()).doesNotContain("Written with care.");

        room("courses.activity_history");
        post(editor, encoded(again), MANAGER, 303);
        assertThat(get(editor, MANAGER).text()).contains("Written with care.");
    }

    @Test
    void anUploadLeavesNoHalfFile() throws IOException {
        String section = "/courses/" + Data.id("course", 0, 3) + "/sections/" + Data.id("section", 0, 3, 1);
        FormElement form = form(html(get(section, MANAGER)), section);
        form.select("[name=title.en]").attr("value", "Typed beside a file");
        Reply refused = upload(section, form, "x".repeat((KILOBYTES + 4_000) * 1024));
        assertThat(refused.status()).isEqualTo(507);
        assertThat(refused.text()).contains("The server’s disk is full");
        assertThat(kept()).as("files that stayed").isEmpty();

        assertThat(upload(section, form, "y".repeat(600_000)).status()).isEqualTo(303);
        assertThat(kept()).hasSize(1);
        assertThat(get(section, MANAGER).text()).contains("Typed beside a file").contains("notes.txt");
    }

    /** What lies in the store and on its way there. */
    private static List<Path> kept() throws IOException {
        Path store = Files.createDirectories(installation.home().resolve("files"));
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Reply upload(String address, FormElement form, String bytes) {
        String line = "------cybox-boundary";
        StringBuilder body = new StringBuilder();
        for (KeyVal field : form.formData()) {
            if (!field.key().equals("file")) {
                body.append(line)
                        .append("\r\nContent-Disposition: form-data; name=\"")
                        .append(field.key());
                body.append("\"\r\n\r\n").append(field.value()).append("\r\n");
            }
        }
        body.append(line).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n");
        body.append("Content-Type: text/plain\r\n\r\n")
                .append(bytes)
                .append("\r\n")
                .append(line)
                .append("--\r\n");
        return send("POST", address, body.toString(), MANAGER, "multipart/form-data; boundary=----cybox-boundary");
    }

    /** Rows of nobody until not one more goes in, large ones first. They are undone at once, but their room stays taken. */
    private static void fill(String table, String insert) throws SQLException {
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("alter table " + table + " set (autovacuum_enabled = off)");
            for (int[] step : new int[][] {{1800, 500}, {300, 10}, {0, 1}}) {
                statement.execute("do $$ begin loop " + String.format(insert, step[0], step[1])
                        + "; end loop; exception when others then if sqlerrm not like '%could not extend%' then raise; end if;"
                        + " end $$");
            }
        }
    }

    private static void room(String table) throws SQLException {
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("vacuum " + table);
        }
    }

    private static List<String> answered(String attempt) throws SQLException {
        List<String> questions = new ArrayList<>();
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement();
                var rows = statement.executeQuery("select question_id from assessment.answer where attempt_id = '"
                        + attempt.replaceAll(".*/", "") + "'")) {
            while (rows.next()) {
                questions.add(rows.getString(1));
            }
        }
        return questions;
    }

    private static FormElement form(Document page, String action) {
        return page.select("form[method=post]").stream()
                .filter(form -> form.attr("action").startsWith(action))
                .map(FormElement.class::cast)
                .filter(form -> form.formData().size() > 1)
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(FormElement form) {
        return form.formData().stream()
                .map(field -> URLEncoder.encode(field.key(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Document html(Reply reply) {
        return Jsoup.parse(reply.text(), "http://" + installation.host(Data.SLUG));
    }

    private static Reply get(String path, String cookie) {
        return send("GET", path, "", cookie, "text/plain");
    }

    private static Reply put(String attempt, Document page, String question, String cookie, int status) {
        String value = page.select("[data-question=" + question + "] input[value]")
                .last()
                .val();
        String json = "{\"values\":[\"" + value + "\"],\"noted\":" + System.currentTimeMillis() + "}";
        Reply reply = send("PUT", attempt + "/answers/" + question, json, cookie, "application/json");
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        return reply;
    }

    private static Reply post(String path, String body, String cookie, int status) {
        Reply reply = send("POST", path, body, cookie, "application/x-www-form-urlencoded");
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        return reply;
    }

    private static Reply send(String method, String path, String body, String cookie, String type) {
        String accept = "Accept: " + (type.equals("application/json") ? type : "text/html");
        Request request =
                Request.of(method, installation.host(Data.SLUG), path, body, cookie, "Content-Type: " + type, accept);
        return Wire.once(installation.address(), request).orElseThrow();
    }
}
