package org.cybox.catalogue;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.platform.data.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The noticeboard of a space. */
@Component
public class Catalogue {

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Pins an offer up, or replaces the notice it had. */
    public void list(Offer offer) {
        String words = Stream.concat(offer.title().text().values().stream(), offer.summary().text().values().stream())
                .flatMap(Catalogue::tokens)
                .distinct()
                .collect(Collectors.joining(" "));
        jdbc.sql("""
                        insert into catalogue.entry (id, kind, title, summary, languages, hours, address, open_to, joining,
                                                     sort_title, words, listed_at)
                        values (:id, :kind, :title::jsonb, :summary::jsonb, :languages, :hours, :address, :openTo, :joining,
                                :sortTitle, :words, :listedAt)
                        on conflict (tenant_id, id) do update
                        set title = excluded.title, summary = excluded.summary, languages = excluded.languages,
                            hours = excluded.hours, address = excluded.address, open_to = excluded.open_to,
                            joining = excluded.joining, sort_title = excluded.sort_title, words = excluded.words
                        """)
                .param("id", offer.id())
                .param("kind", offer.kind())
                .param("title", Json.write(offer.title()))
                .param("summary", Json.write(offer.summary()))
                .param("languages", offer.languages())
                .param("hours", offer.hours())
                .param("address", offer.address())
                .param("openTo", offer.openTo())
                .param("joining", offer.joining())
                .param("sortTitle", offer.title().in("en").toLowerCase(Locale.ROOT))
                .param("words", words)
                .param("listedAt", Timestamp.from(offer.listedAt()))
                .update();
    }

    /** Words as they are compared: small letters without marks above or below. */
    static Stream<String> tokens(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return Stream.of(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isBlank());
    }

    /** Takes a notice down; nothing happens when there is none. */
    public void remove(UUID id) {
        jdbc.sql("delete from catalogue.entry where id = :id").param("id", id).update();
    }
}
