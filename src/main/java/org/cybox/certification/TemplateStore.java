package org.cybox.certification;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TemplateStore {

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Template> usual(String kind) {
        return jdbc.sql("""
                        select id, kind, name, languages, title, body, signatories, logos, usual, revision, changed_at
                        from certification.template
                        where kind = :kind and usual
                        """).param("kind", kind).query(Template.class).optional();
    }

    List<Template> all() {
        return jdbc.sql("""
                        select id, kind, name, languages, title, body, signatories, logos, usual, revision, changed_at
                        from certification.template
                        order by kind, name
                        """).query(Template.class).list();
    }

    Optional<Template> find(UUID id) {
        return jdbc.sql("""
                        select id, kind, name, languages, title, body, signatories, logos, usual, revision, changed_at
                        from certification.template
                        where id = :id
                        """).param("id", id).query(Template.class).optional();
    }

    void insert(Template template) {
        jdbc.sql("""
                        insert into certification.template (id, kind, name, languages, title, body, signatories, logos, usual,
                                                            changed_at)
                        values (:id, :kind, :name, :languages, :title::jsonb, :body::jsonb, :signatories::jsonb,
                                :logos::jsonb, :usual, :changed)
                        on conflict do nothing
                        """)
                .param("id", template.id())
                .param("kind", template.kind())
                .param("name", template.name())
                .param("languages", template.languages())
                .param("title", Json.write(template.title()))
                .param("body", Json.write(template.body()))
                .param("signatories", Json.write(template.signatories()))
                .param("logos", Json.write(template.logos()))
                .param("usual", template.usual())
                .param("changed", Timestamp.from(template.changedAt()))
                .update();
    }

    /** @return 0 when somebody else changed it since it was read */
    int update(Template template) {
        return jdbc.sql("""
                        update certification.template
                        set name = :name, languages = :languages, title = :title::jsonb, body = :body::jsonb,
                            signatories = :signatories::jsonb, logos = :logos::jsonb, changed_at = :changed,
                            revision = revision + 1
                        where id = :id and revision = :revision
                        """)
                .param("id", template.id())
                .param("revision", template.revision())
                .param("name", template.name())
                .param("languages", template.languages())
                .param("title", Json.write(template.title()))
                .param("body", Json.write(template.body()))
                .param("signatories", Json.write(template.signatories()))
                .param("logos", Json.write(template.logos()))
                .param("changed", Timestamp.from(template.changedAt()))
                .update();
    }
}
