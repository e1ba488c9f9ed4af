package org.cybox.certification;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CertificateStore {

    private static final String COLUMNS = """
            select id, number, code, kind, course_id, release_id, person_id, holder, surname, course_title, release_number,
                   release_hash, hours, outcomes, completed_on, issued_at, language, sheet, state, reason, replaced_by, file_id
            from certification.certificate
            """;

    private final JdbcClient jdbc;

    CertificateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Certificate> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Certificate.class)
                .optional();
    }

    List<Certificate> ofPerson(UUID person) {
        return jdbc.sql(COLUMNS + " where person_id = :person order by issued_at desc")
                .param("person", person)
                .query(Certificate.class)
                .list();
    }

    /** Newest first, before the given one. @param holder lower-case beginning of the name, or blank */
    List<Certificate> page(Instant before, UUID beforeId, String state, String holder, int size) {
        return jdbc.sql(COLUMNS + """
                         where (issued_at, id) < (:before, :beforeId)
                           and (:state = '' or state = :state)
                           and (:holder = '' or sort_holder like :holder || '%')
                         order by issued_at desc, id desc
                         limit :size
                        """)
                .param("before", Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("state", state)
                .param("holder", holder.replaceAll("[%_\\\\]", ""))
                .param("size", size)
                .query(Certificate.class)
                .list();
    }

    /** Which of these people hold a valid certificate of that kind for a course. */
    List<UUID> holders(UUID course, String kind, Collection<UUID> people) {
        return jdbc.sql("""
                        select person_id
                        from certification.certificate
                        where course_id = :course and kind = :kind and state = 'valid' and person_id = any(:people)
                        """)
                .param("course", course)
                .param("kind", kind)
                .param("people", people.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** Takes {@code count} numbers of the year's series. @return the last of them */
    int takeNumbers(int year, int count) {
        return jdbc.sql("""
                        insert into certification.counter (year, last)
                        values (:year, :count)
                        on conflict (tenant_id, year) do update set last = certification.counter.last + excluded.last
                        returning last
                        """)
                .param("year", year)
                .param("count", count)
                .query(Integer.class)
                .single();
    }

    /** One statement for however many. */
    void insert(List<Certificate> certificates) {
        jdbc.sql("""
                        insert into certification.certificate (id, number, code, kind, course_id, release_id, person_id, holder,
                               surname, sort_holder, course_title, release_number, release_hash, hours, outcomes,
                               completed_on, issued_at, language, sheet, state)
                        select r."id", r."number", r."code", r."kind", r."courseId", r."releaseId", r."personId",
                               r."holder", r."surname", s.sort, r."courseTitle", r."releaseNumber", r."releaseHash",
                               r."hours", r."outcomes", r."completedOn", r."issuedAt", r."language", r."sheet", 'valid'
                        from jsonb_to_recordset(:rows::jsonb)
                             as r("id" uuid, "number" text, "code" text, "kind" text, "courseId" uuid, "releaseId" uuid,
                                  "personId" uuid, "holder" text, "surname" text, "courseTitle" jsonb,
                                  "releaseNumber" int, "releaseHash" text, "hours" int, "outcomes" jsonb,
                                  "completedOn" date, "issuedAt" timestamptz, "language" text, "sheet" jsonb)
                        join unnest(:ids::uuid[], :sorts::text[]) as s (id, sort) on s.id = r."id"
                        """)
                .param("rows", Json.write(certificates))
                .param("ids", certificates.stream().map(Certificate::id).toArray(UUID[]::new))
                .param(
                        "sorts",
                        certificates.stream().map(CertificateStore::sortName).toArray(String[]::new))
                .update();
    }

    private static String sortName(Certificate certificate) {
        return (certificate.surname() + " " + certificate.holder()).toLowerCase(Locale.ROOT);
    }

    /** One statement for however many. */
    void insertProofs(List<Proof> proofs) {
        jdbc.sql("""
                        insert into certification.proof (id, code, number, kind, holder, surname_hash, ask_surname, institution,
                               course_title, outcomes, hours, release_number, release_hash, completed_on, issued_on, state)
                        select r."id", r."code", r."number", r."kind", r."holder", r."surnameHash", r."askSurname",
                               r."institution", r."courseTitle", r."outcomes", r."hours", r."releaseNumber",
                               r."releaseHash", r."completedOn", r."issuedOn", 'valid'
                        from jsonb_to_recordset(:rows::jsonb)
                             as r("id" uuid, "code" text, "number" text, "kind" text, "holder" text,
                                  "surnameHash" text, "askSurname" boolean, "institution" jsonb, "courseTitle" jsonb,
                                  "outcomes" jsonb, "hours" int, "releaseNumber" int, "releaseHash" text,
                                  "completedOn" date, "issuedOn" date)
                        """).param("rows", Json.write(proofs)).update();
    }

    /** What a stranger with the code may read, whichever tenant issued it. */
    Optional<Proof> proof(String code) {
        return jdbc.sql("""
                        select id, code, number, kind, holder, surname_hash, ask_surname, institution, course_title, outcomes,
                               hours, release_number, release_hash, completed_on, issued_on, state, reason, changed_on, new_code
                        from certification.proof
                        where code = :code
                        """).param("code", code).query(Proof.class).optional();
    }

    /** @return 0 when it was not valid any more */
    int end(UUID certificate, String state, String reason, LocalDate on, UUID replacement, String newCode) {
        boolean replaced = state.equals("replaced");
        int rows = jdbc.sql("""
                        update certification.certificate
                        set state = :state, reason = :reason, replaced_by = :by
                        where id = :id and state = 'valid'
                        """)
                .param("id", certificate)
                .param("state", state)
                .param("reason", reason)
                .param("by", replaced ? replacement : null, Types.OTHER)
                .update();
        jdbc.sql("""
                        update certification.proof
                        set state = :state, reason = :reason, changed_on = :on, new_code = :newCode
                        where id = :id and state = 'valid'
                        """)
                .param("id", certificate)
                .param("state", state)
                .param("reason", reason)
                .param("on", on)
                .param("newCode", replaced ? newCode : null, Types.VARCHAR)
                .update();
        return rows;
    }

    void setFile(UUID certificate, UUID file) {
        jdbc.sql("update certification.certificate set file_id = :file where id = :id")
                .param("file", file)
                .param("id", certificate)
                .update();
    }
}
