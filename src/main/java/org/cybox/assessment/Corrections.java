package org.cybox.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cybox.platform.data.Document;
import org.cybox.platform.data.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Right answers that were corrected after their release. The latest correction of a question holds. */
@Component
class Corrections {

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param everyone whatever was answered gets all points; {@code key} is not looked at
     * @param digests of the wordings of the question that it holds for
     */
    record Correction(
            UUID id,
            UUID courseId,
            UUID blockId,
            String questionId,
            boolean everyone,
            Given key,
            Digests digests,
            String reason,
            UUID personId,
            Instant at) {}

    record Digests(List<String> list) implements Document {
        Digests {
            list = list == null ? List.of() : List.copyOf(list);
        }
    }

    /** Newest first. */
    List<Correction> of(UUID block) {
        return jdbc.sql("""
                        select id, course_id, block_id, question_id, everyone, key, digests, reason, person_id, at
                        from assessment.correction
                        where block_id = :block
                        order by at desc, id desc
                        """).param("block", block).query(Correction.class).list();
    }

    Optional<Correction> find(UUID id) {
        return jdbc.sql("""
                        select id, course_id, block_id, question_id, everyone, key, digests, reason, person_id, at
                        from assessment.correction
                        where id = :id
                        """).param("id", id).query(Correction.class).optional();
    }

    /** By test, newest first. */
    Map<UUID, List<Correction>> of(Collection<UUID> blocks) {
        return jdbc.sql("""
                        select id, course_id, block_id, question_id, everyone, key, digests, reason, person_id, at
                        from assessment.correction
                        where block_id = any(:blocks)
                        order by at desc, id desc
                        """).param("blocks", blocks.toArray(UUID[]::new)).query(Correction.class).list().stream()
                .collect(Collectors.groupingBy(Correction::blockId));
    }

    void insert(Correction correction) {
        jdbc.sql("""
                        insert into assessment.correction (id, course_id, block_id, question_id, everyone, key, digests,
                                                           reason, person_id, at)
                        values (:id, :course, :block, :question, :everyone, :key::jsonb, :digests::jsonb, :reason, :person, :at)
                        """)
                .param("id", correction.id())
                .param("course", correction.courseId())
                .param("block", correction.blockId())
                .param("question", correction.questionId())
                .param("everyone", correction.everyone())
                .param("key", Json.write(correction.key()))
                .param("digests", Json.write(correction.digests()))
                .param("reason", correction.reason())
                .param("person", correction.personId())
                .param("at", Timestamp.from(correction.at()))
                .update();
    }

    /** The rules by which a version of the test is marked now. */
    Marking marking(UUID block, TestContent content) {
        return marking(content, of(block));
    }

    /** @param corrections of that test, newest first */
    static Marking marking(TestContent content, List<Correction> corrections) {
        Map<String, Correction> latest = new HashMap<>();
        for (Correction correction : corrections) {
            content.question(correction.questionId())
                    .map(Question::digest)
                    .filter(correction.digests().list()::contains)
                    .ifPresent(digest -> latest.putIfAbsent(correction.questionId(), correction));
        }
        return new Marking(content, latest);
    }

    /** A test with the corrections that hold for it. */
    record Marking(TestContent content, Map<String, Correction> corrections) {

        Given key(Question question) {
            return correction(question)
                    .filter(correction -> !correction.everyone())
                    .map(Correction::key)
                    .orElseGet(question::key);
        }

        Optional<Correction> correction(Question question) {
            return Optional.ofNullable(corrections.get(question.id()));
        }

        int points(Question question, Given given) {
            boolean gift = correction(question).filter(Correction::everyone).isPresent();
            return gift
                    ? question.worth()
                    : given.blank() ? 0 : question.mark(given, key(question)).points(question.worth());
        }

        /** @param answers by question */
        Attempt.Marks marks(Map<String, Given> answers) {
            Map<String, Integer> points = new HashMap<>();
            content.questions()
                    .forEach(question -> points.put(
                            question.id(), points(question, answers.getOrDefault(question.id(), Given.NOTHING))));
            return new Attempt.Marks(points);
        }
    }
}
