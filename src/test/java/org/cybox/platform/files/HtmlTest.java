package org.cybox.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<p onclick=alert(1)>a</p>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"/files/1/a.png\" onload=\"alert(1)\">",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\" jAvAsCrIpT:alert(1)\">a</a>",
                "<a href=\"java\tscript:alert(1)\">a</a>",
                "<a href=\"&#106;avascript:alert(1)\">a</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">a</a>",
                "<a href=\"vbscript:msgbox(1)\">a</a>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>a</text></a></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=\"javascript:alert(1)\"></object><embed src=\"javascript:alert(1)\">",
                "<style>@import 'javascript:alert(1)'</style><p style=\"background:url(javascript:alert(1))\">a</p>",
                "<form action=\"javascript:alert(1)\"><button>a</button></form>",
                "<details open ontoggle=alert(1)><summary>a</summary></details>",
                "<base href=\"javascript:alert(1)//\"><link rel=stylesheet href=\"javascript:alert(1)\">",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<!--><img src=x onerror=alert(1)>-->",
                "<p title='<img src=x onerror=alert(1)>'>a</p>",
                "<scr<script>ipt>alert(1)</script>",
                "<template><img src=x onerror=alert(1)></template>"
            })
    void nothingRuns(String hostile) {
        Document clean = Jsoup.parseBodyFragment(Html.clean(hostile));
        assertThat(clean.select(
                        "script, svg, math, iframe, object, embed, style, form, base, link[rel], meta[http-equiv]"))
                .isEmpty();
        clean.body()
                .getAllElements()
                .forEach(element -> element.attributes().forEach(attribute -> {
                    assertThat(attribute.getKey()).doesNotStartWith("on").isNotEqualTo("style");
                    assertThat(attribute.getValue().toLowerCase(java.util.Locale.ROOT))
                            .doesNotContain("script:");
                }));
        assertThat(Html.clean(Html.clean(hostile))).isEqualTo(Html.clean(hostile));
    }

    @Test
    void onlyOurPicturesAreShown() {
        assertThat(Html.clean("<img src=\"https://evil.example/spy.png\" alt=\"a\">"))
                .doesNotContain("evil");
        assertThat(Html.clean("<img src=\"//evil.example/files/1/spy.png\">")).doesNotContain("evil");
        assertThat(Html.clean("<img src=\"/sign-out\">")).doesNotContain("sign-out");
        assertThat(Html.clean("<img src=\"/files/0190-a/map.png\" alt=\"A map\">"))
                .isEqualTo("<img src=\"/files/0190-a/map.png\" alt=\"A map\">");
    }

    @Test
    void linksElsewhereGiveNothingAway() {
        assertThat(Html.clean("<a href=\"https://coe.int/a?b=c&amp;d=e\" target=_blank rel=opener>a</a>"))
                .isEqualTo("<a href=\"https://coe.int/a?b=c&amp;d=e\" rel=\"noopener nofollow\">a</a>");
        assertThat(Html.clean("<a href=\"/courses/1\">a</a>")).isEqualTo("<a href=\"/courses/1\">a</a>");
        assertThat(Html.clean("<a href=\"mailto:ada@court.example\">a</a>"))
                .isEqualTo("<a href=\"mailto:ada@court.example\">a</a>");
        assertThat(Html.clean("<a href=\"//evil.example\">a</a>")).isEqualTo("<a>a</a>");
        assertThat(Html.clean("<a href=\"/\\evil.example\">a</a>")).isEqualTo("<a>a</a>");
    }

    @Test
    void onlyKnownClassesAndNoIdentifiers() {
        assertThat(Html.clean("<aside class=\"key button primary\" id=\"main\">a</aside>"))
                .isEqualTo("<aside class=\"key\">a</aside>");
        assertThat(Html.clean("<p class=\"bar\" lang=\"ar\" dir=\"rtl\">ا</p>"))
                .isEqualTo("<p lang=\"ar\" dir=\"rtl\">ا</p>");
    }

    @Test
    void wordsStayAsTheyWereWritten() {
        String text = "<p>ada@court.example said: 2 &lt; 3 &amp; {{x}} = “y” – l’été</p>";
        assertThat(Html.text(Html.clean(text))).isEqualTo(Html.text(text));
        assertThat(Html.text("<h2>One</h2><p>two</p><ul><li>three</li></ul>")).isEqualTo("One two three");
        assertThat(Html.clean("just words")).isEqualTo("just words");
        assertThat(Html.clean("")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void lessonsComeThroughWhole(Path lesson) throws IOException {
        String html = Files.readString(lesson);
        String clean = Html.clean(html);
        assertThat(shape(clean)).isEqualTo(shape(html));
        assertThat(Html.text(clean)).isEqualTo(Html.text(html));
        assertThat(Html.clean(clean)).isEqualTo(clean);
    }

    private static String shape(String html) {
        StringBuilder shape = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().getAllElements().forEach(element -> {
            shape.append(element.normalName());
            element.attributes().asList().stream()
                    .filter(attribute -> !attribute.getKey().equals("rel"))
                    .map(attribute -> " " + attribute.getKey() + "=" + attribute.getValue())
                    .sorted()
                    .forEach(shape::append);
            shape.append('\n');
        });
        return shape.toString();
    }

    static Stream<Path> lessons() throws IOException {
        return Files.walk(Path.of("src/main/resources/seed/courses"))
                .filter(path ->
                        path.toString().endsWith(".html") && path.toString().contains("/lessons/"));
    }
}
