package org.cybox.courses;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes releases; {@link Releases} reads them. Nothing here is ever changed. */
@Component
class ReleaseStore {

    private final JdbcClient jdbc;

    ReleaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record NewVersion(UUID id, UUID blockId, String kind, String hash, Words title, String content) {}

    record InRelease(UUID blockId, UUID versionId, int position, boolean counts) {}

    /** Every version that the course's blocks ever had, by {@link Publishing#key}. */
    Map<String, UUID> versions(UUID course) {
        Map<String, UUID> versions = new HashMap<>();
        jdbc.sql("""
                        select id, block_id, hash
                        from courses.block_version
                        where course_id = :course
                        """)
                .param("course", course)
                .query((row, n) -> versions.put(
                        Publishing.key(row.getObject("block_id", UUID.class), row.getString("hash")),
                        row.getObject("id", UUID.class)))
                .list();
        return versions;
    }

    /** Hash by block. */
    Map<UUID, String> hashes(UUID release) {
        Map<UUID, String> hashes = new HashMap<>();
        jdbc.sql("""
                        select v.block_id, v.hash
                        from courses.release_block b
                        join courses.block_version v on v.id = b.version_id
                        where b.release_id = :release
                        """)
                .param("release", release)
                .query((row, n) -> hashes.put(row.getObject("block_id", UUID.class), row.getString("hash")))
                .list();
        return hashes;
    }

    List<BlockVersion> blocks(UUID release) {
        return jdbc.sql("""
                        select v.id, v.block_id, v.course_id, v.kind, v.hash, v.title, v.content::text as content
                        from courses.release_block b
                        join courses.block_version v on v.id = b.version_id
                        where b.release_id = :release
                        order by b.position
                        """).param("release", release).query(BlockVersion.class).list();
    }

    void insert(Release release, List<NewVersion> versions, @Nullable UUID by) {
        insertVersions(release, versions);
        jdbc.sql("""
                        insert into courses.release (id, course_id, number, hash, title, hours, languages, outline, note,
                                                     published_by, published_at)
                        values (:id, :course, :number, :hash, :title::jsonb, :hours, :languages, :outline::jsonb, :note,
                                :by, :at)
                        """)
                .param("id", release.id())
                .param("course", release.courseId())
                .param("number", release.number())
                .param("hash", release.hash())
                .param("title", Json.write(release.title()))
                .param("hours", release.hours())
                .param("languages", release.languages())
                .param("outline", Json.write(release.outline()))
                .param("note", release.note())
                .param("by", by, Types.OTHER)
                .param("at", Timestamp.from(release.publishedAt()))
                .update();
        insertBlocks(release);
    }

    private void insertVersions(Release release, List<NewVersion> versions) {
        jdbc.sql("""
                        insert into courses.block_version (id, block_id, course_id, kind, hash, title, content, created_at)
                        select r."id", r."blockId", :course, r."kind", r."hash", r."title", r."content"::jsonb, :at
                        from jsonb_to_recordset(:rows::jsonb)
                             as r("id" uuid, "blockId" uuid, "kind" text, "hash" text, "title" jsonb, "content" text)
                        """)
                .param("course", release.courseId())
                .param("at", Timestamp.from(release.publishedAt()))
                .param("rows", Json.write(versions))
                .update();
    }

    private void insertBlocks(Release release) {
        List<InRelease> rows = new ArrayList<>();
        release.outline()
                .blocks()
                .forEach(block -> rows.add(new InRelease(block.id(), block.version(), rows.size(), block.counts())));
        jdbc.sql("""
                        insert into courses.release_block (release_id, block_id, version_id, position, counts)
                        select :release, r."blockId", r."versionId", r."position", r."counts"
                        from jsonb_to_recordset(:rows::jsonb)
                             as r("blockId" uuid, "versionId" uuid, "position" int, "counts" boolean)
                        """)
                .param("release", release.id())
                .param("rows", Json.write(rows))
                .update();
    }
}
