package org.cybox.tenancy;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TenantStore {

    private static final String COLUMNS = """
            select id, slug, host, programme, demo, state, name, welcome, accent, logo_sha256, logo_type,
                   languages, ask_surname, time_zone, revision, created_at
            from tenancy.tenant
            """;

    private final JdbcClient jdbc;

    TenantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Tenant> all() {
        return jdbc.sql(COLUMNS + " order by slug").query(Tenant.class).list();
    }

    Optional<Tenant> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Tenant.class)
                .optional();
    }

    void insert(Tenant tenant) {
        jdbc.sql("""
                        insert into tenancy.tenant (id, slug, host, programme, demo, state, name, welcome, accent,
                                                    languages, ask_surname, time_zone, created_at)
                        values (:id, :slug, :host, :programme, :demo, :state, :name::jsonb, :welcome::jsonb, :accent,
                                :languages, :askSurname, :timeZone, :createdAt)
                        """)
                .param("id", tenant.id())
                .param("slug", tenant.slug())
                .param("host", tenant.host())
                .param("programme", tenant.programme())
                .param("demo", tenant.demo())
                .param("state", tenant.state())
                .param("name", Json.write(tenant.name()))
                .param("welcome", Json.write(tenant.welcome()))
                .param("accent", tenant.accent())
                .param("languages", tenant.languages())
                .param("askSurname", tenant.askSurname())
                .param("timeZone", tenant.timeZone())
                .param("createdAt", Timestamp.from(tenant.createdAt()))
                .update();
    }

    int update(Tenant tenant) {
        return jdbc.sql("""
                        update tenancy.tenant
                        set name = :name::jsonb, welcome = :welcome::jsonb, accent = :accent, languages = :languages,
                            logo_sha256 = :logo, logo_type = :logoType, ask_surname = :askSurname, time_zone = :timeZone,
                            state = :state, host = :host, revision = revision + 1
                        where id = :id and revision = :revision
                        """)
                .param("id", tenant.id())
                .param("revision", tenant.revision())
                .param("name", Json.write(tenant.name()))
                .param("welcome", Json.write(tenant.welcome()))
                .param("accent", tenant.accent())
                .param("languages", tenant.languages())
                .param("logo", tenant.logoSha256())
                .param("logoType", tenant.logoType())
                .param("askSurname", tenant.askSurname())
                .param("timeZone", tenant.timeZone())
                .param("state", tenant.state())
                .param("host", tenant.host())
                .update();
    }
}
