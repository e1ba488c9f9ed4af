package org.cybox.courses.authoring;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cybox.platform.files.Html;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.springframework.util.MultiValueMap;

/**
 * What an author typed. Texts come as {@code name.language}; a language that the form did not show is left as it is, and
 * a translation that was not touched keeps the mark of the original it was made from.
 */
public final class Typed {

    private static final int LONGEST_LINE = 2_000;
    private static final int LONGEST_HTML = 1_000_000;

    private final MultiValueMap<String, String> form;
    private final Translating languages;

    public Typed(MultiValueMap<String, String> form, Translating languages) {
        this.form = form;
        this.languages = languages;
    }

    public String get(String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    public boolean has(String name) {
        return form.containsKey(name);
    }

    public List<String> all(String name) {
        return form.getOrDefault(name, List.of());
    }

    /** @param most what is more becomes that; nonsense becomes 0 */
    public int number(String name, int most) {
        String value = get(name);
        return value.matches("[0-9]{1,9}") ? Math.min(most, Integer.parseInt(value)) : 0;
    }

    public List<UUID> ids(String name) {
        try {
            return all(name).stream()
                    .filter(value -> !value.isBlank())
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    public Words line(String name, Words before) {
        return words(name, before, LONGEST_LINE, text -> text.replaceAll("\\s+", " "));
    }

    public Words text(String name, Words before) {
        return words(name, before, LONGEST_LINE * 5, UnaryOperator.identity());
    }

    public Words html(String name, Words before) {
        return words(name, before, LONGEST_HTML, text -> Html.clean(text).strip());
    }

    private Words words(String name, Words before, int longest, UnaryOperator<String> clean) {
        String from = languages.from(before);
        Words words = before.isBlank() ? Words.NONE.originalIn(from) : before;
        words = in(name, from, words, longest, clean);
        return languages.beside(words) ? in(name, languages.to(), words, longest, clean) : words;
    }

    private Words in(String name, String language, Words words, int longest, UnaryOperator<String> clean) {
        String field = name + "." + language;
        if (!has(field)) {
            return words;
        }
        String raw = get(field);
        if (raw.length() > longest) {
            throw new Refused(field, "courses.text.long", longest);
        }
        String value = raw.isBlank() ? "" : clean.apply(raw);
        boolean changed = !value.equals(words.exactly(language).strip());
        return changed || has(field + ".checked") ? words.with(language, value) : words;
    }
}
