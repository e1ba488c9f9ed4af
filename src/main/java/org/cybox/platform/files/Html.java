package org.cybox.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** HTML of authors: only what lessons need comes through. What came through once comes through unchanged again. */
public final class Html {

    private static final Set<String> CLASSES = Set.of("sources", "demo-note", "key", "case", "check");
    private static final Set<String> SCOPES = Set.of("row", "col", "rowgroup", "colgroup");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]?");
    private static final Pattern OUR_FILE = Pattern.compile("/files/[A-Za-z0-9-]+/[^\\s\"'<>\\\\]+");
    private static final Pattern OUR_PATH = Pattern.compile("/(?![/\\\\])[^\\s\\\\]*|#[^\\s]*");
    private static final Pattern ELSEWHERE = Pattern.compile("https?://[^\\s]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile("mailto:[^\\s]+", Pattern.CASE_INSENSITIVE);

    private static final PolicyFactory POLICY = policy();

    private Html() {}

    private static PolicyFactory policy() {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "h2",
                        "h3",
                        "h4",
                        "p",
                        "ul",
                        "ol",
                        "li",
                        "table",
                        "caption",
                        "thead",
                        "tbody",
                        "tr",
                        "th",
                        "td",
                        "blockquote",
                        "figure",
                        "figcaption",
                        "strong",
                        "em",
                        "dl",
                        "dt",
                        "dd",
                        "aside",
                        "section",
                        "details",
                        "summary",
                        "code",
                        "pre",
                        "sub",
                        "sup",
                        "br",
                        "hr",
                        "abbr",
                        "img")
                .allowElements(Html::link, "a")
                .allowWithoutAttributes("a")
                .allowUrlProtocols("http", "https", "mailto")
                .allowAttributes("class")
                .matching((element, attribute, value) -> classes(value))
                .globally()
                .allowAttributes("lang")
                .matching(matches(LANGUAGE))
                .globally()
                .allowAttributes("dir")
                .matching(lower(DIRECTIONS))
                .globally()
                .allowAttributes("title")
                .onElements("abbr")
                .allowAttributes("scope")
                .matching(lower(SCOPES))
                .onElements("th", "td")
                .allowAttributes("colspan", "rowspan")
                .matching(matches(NUMBER))
                .onElements("th", "td")
                .allowAttributes("start")
                .matching(matches(NUMBER))
                .onElements("ol")
                .allowAttributes("src")
                .matching(matches(OUR_FILE))
                .onElements("img")
                .allowAttributes("alt")
                .onElements("img")
                .allowAttributes("width", "height")
                .matching(matches(Pattern.compile("[1-9][0-9]{0,3}")))
                .onElements("img")
                .allowAttributes("href")
                .matching(Html::address)
                .onElements("a")
                .toFactory();
    }

    /** Safe to be written unescaped into a page. */
    public static String clean(String html) {
        String clean = POLICY.sanitize(html);
        Document document = Jsoup.parseBodyFragment(clean);
        document.outputSettings().prettyPrint(false);
        return document.body().html();
    }

    /** The words alone, blocks apart by a space: for summaries, search and counting. */
    public static String text(String html) {
        return Jsoup.parseBodyFragment(html).text().strip();
    }

    private static Predicate<String> matches(Pattern pattern) {
        return value -> pattern.matcher(value).matches();
    }

    private static Predicate<String> lower(Set<String> known) {
        return value -> known.contains(value.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String classes(String value) {
        String known =
                Arrays.stream(value.split("\\s+")).filter(CLASSES::contains).collect(Collectors.joining(" "));
        return known.isEmpty() ? null : known;
    }

    private static boolean address(String value) {
        return OUR_PATH.matcher(value).matches()
                || ELSEWHERE.matcher(value).matches()
                || MAIL.matcher(value).matches();
    }

    /** A link to elsewhere gives our pages away to nobody. */
    private static String link(String element, List<String> attributes) {
        int href = attributes.indexOf("href");
        if (href >= 0 && ELSEWHERE.matcher(attributes.get(href + 1)).matches()) {
            attributes.add("rel");
            attributes.add("noopener nofollow");
        }
        return element;
    }
}
