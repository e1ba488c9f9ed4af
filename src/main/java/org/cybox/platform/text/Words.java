package org.cybox.platform.text;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cybox.platform.data.Document;

/**
 * What an author wrote, in one or more languages.
 *
 * @param original BCP 47 tag of the language it was written in
 * @param text the words by tag; blank entries do not exist
 * @param of for each translation a digest of the original it was made from, so that a later change shows
 */
public record Words(String original, Map<String, String> text, Map<String, String> of) implements Document {

    public static final Words NONE = new Words("en", Map.of(), Map.of());

    public Words {
        original = original == null ? "en" : original;
        text = text == null ? Map.of() : Map.copyOf(new TreeMap<>(text));
        of = of == null ? Map.of() : Map.copyOf(of);
    }

    public static Words of(String language, String text) {
        return NONE.originalIn(language).with(language, text);
    }

    public Words originalIn(String language) {
        return new Words(language, text, of);
    }

    /** The same with the words of one language set, or taken away when blank; a translation notes what it was made from. */
    public Words with(String language, String value) {
        TreeMap<String, String> texts = new TreeMap<>(text);
        TreeMap<String, String> sources = new TreeMap<>(of);
        sources.remove(language);
        if (value.isBlank()) {
            texts.remove(language);
        } else {
            texts.put(language, value.strip());
            if (!language.equals(original)) {
                sources.put(language, digest(texts.getOrDefault(original, "")));
            }
        }
        return new Words(original, texts, sources);
    }

    /** Every language changed in the same way; translations stay translations of the same original. */
    public Words map(UnaryOperator<String> change) {
        TreeMap<String, String> texts = new TreeMap<>();
        text.forEach((tag, value) -> texts.put(tag, change.apply(value).strip()));
        texts.values().removeIf(String::isEmpty);
        return new Words(original, texts, of);
    }

    /** Exactly in that language, or blank. */
    public String exactly(String language) {
        return text.getOrDefault(language, "");
    }

    /** In the language, else in a relative of it (sr for sr-Latn), else the original, else whatever there is. */
    public String in(String language) {
        return text.getOrDefault(languageFor(language), "");
    }

    /** The language in which {@link #in} answers: for {@code lang} and {@code dir} in a page. */
    public String languageFor(String wanted) {
        if (text.containsKey(wanted)) {
            return wanted;
        }
        String primary = Languages.primary(wanted);
        if (text.containsKey(primary)) {
            return primary;
        }
        return text.keySet().stream()
                .filter(tag -> Languages.primary(tag).equals(primary))
                .findFirst()
                .orElseGet(() -> text.containsKey(original)
                        ? original
                        : text.keySet().stream().sorted().findFirst().orElse(original));
    }

    /** The original has changed since this translation was made. */
    public boolean outdated(String language) {
        return text.containsKey(language)
                && !language.equals(original)
                && !digest(text.getOrDefault(original, "")).equals(of.get(language));
    }

    @JsonIgnore
    public boolean isBlank() {
        return text.isEmpty();
    }

    private static String digest(String value) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
