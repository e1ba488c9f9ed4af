package org.cybox.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.cybox.bench.Wire.Reply;
import org.cybox.bench.Wire.Request;

/** The pages that are measured, each with what the bare page reads or writes instead. */
final class Pages {

    static final List<String> NAMES =
            List.of("front", "catalogue", "course", "lesson", "attempt", "answer", "progress");

    static final UUID COURSE = Data.id("course", 0, 1);
    static final UUID LESSON = Data.id("block", 0, 1, 3);

    /** Members who look at pages; those of the other scenarios come after them. */
    static final int READERS = 32;

    private static final UUID TENANT = Data.id("tenant", 0);

    private static final String ENTRIES = """
            select id, title, summary, languages, hours, address
            from catalogue.entry
            where tenant_id = ?
            order by sort_title, id
            limit 40
            """;

    private static final String PROGRESS = """
            select block_id, state, score, opened_at, seen_at, done_at
            from courses.progress
            where tenant_id = '%s' and enrolment_id = ?
            limit 40
            """.formatted(TENANT);

    private static final String ANSWERS = """
            select question_id, given, sequence, at
            from assessment.answer
            where tenant_id = '%s' and attempt_id = ?
            """.formatted(TENANT);

    private static final String WRITE = """
            insert into bench.answer values (?, 'q1', '["c1"]', now())
            on conflict (attempt_id, question_id) do update set given = excluded.given, at = excluded.at
            """;

    private static final String LEARNERS = """
            select p.id, p.name, e.state, e.done, e.total, e.seen_at, e.due_on
            from courses.enrolment e
            join people.person p on p.tenant_id = e.tenant_id and p.id = e.person_id
            where e.tenant_id = '%s' and e.course_id = ?
            order by p.sort_name, p.id
            limit 40
            """.formatted(TENANT);

    /**
     * @param request of each reader, from 1 on; @param expected status
     * @param sql of the bare page, with one parameter; @param id that parameter, by reader
     */
    record Page(
            String name, String method, int expected, IntFunction<Request> request, String sql, IntFunction<UUID> id) {

        List<Request> requests() {
            return IntStream.rangeClosed(1, READERS).mapToObj(request).toList();
        }

        int bareExpected() {
            return method.equals("GET") ? 200 : 204;
        }

        String bareMethod() {
            return method.equals("GET") ? "GET" : "POST";
        }
    }

    private final Installation installation;
    private final Map<Integer, Taker> attempts = new LinkedHashMap<>();

    Pages(Installation installation) {
        this.installation = installation;
    }

    private String host() {
        return installation.host(Data.SLUG);
    }

    private Request get(String path, String... headers) {
        List<String> all = new ArrayList<>(List.of("Accept-Encoding: gzip", "Accept-Language: en"));
        all.addAll(List.of(headers));
        return Request.get(host(), path, all.toArray(String[]::new));
    }

    /** All of them; those of a test begin an attempt for each reader and answer all its questions. */
    List<Page> all(Options options) throws SQLException {
        List<Page> pages = new ArrayList<>();
        pages.add(read("front", n -> get("/"), ENTRIES, n -> TENANT));
        pages.add(read("catalogue", n -> get("/catalogue", Data.cookie(n)), ENTRIES, n -> TENANT));
        pages.add(read("course", n -> get("/learn/" + COURSE, Data.cookie(n)), PROGRESS, Pages::enrolment));
        pages.add(lesson());
        if (options.wants("attempt") || options.wants("answer")) {
            begin();
            pages.add(read("attempt", n -> get(taker(n).path(), Data.cookie(n)), ANSWERS, n -> taker(n).attempt()));
            pages.add(new Page("answer", "PUT", 200, n -> taker(n).answer(), WRITE, n -> taker(n).attempt()));
        }
        pages.add(
                read("progress", n -> get("/courses/" + COURSE + "/learners", Data.cookie(0)), LEARNERS, n -> COURSE));
        return pages.stream().filter(page -> options.wants(page.name())).toList();
    }

    Page lesson() {
        return read("lesson", n -> get("/learn/" + COURSE + "/" + LESSON, Data.cookie(n)), PROGRESS, Pages::enrolment);
    }

    Page catalogue() {
        return read("catalogue", n -> get("/catalogue", Data.cookie(n)), ENTRIES, n -> TENANT);
    }

    private static Page read(String name, IntFunction<Request> request, String sql, IntFunction<UUID> id) {
        return new Page(name, "GET", 200, request, sql, id);
    }

    private static UUID enrolment(int reader) {
        return Data.id("enrolment", 0, reader, 1);
    }

    private Taker taker(int reader) {
        return attempts.get(reader);
    }

    private void begin() {
        Acknowledged ledger = new Acknowledged();
        IntStream.rangeClosed(1, READERS)
                .forEach(n -> attempts.put(n, new Taker(host(), n, Taker.FIRST, 20, 0, Taker.Pause.NONE, ledger)));
        Wire.run(installation.address(), List.copyOf(attempts.values()), Duration.ofSeconds(60));
        if (!ledger.problems().isEmpty()) {
            throw new IllegalStateException("tests cannot be taken: " + ledger.problems());
        }
    }

    /** The page as it comes without compression. */
    Reply plain(Page page) {
        String request = new String(page.request().apply(1).bytes(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("Accept-Encoding: gzip\r\n", "");
        Request bare = new Request(request.getBytes(java.nio.charset.StandardCharsets.UTF_8), 0);
        return Wire.once(installation.address(), bare).orElse(Reply.BROKEN);
    }
}
