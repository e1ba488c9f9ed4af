package org.cybox.notifications;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NoticeStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param arguments a JSON list */
    record Row(
            UUID id,
            UUID personId,
            String kind,
            String textKey,
            String arguments,
            String link,
            boolean unread,
            Instant createdAt) {}

    void insert(UUID batch, Collection<UUID> persons, Notice notice) {
        jdbc.sql("""
                        insert into notifications.notice (id, person_id, batch_id, kind, text_key, arguments, link,
                                                          created_at, mail)
                        select n.id, n.person, :batch, :kind, :key, :arguments::jsonb, :link, :now,
                               coalesce(p.mail, 'immediate')
                        from unnest(:ids::uuid[], :persons::uuid[]) as n (id, person)
                        left join notifications.preference p on p.person_id = n.person and p.kind = :kind
                        """)
                .param("batch", batch)
                .param("kind", notice.kind())
                .param("key", notice.key())
                .param("arguments", Json.write(notice.arguments()))
                .param("link", notice.link())
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", Stream.generate(Ids::next).limit(persons.size()).toArray(UUID[]::new))
                .param("persons", persons.toArray(UUID[]::new))
                .update();
    }

    Optional<Row> find(UUID id, UUID person) {
        return jdbc.sql("""
                        select id, person_id, kind, text_key, arguments::text, link, unread, created_at
                        from notifications.notice
                        where id = :id and person_id = :person
                        """)
                .param("id", id)
                .param("person", person)
                .query(Row.class)
                .optional();
    }

    /** Unread first, newest first. @param unread of the last one seen; @param id of that, greater than all to begin */
    List<Row> page(UUID person, boolean unread, UUID id, int most) {
        return jdbc.sql("""
                        select id, person_id, kind, text_key, arguments::text, link, unread, created_at
                        from notifications.notice
                        where person_id = :person and (unread, id) < (:unread, :id)
                        order by unread desc, id desc
                        limit :most
                        """)
                .param("person", person)
                .param("unread", unread)
                .param("id", id)
                .param("most", most)
                .query(Row.class)
                .list();
    }

    /** At most 100: nobody counts further. */
    int unread(UUID person) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from notifications.notice where person_id = :person and unread limit 100) as few
                        """).param("person", person).query(Integer.class).single();
    }

    void read(UUID id, UUID person) {
        jdbc.sql("""
                        update notifications.notice set unread = false, read_at = :now
                        where id = :id and person_id = :person and unread
                        """)
                .param("id", id)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    int readAll(UUID person) {
        return jdbc.sql("""
                        update notifications.notice set unread = false, read_at = :now
                        where person_id = :person and unread
                        """)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What is to be mailed at once. */
    List<Row> immediate(UUID batch, int most) {
        return jdbc.sql("""
                        select id, person_id, kind, text_key, arguments::text, link, unread, created_at
                        from notifications.notice
                        where batch_id = :batch and mail = 'immediate' and mailed_at is null
                        order by id
                        limit :most
                        """)
                .param("batch", batch)
                .param("most", most)
                .query(Row.class)
                .list();
    }

    /** People with something in their digest, after that one. */
    List<UUID> withDigest(UUID after, int most) {
        return jdbc.sql("""
                        select distinct person_id from notifications.notice
                        where mail = 'digest' and mailed_at is null and person_id > :after
                        order by person_id
                        limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    List<Row> digest(Collection<UUID> persons) {
        return jdbc.sql("""
                        select id, person_id, kind, text_key, arguments::text, link, unread, created_at
                        from notifications.notice
                        where mail = 'digest' and mailed_at is null and person_id = any(:persons)
                        order by person_id, id
                        """)
                .param("persons", persons.toArray(UUID[]::new))
                .query(Row.class)
                .list();
    }

    void mailed(Collection<UUID> ids) {
        jdbc.sql("update notifications.notice set mailed_at = :now where id = any(:ids)")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** False when somebody was first. */
    boolean beginDigest(LocalDate day) {
        return jdbc.sql("insert into notifications.digest (day) values (:day) on conflict do nothing")
                        .param("day", day)
                        .update()
                == 1;
    }

    Map<String, String> wishes(UUID person) {
        Map<String, String> wishes = new HashMap<>();
        jdbc.sql("select kind, mail from notifications.preference where person_id = :person")
                .param("person", person)
                .query((row, n) -> wishes.put(row.getString("kind"), row.getString("mail")))
                .list();
        return wishes;
    }

    void wish(UUID person, Map<String, String> wishes) {
        jdbc.sql("""
                        insert into notifications.preference (person_id, kind, mail)
                        select :person, w.kind, w.mail
                        from unnest(:kinds::text[], :mails::text[]) as w (kind, mail)
                        on conflict (tenant_id, person_id, kind) do update set mail = excluded.mail
                        """)
                .param("person", person)
                .param("kinds", wishes.keySet().toArray(String[]::new))
                .param("mails", wishes.values().toArray(String[]::new))
                .update();
    }
}
