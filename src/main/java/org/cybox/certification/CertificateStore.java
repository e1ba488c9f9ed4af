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

    int nextNumber(int year) {
        return jdbc.sql("""
                        insert into certification.counter (year, last)
                        values (:year, 1)
                        on conflict (tenant_id, year) do update set last = certification.counter.last + 1
                        returning last
                        """).param("year", year).query(Integer.class).single();
    }

    void insert(Certificate certificate) {
        jdbc.sql("""
                        insert into certification.certificate (id, number, code, kind, course_id, release_id, person_id, holder,
                               surname, sort_holder, course_title, release_number, release_hash, hours, outcomes,
                               completed_on, issued_at, language, sheet, state)
                        values (:id, :number, :code, :kind, :course, :release, :person, :holder, :surname, :sort,
                                :title::jsonb, :releaseNumber, :releaseHash, :hours, :outcomes::jsonb, :completed, :issued,
                                :language, :sheet::jsonb, 'valid')
                        """)
                .param("id", certificate.id())
                .param("number", certificate.number())
                .param("code", certificate.code())
                .param("kind", certificate.kind())
                .param("course", certificate.courseId())
                .param("release", certificate.releaseId())
                .param("person", certificate.personId())
                .param("holder", certificate.holder())
                .param("surname", certificate.surname())
                .param("sort", (certificate.surname() + " " + certificate.holder()).toLowerCase(Locale.ROOT))
                .param("title", Json.write(certificate.courseTitle()))
                .param("releaseNumber", certificate.releaseNumber())
                .param("releaseHash", certificate.releaseHash())
                .param("hours", certificate.hours())
                .param("outcomes", Json.write(certificate.outcomes()))
                .param("completed", certificate.completedOn())
                .param("issued", Timestamp.from(certificate.issuedAt()))
                .param("language", certificate.language())
                .param("sheet", Json.write(certificate.sheet()))
                .update();
    }

    void insert(Proof proof) {
        jdbc.sql("""
                        insert into certification.proof (id, code, number, kind, holder, surname_hash, ask_surname, institution,
                               course_title, outcomes, hours, release_number, release_hash, completed_on, issued_on, state)
                        values (:id, :code, :number, :kind, :holder, :surnameHash, :ask, :institution::jsonb, :title::jsonb,
                                :outcomes::jsonb, :hours, :releaseNumber, :releaseHash, :completed, :issued, 'valid')
                        """)
                .param("id", proof.id())
                .param("code", proof.code())
                .param("number", proof.number())
                .param("kind", proof.kind())
                .param("holder", proof.holder())
                .param("surnameHash", proof.surnameHash())
                .param("ask", proof.askSurname())
                .param("institution", Json.write(proof.institution()))
                .param("title", Json.write(proof.courseTitle()))
                .param("outcomes", Json.write(proof.outcomes()))
                .param("hours", proof.hours())
                .param("releaseNumber", proof.releaseNumber())
                .param("releaseHash", proof.releaseHash())
                .param("completed", proof.completedOn())
                .param("issued", proof.issuedOn())
                .update();
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
