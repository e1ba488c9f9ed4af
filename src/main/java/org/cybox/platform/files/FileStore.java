package org.cybox.platform.files;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FileStore {

    static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(StoredFile file, UUID person) {
        jdbc.sql("""
                        insert into platform.file (id, sha256, name, media_type, bytes, audience, person_id, created_at)
                        values (:id, :sha256, :name, :type, :bytes, :audience, :person, :now)
                        """)
                .param("id", file.id())
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("bytes", file.bytes())
                .param("audience", file.audience())
                .param("person", person.equals(NOBODY) ? null : person)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<StoredFile> find(UUID id) {
        return jdbc.sql("""
                        select id, sha256, name, media_type, bytes, audience
                        from platform.file
                        where id = :id
                        """).param("id", id).query(StoredFile.class).optional();
    }

    List<StoredFile> all(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, sha256, name, media_type, bytes, audience
                        from platform.file
                        where id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query(StoredFile.class)
                .list();
    }

    boolean belongsTo(UUID id, UUID person) {
        return jdbc.sql("select count(*) from platform.file where id = :id and person_id = :person")
                        .param("id", id)
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
