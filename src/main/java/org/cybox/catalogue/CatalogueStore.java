package org.cybox.catalogue;

import java.util.List;
import java.util.UUID;
import org.cybox.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CatalogueStore {

    private final JdbcClient jdbc;

    CatalogueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(
            UUID id,
            String kind,
            Words title,
            Words summary,
            String languages,
            int hours,
            String address,
            String openTo,
            String joining,
            String sortTitle) {}

    /**
     * What somebody is looking for.
     *
     * @param words each must begin a word of title or summary; @param language BCP 47 tag, or blank
     * @param joining or blank; @param openTo {@code members} for all there is, {@code anyone} for what strangers see
     */
    record Search(String words, String language, String joining, String openTo) {

        String[] patterns() {
            return Catalogue.tokens(words)
                    .limit(8)
                    .map(word -> "% " + word + "%")
                    .toArray(String[]::new);
        }
    }

    /** @param afterTitle and {@code afterId}: the last row of the page before, blank for the first page */
    List<Entry> page(Search search, String afterTitle, UUID afterId, int size) {
        return jdbc.sql("""
                        select id, kind, title, summary, languages, hours, address, open_to, joining, sort_title
                        from catalogue.entry
                        where (sort_title, id) > (:afterTitle, :afterId)
                          and (open_to = 'anyone' or open_to = :openTo)
                          and (:joining = '' or joining = :joining)
                          and (:language = '' or ',' || replace(languages, ' ', '') || ',' like '%,' || :language || ',%')
                          and ' ' || words like all (:patterns)
                        order by sort_title, id
                        limit :size
                        """)
                .param("afterTitle", afterTitle)
                .param("afterId", afterId)
                .param("openTo", search.openTo())
                .param("joining", search.joining())
                .param("language", search.language())
                .param("patterns", search.patterns())
                .param("size", size)
                .query(Entry.class)
                .list();
    }
}
