package org.cybox.records;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger. A step is appended in the transaction that causes it. */
@Component
public class Records {

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives a person their pseudonym in this tenant, if they have none yet. Called once, when they first enrol. */
    public void introduce(UUID person) {
        jdbc.sql("""
                        insert into records.actor (id, person_id)
                        values (:id, :person)
                        on conflict (tenant_id, person_id) do nothing
                        """).param("id", Ids.next()).param("person", person).update();
    }

    /** As {@link #introduce}, for many. */
    public void introduceAll(Collection<UUID> people) {
        jdbc.sql("""
                        insert into records.actor (id, person_id)
                        select n.id, n.person_id
                        from unnest(:ids::uuid[], :people::uuid[]) as n (id, person_id)
                        on conflict (tenant_id, person_id) do nothing
                        """)
                .param("ids", people.stream().map(person -> Ids.next()).toArray(UUID[]::new))
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    /** The same step of many people. */
    public void appendAll(Collection<UUID> people, Step.Verb verb, UUID course, UUID release, Instant at) {
        jdbc.sql("""
                        insert into records.step (id, actor_id, verb, course_id, release_id, at)
                        select n.id, a.id, :verb, :course, :release, :at
                        from unnest(:ids::uuid[], :people::uuid[]) as n (id, person_id)
                        join records.actor a on a.person_id = n.person_id
                        """)
                .param("ids", people.stream().map(person -> Ids.next()).toArray(UUID[]::new))
                .param("people", people.toArray(UUID[]::new))
                .param("verb", verb.word())
                .param("course", course)
                .param("release", release)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @return identifier of the step; throws when the person was never introduced */
    public UUID append(Step step) {
        UUID id = Ids.next();
        int rows = jdbc.sql("""
                        insert into records.step (id, actor_id, verb, course_id, release_id, block_id, attempt_id,
                                                  score, score_max, passed, by_actor, reason, at)
                        select :id, a.id, :verb, :course, :release, :block, :attempt, :score, :scoreMax, :passed,
                               (select b.id from records.actor b where b.person_id = :by), :reason, :at
                        from records.actor a
                        where a.person_id = :person
                        """)
                .param("id", id)
                .param("verb", step.verb().word())
                .param("course", step.course())
                .param("release", step.release())
                .param("block", step.block())
                .param("attempt", step.attempt())
                .param("score", step.score(), java.sql.Types.INTEGER)
                .param("scoreMax", step.scoreMax(), java.sql.Types.INTEGER)
                .param("passed", step.passed(), java.sql.Types.BOOLEAN)
                .param("by", step.by(), java.sql.Types.OTHER)
                .param("reason", step.reason())
                .param("at", Timestamp.from(step.at()))
                .param("person", step.person())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("a step of somebody without a pseudonym");
        }
        return id;
    }

    /** A recorded step as people read it. @param by who did it for the learner, null for themselves */
    public record Told(
            String verb,
            @Nullable UUID blockId,
            @Nullable Integer score,
            @Nullable Integer scoreMax,
            @Nullable Boolean passed,
            @Nullable UUID by,
            String reason,
            Instant at) {}

    /** What one person did in a course, newest first. */
    public List<Told> of(UUID course, UUID person, int limit) {
        return jdbc.sql("""
                        select s.verb, s.block_id, s.score, s.score_max, s.passed, b.person_id as by, s.reason, s.at
                        from records.step s
                        join records.actor a on a.tenant_id = s.tenant_id and a.id = s.actor_id
                        left join records.actor b on b.tenant_id = s.tenant_id and b.id = s.by_actor
                        where s.course_id = :course
                          and a.person_id = :person
                        order by s.id desc
                        limit :limit
                        """)
                .param("course", course)
                .param("person", person)
                .param("limit", limit)
                .query(Told.class)
                .list();
    }

    private record Row(
            UUID id,
            UUID person,
            String verb,
            UUID course,
            @Nullable UUID release,
            @Nullable UUID block,
            @Nullable UUID attempt,
            @Nullable Integer score,
            @Nullable Integer scoreMax,
            @Nullable Boolean passed,
            @Nullable UUID by,
            String reason,
            Instant at) {

        static Row of(Step step) {
            return new Row(
                    Ids.next(),
                    step.person(),
                    step.verb().word(),
                    step.course(),
                    step.release(),
                    step.block(),
                    step.attempt(),
                    step.score(),
                    step.scoreMax(),
                    step.passed(),
                    step.by(),
                    step.reason(),
                    step.at());
        }
    }

    /** Many steps in one statement; throws when one is of a person who was never introduced. */
    public void append(List<Step> steps) {
        int rows = jdbc.sql("""
                        insert into records.step (id, actor_id, verb, course_id, release_id, block_id, attempt_id,
                                                  score, score_max, passed, by_actor, reason, at)
                        select r."id", a.id, r."verb", r."course", r."release", r."block", r."attempt", r."score",
                               r."scoreMax", r."passed", b.id, r."reason", r."at"
                        from jsonb_to_recordset(:rows::jsonb)
                             as r("id" uuid, "person" uuid, "verb" text, "course" uuid, "release" uuid, "block" uuid,
                                  "attempt" uuid, "score" int, "scoreMax" int, "passed" boolean, "by" uuid,
                                  "reason" text, "at" timestamptz)
                        join records.actor a on a.person_id = r."person"
                        left join records.actor b on b.person_id = r."by"
                        """)
                .param("rows", Json.write(steps.stream().map(Row::of).toList()))
                .update();
        if (rows != steps.size()) {
            throw new IllegalStateException("a step of somebody without a pseudonym");
        }
    }

    /** A recorded step as a rebuild reads it. */
    public record Recorded(
            UUID personId,
            String verb,
            UUID courseId,
            @Nullable UUID releaseId,
            @Nullable UUID blockId,
            @Nullable Integer score,
            @Nullable Integer scoreMax,
            @Nullable Boolean passed,
            boolean byHand,
            Instant at) {}

    /** Everything recorded in a course, person by person, oldest first: to rebuild progress from. */
    public List<Recorded> ofCourse(UUID course) {
        return jdbc.sql("""
                        select a.person_id, s.verb, s.course_id, s.release_id, s.block_id, s.score, s.score_max, s.passed,
                               s.by_actor is not null as by_hand, s.at
                        from records.step s
                        join records.actor a on a.id = s.actor_id
                        where s.course_id = :course
                        order by a.person_id, s.at, s.id
                        """).param("course", course).query(Recorded.class).list();
    }
}
