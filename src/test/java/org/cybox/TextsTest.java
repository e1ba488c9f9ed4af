package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.testing.Sources;
import org.junit.jupiter.api.Test;

/** The interface speaks three languages completely, and every word that is asked for exists. */
class TextsTest {

    private static final List<String> LANGUAGES = List.of("en", "fr", "ar");

    /** Words that are the same in English and French. */
    private static final Set<String> SAME_IN_FRENCH = Set.of(
            "Action",
            "Actions",
            "Audience",
            "Certificate",
            "Code",
            "Contact",
            "Date",
            "Description",
            "Dimensions",
            "Document",
            "Documents",
            "Flexible",
            "Format",
            "Formation",
            "Image",
            "Instructions",
            "Introduction",
            "Invitations",
            "Lien",
            "Menu",
            "Message",
            "Messages",
            "Minutes",
            "Note",
            "Notes",
            "Notifications",
            "Options",
            "Page",
            "Pages",
            "Participants",
            "Points",
            "Question",
            "Questions",
            "Role",
            "Score",
            "Section",
            "Sections",
            "Session",
            "Sessions",
            "Signature",
            "Source",
            "Sources",
            "Suspension",
            "Test",
            "Tests",
            "Total",
            "Type",
            "Version",
            "Versions",
            "Vidéo",
            "{0} min",
            "{0} minutes",
            "{0} points",
            "Import",
            "Export",
            "Transcript",
            "Position",
            "{0} min {1} s",
            "{0, plural, one {# minute} other {# minutes}}",
            "{0, plural, one {# point} other {# points}}",
            "Question {0}",
            "Corrections",
            "Place",
            "Version {0}",
            "original",
            "{0, plural, one {# question} other {# questions}}");

    /** Asked for with a key that is put together: {@code "module.part." + something}. */
    private static final Pattern DYNAMIC = Pattern.compile("\"([a-z]+\\.(?:[A-Za-z]+\\.)*[A-Za-z]*)\"\\s*\\+");

    private static final Pattern ASKED = Pattern.compile(
            "(?:\\.of\\(|\\.has\\(|saying\\(|warning\\(|new Refused\\(\\s*(?:\"[^\"]*\"|[\\w.()]+),|new Entry\\(\\s*\\d+,|Entry\\(\\d+,)"
                    + "\\s*\"([a-z]+\\.[A-Za-z0-9_.-]+)\"(?!\\s*\\+)");

    private final Map<String, Map<String, String>> texts =
            LANGUAGES.stream().collect(Collectors.toMap(language -> language, TextsTest::load));

