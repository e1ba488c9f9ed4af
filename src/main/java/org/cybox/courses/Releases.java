package org.cybox.courses;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Releases and block versions. They never change, so they are remembered, each under its own tenant: a lesson that a
 * whole class opens is read from the database once.
 */
@Component
public class Releases {

    private final JdbcClient jdbc;
    private final Cache<Key, Optional<Release>> releases =
            Caffeine.newBuilder().maximumSize(2_000).build();
    private final Cache<Key, Optional<BlockVersion>> versions = Caffeine.newBuilder()
            .maximumWeight(64_000_000)
            .weigher((Key key, Optional<BlockVersion> version) ->
                    version.map(v -> v.content().length() * 2 + 500).orElse(100))
            .build();

    Releases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(UUID tenant, UUID id) {}

    /** Throws {@link NotFound} for an unknown release. */
    public Release get(UUID id) {
        Key key = new Key(Scope.tenant(), id);
        Optional<Release> known = releases.get(key, k -> read(id));
        if (known.isEmpty()) {
            releases.invalidate(key);
        }
        return Objects.requireNonNull(known).orElseThrow(NotFound::new);
    }

    /** Throws {@link NotFound} for an unknown version. */
    public BlockVersion version(UUID id) {
        Key key = new Key(Scope.tenant(), id);
        Optional<BlockVersion> known = versions.get(key, k -> readVersion(id));
        if (known.isEmpty()) {
            versions.invalidate(key);
        }
        return Objects.requireNonNull(known).orElseThrow(NotFound::new);
    }

    /** The block as it is in a release; throws {@link NotFound} when the release has no such block. */
    public BlockVersion block(Release release, UUID block) {
        return version(release.outline().block(block).orElseThrow(NotFound::new).version());
    }

    public List<Release> ofCourse(UUID course) {
        return jdbc.sql("""
                        select id, course_id, number, hash, title, hours, languages, outline, note, published_at
                        from courses.release
                        where course_id = :course
                        order by number desc
                        """).param("course", course).query(Release.class).list();
    }

    private Optional<Release> read(UUID id) {
        return jdbc.sql("""
                        select id, course_id, number, hash, title, hours, languages, outline, note, published_at
                        from courses.release
                        where id = :id
                        """).param("id", id).query(Release.class).optional();
    }

    private Optional<BlockVersion> readVersion(UUID id) {
        return jdbc.sql("""
                        select id, block_id, course_id, kind, hash, title, content::text as content
                        from courses.block_version
                        where id = :id
                        """).param("id", id).query(BlockVersion.class).optional();
    }
}
