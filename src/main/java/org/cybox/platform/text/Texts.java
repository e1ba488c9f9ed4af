package org.cybox.platform.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All words of the interface: {@code texts/<module>_<language>.properties}, ICU message patterns, loaded once. */
@Component
public final class Texts {

    private final Map<String, Map<String, MessageFormat>> catalogues = new HashMap<>();
    private final Map<String, T> speakers = new HashMap<>();
    private final Map<String, T> elsewhere = new ConcurrentHashMap<>();

    public Texts() {
        for (String language : Languages.INTERFACE) {
            catalogues.put(language, load(language));
            speakers.put(language, new T(this, language));
        }
    }

    /** Those who speak of one place, made once: there are as many as zones that spaces live in. */
    T at(T speaker, ZoneId zone) {
        return elsewhere.computeIfAbsent(speaker.language() + " " + zone.getId(), place -> speaker.moved(zone));
    }

    /** The interface in the language nearest to that tag. */
    public T in(String language) {
        return Objects.requireNonNull(speakers.get(Languages.ofInterface(language)));
    }

    /** Every key there is in a language, for the house test. */
    public java.util.Set<String> keys(String language) {
        return Objects.requireNonNull(catalogues.get(language)).keySet();
    }

    MessageFormat pattern(String language, String key) {
        MessageFormat pattern = Objects.requireNonNull(catalogues.get(language)).get(key);
        if (pattern == null && !language.equals(Languages.INTERFACE.getFirst())) {
            return pattern(Languages.INTERFACE.getFirst(), key);
        }
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return pattern;
    }

    boolean has(String key) {
        return Objects.requireNonNull(catalogues.get(Languages.INTERFACE.getFirst()))
                .containsKey(key);
    }

    private static Map<String, MessageFormat> load(String language) {
        Map<String, MessageFormat> patterns = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_" + language + ".properties")) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> patterns.put(
                        key.toString(),
                        new MessageFormat(value.toString(), ULocale.forLanguageTag(language + "-u-nu-latn"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return patterns;
    }
}