    private static Map<String, String> load(String language) {
        Map<String, String> all = new TreeMap<>();
        Sources.below(Sources.TEXTS, "_" + language + ".properties").forEach(file -> {
            Properties properties = new Properties() {
                @Override
                public synchronized Object put(Object key, Object value) {
                    assertThat(all).as("said twice, in %s", file).doesNotContainKey(String.valueOf(key));
                    all.put(String.valueOf(key), String.valueOf(value));
                    return super.put(key, value);
                }
            };
            try {
                properties.load(new StringReader(Sources.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all;
    }

    @Test
    void everyTextIsThereInEveryLanguage() {
        Set<String> english = texts.get("en").keySet();
        for (String language : LANGUAGES) {
            Set<String> there = texts.get(language).keySet();
            assertThat(minus(english, there)).as("missing in %s", language).isEmpty();
            assertThat(minus(there, english)).as("in %s only", language).isEmpty();
        }
    }

    @Test
    void aTextIsFoundUnderTheNameOfItsModule() {
        Sources.below(Sources.TEXTS, ".properties").forEach(file -> {
            String module = file.getFileName().toString().replaceAll("_.*", "");
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(Sources.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            assertThat(properties.stringPropertyNames()).as("%s", file).allMatch(key -> key.startsWith(module + "."));
        });
    }

    @Test
    void everyTextThatIsAskedForExists() {
        Set<String> asked = asked();
        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(minus(asked, texts.get("en").keySet())).isEmpty();
    }

    @Test
    void everyKeyThatIsPutTogetherBeginsAsSomeKeyDoes() {
        Set<String> modules = modules();
        assertThat(dynamic()
                        .filter(prefix -> modules.contains(prefix.substring(0, prefix.indexOf('.'))))
                        .filter(prefix -> texts.get("en").keySet().stream().noneMatch(key -> key.startsWith(prefix))))
                .isEmpty();
    }

    /** A notice is named by its stem, and so is the kind of a job. */
    private static final Pattern SAID_BY_STEM = Pattern.compile("\\.(subject|text|job|done)$");

    @Test
    void noTextIsThereForNothing() {
        String all = Stream.concat(Sources.java(), Sources.templates())
                .map(Sources::read)
                .collect(Collectors.joining("\n"));
        Set<String> literals = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9_.-]+)\"")
                .matcher(all)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        Set<String> prefixes = dynamic().collect(Collectors.toSet());
        assertThat(texts.get("en").keySet().stream()
                        .filter(key -> !literals.contains(key))
                        .filter(key ->
                                !literals.contains(SAID_BY_STEM.matcher(key).replaceAll("")))
                        .filter(key -> prefixes.stream().noneMatch(key::startsWith)))
                .as("texts that nothing asks for")
                .isEmpty();
    }

    @Test
    void everyTextParsesAndTakesTheSameArgumentsInEveryLanguage() {
        texts.get("en").forEach((key, english) -> {
            Set<String> arguments = arguments(key, english);
            for (String language : LANGUAGES) {
                String text = texts.get(language).getOrDefault(key, english);
                assertThat(arguments(key, text))
                        .as("arguments of %s in %s", key, language)
                        .isEqualTo(arguments);
            }
        });
    }

    @Test
    void pluralsAreComplete() {
        assertPlurals("en", List.of(Set.of("one", "=1"), Set.of("other")));
        assertPlurals("fr", List.of(Set.of("one", "=1"), Set.of("other")));
        assertPlurals(
                "ar",
                List.of(
                        Set.of("zero", "=0"),
                        Set.of("one", "=1"),
                        Set.of("two", "=2"),
                        Set.of("few"),
                        Set.of("many"),
                        Set.of("other")));
    }

    private void assertPlurals(String language, List<Set<String>> forms) {
        texts.get(language)
                .forEach((key, text) -> plurals(text)
                        .forEach(said -> forms.forEach(form -> assertThat(said)
                                .as("plural of %s in %s", key, language)
                                .containsAnyElementsOf(form))));
    }

    @Test
    void aPluralIsAPluralInEveryLanguage() {
        texts.get("en")
                .forEach((key, english) -> LANGUAGES.forEach(language -> assertThat(
                                plurals(texts.get(language).getOrDefault(key, english))
                                        .isEmpty())
                        .as("%s has plurals in en and not in %s, or the other way round", key, language)
                        .isEqualTo(plurals(english).isEmpty())));
    }

    @Test
    void translationsAreTranslations() {
        List<String> same = new ArrayList<>();
        texts.get("en").forEach((key, english) -> {
            String bare = english.replaceAll("\\{[^{}]*}", "").replaceAll("[^\\p{L}]", "");
            boolean name = bare.isEmpty() || bare.matches("CYBOX|[A-Z]{2,6}|kB|MB|GB") || english.startsWith("http");
            if (!name && english.equals(texts.get("ar").get(key))) {
                same.add("ar " + key + " = " + english);
            }
            if (!name && english.equals(texts.get("fr").get(key)) && !SAME_IN_FRENCH.contains(english)) {
                same.add("fr " + key + " = " + english);
            }
        });
        assertThat(same).isEmpty();
    }

    @Test
    void arabicIsWrittenInArabic() {
        Pattern arabic = Pattern.compile("\\p{IsArabic}");
        assertThat(texts.get("ar").entrySet().stream()
                        .filter(text ->
                                text.getValue().replaceAll("\\{[^{}]*}", "").matches("(?s).*\\p{L}{4}.*"))
                        .filter(text -> !arabic.matcher(text.getValue()).find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    /** A straight apostrophe is a quotation mark to ICU and swallows what follows; what a script reads is quoted so. */
    @Test
    void apostrophesAreCurlyOrDoubled() {
        texts.forEach((language, all) ->
                all.forEach((key, text) -> assertThat(text.replace("''", "").replaceAll("'\\{.*}'", ""))
                        .as("%s in %s", key, language)
                        .doesNotContain("'")));
    }

    @Test
    void aFaultWouldBeFound() {
        assertThat(ASKED.matcher("throw new Refused(\"title\", \"courses.title.missing\")")
                        .results())
                .hasSize(1);
        assertThat(ASKED.matcher("${t.of(\"courses.publish\")}").results()).hasSize(1);
        assertThat(arguments("x", "{0} of {1}")).containsExactlyInAnyOrder("0 NONE", "1 NONE");
        assertThat(plurals("{0, plural, one {one} other {#}}").getFirst()).containsExactlyInAnyOrder("one", "other");
    }

    private static Set<String> asked() {
        return Stream.concat(Sources.java(), Sources.templates())
                .map(Sources::read)
                .flatMap(text -> ASKED.matcher(text).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> dynamic() {
        return Stream.concat(Sources.java(), Sources.templates())
                .map(Sources::read)
                .flatMap(text -> DYNAMIC.matcher(text).results())
                .map(result -> result.group(1))
                .distinct();
    }

    private static Set<String> modules() {
        return Sources.below(Sources.TEXTS, "_en.properties")
                .map(Path::getFileName)
                .map(name -> name.toString().replaceAll("_.*", ""))
                .collect(Collectors.toSet());
    }

    /** Names of the arguments; of numbers also that they are numbers. */
    private static Set<String> arguments(String key, String text) {
        MessagePattern pattern = pattern(key, text);
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_START) {
                String name = pattern.getSubstring(pattern.getPart(i + 1));
                ArgType type = pattern.getPart(i).getArgType();
                found.merge(name, type.hasPluralStyle() ? "PLURAL" : "NONE", (a, b) -> a.equals("NONE") ? b : a);
            }
        }
        return found.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.toSet());
    }

    private static List<Set<String>> plurals(String text) {
        MessagePattern pattern = pattern("", text);
        List<Set<String>> all = new ArrayList<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_START
                    && pattern.getPart(i).getArgType() == ArgType.PLURAL) {
                Set<String> forms = new HashSet<>();
                int end = pattern.getLimitPartIndex(i);
                for (int j = i + 1; j < end; j++) {
                    if (pattern.getPartType(j) == Part.Type.ARG_SELECTOR) {
                        forms.add(pattern.getSubstring(pattern.getPart(j)));
                    }
                    if (pattern.getPartType(j) == Part.Type.MSG_START) {
                        j = pattern.getLimitPartIndex(j);
                    }
                }
                all.add(forms);
            }
        }
        return all;
    }

    private static MessagePattern pattern(String key, String text) {
        try {
            return new MessagePattern(text);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(key + " does not parse: " + text, e);
        }
    }

    private static Set<String> minus(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
