package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cybox.platform.web.Page;
import org.cybox.testing.Classes;
import org.cybox.testing.JteText;
import org.cybox.testing.Sources;
import org.junit.jupiter.api.Test;

/** A page has a template, a template has a page, and no template says a word of its own or trusts a word of others. */
class TemplatesTest {

    /** What may be written unescaped: HTML that the sanitiser made, and pictures that we draw ourselves. */
    private static final Set<String> SANITISED = Set.of(
            "assessment/Ask.jte: q.prompt().text()",
            "assessment/CorrectionPage.jte: q.prompt().text()",
            "assessment/StatisticsPage.jte: q.prompt().text()",
            "assessment/Told.jte: q.prompt().text()",
            "courses/authoring/HistoryPage.jte: text",
            "courses/authoring/MaterialPage.jte: page.preview()",
            "courses/learning/Prose.jte: prose.html()",
            "operation/LetterPage.jte: page.html()");

    private static final Pattern UNSAFE = Pattern.compile("\\$unsafe\\{([^}]*)}");
    private static final Pattern SAID_IN_ATTRIBUTE = Pattern.compile(
            "\\b(?:aria-label|aria-description|aria-roledescription|placeholder|alt|title|summary|label)\\s*=\\s*\"[^\"$]*\\p{L}");

    @Test
    void everyPageHasItsTemplate() {
        assertThat(Classes.implementing(Page.class))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(template(page)).isRegularFile());
    }

    @Test
    void everyTemplateOfAPageHasItsPage() {
        Set<Path> drawn = Classes.implementing(Page.class).stream()
                .map(TemplatesTest::template)
                .collect(Collectors.toSet());
        assertThat(Sources.templates().filter(file -> file.toString().endsWith("Page.jte")))
                .isNotEmpty()
                .allMatch(drawn::contains);
    }

    @Test
    void aPageIsAPublicRecordInItsController() {
        assertThat(Classes.implementing(Page.class)).allSatisfy(page -> {
            assertThat(page).isRecord().isPublic();
            assertThat(page.getEnclosingClass()).isNotNull();
            assertThat(Modifier.isPublic(page.getEnclosingClass().getModifiers()))
                    .isFalse();
        });
    }

    private static Path template(Class<?> page) {
        String folder = page.getPackageName().substring("org.cybox.".length()).replace('.', '/');
        return Sources.TEMPLATES.resolve(folder).resolve(page.getSimpleName() + ".jte");
    }

    /** Except in letters: mail programs know no style sheets. */
    @Test
    void styleAndScriptAreFiles() {
        assertThat(Sources.templates().filter(file -> {
                    String text = Sources.read(file);
                    boolean letter = file.startsWith(Sources.TEMPLATES.resolve("platform/mail"));
                    return !letter
                                    && Pattern.compile("\\sstyle\\s*=")
                                            .matcher(text)
                                            .find()
                            || Pattern.compile("<style").matcher(text).find()
                            || Pattern.compile("\\son[a-z]+\\s*=\\s*\"")
                                    .matcher(text)
                                    .find()
                            || Pattern.compile("href\\s*=\\s*\"javascript:")
                                    .matcher(text)
                                    .find()
                            || Pattern.compile("<script(?![^>]*\\ssrc=)")
                                    .matcher(text)
                                    .find();
                }))
                .isEmpty();
    }

    @Test
    void onlySanitisedHtmlIsWrittenAsItIs() {
        List<String> unsafe = Sources.templates()
                .flatMap(file -> UNSAFE.matcher(Sources.read(file))
                        .results()
                        .map(result -> Sources.TEMPLATES.relativize(file) + ": " + result.group(1)))
                .distinct()
                .toList();
        assertThat(unsafe).allMatch(SANITISED::contains, "is on the list of what the sanitiser made");
        assertThat(SANITISED).as("what is no longer written").allMatch(unsafe::contains);
    }

    @Test
    void aTemplateSaysNoWordOfItsOwn() {
        // Names, and the signs on the buttons of the editor.
        Set<String> names = Set.of("XLSX", "CSV", "PDF", "CYBOX", "HTML", "SHA-", "B", "I", "H");
        assertThat(Sources.templates()
                        .flatMap(file -> JteText.words(Sources.read(file)).stream()
                                .filter(word -> !names.contains(word))
                                .map(word -> Sources.TEMPLATES.relativize(file) + ": " + word)))
                .isEmpty();
        assertThat(Sources.templates()
                        .flatMap(file -> SAID_IN_ATTRIBUTE
                                .matcher(Sources.read(file))
                                .results()
                                .map(result -> Sources.TEMPLATES.relativize(file) + ": " + result.group())))
                .isEmpty();
    }

    @Test
    void aWordWouldBeFound() {
        assertThat(JteText.words(
                        "@param String x\n<p class=\"a\">${x} Save @if(x.equals(\"yes\"))<b>now</b>@endif</p>"))
                .containsExactly("Save", "now");
        assertThat(JteText.words(
                        "@template.platform.web.Layout(title = \"T\", content = @`<h1>Hello ${t.of(\"a.b\")}</h1>`)"))
                .containsExactly("Hello");
        assertThat(JteText.words("!{var t = shell.t();}<%-- a note --%><!-- another --><p>${t.of(\"x.y\")} · 3 %</p>"))
                .isEmpty();
        assertThat(SAID_IN_ATTRIBUTE.matcher("<input placeholder=\"Name\">").find())
                .isTrue();
        assertThat(SAID_IN_ATTRIBUTE
                        .matcher("<input placeholder=\"${t.of(\"a.b\")}\">")
                        .find())
                .isFalse();
    }

    @Test
    void everyAddressedFileOfOursExists() {
        assertThat(Sources.templates()
                        .flatMap(file -> Pattern.compile("asset\\(\"([^\"$]+)\"\\)")
                                .matcher(Sources.read(file))
                                .results()
                                .map(result -> result.group(1)))
                        .distinct()
                        .filter(path -> !path.startsWith("webjars/"))
                        .map(path -> Path.of("src", "main", "resources", "static", path)))
                .isNotEmpty()
                .allMatch(Files::isRegularFile);
    }
}
