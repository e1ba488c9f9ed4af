package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.EveryPage;
import org.cybox.testing.House;
import org.cybox.testing.Program;
import org.cybox.testing.RobotSeed.Sample;
import org.cybox.testing.Screen;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One page of each route that the people of a furnished house can reach: what it costs, how it reads to those who cannot
 * see it, how it fits a phone and a slow line, where its links lead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final int FIRST_VISIT = 60_000;
    private static final int NEXT_PAGE = 15_000;

    private Map<String, Sample> pages = Map.of();
    private List<String> broken = List.of();

    @BeforeAll
    void walkThroughTheHouse() {
        EveryPage all = EveryPage.of(House.furnish(Program.shared()));
        pages = all.pages();
        broken = all.broken();
    }

    @Test
    void noLinkLeadsNowhere() {
        assertThat(broken).isEmpty();
    }

    @Test
    void aPageCostsNoMoreThanItMay() {
        List<String> dear = new ArrayList<>();
        pages.forEach((route, sample) -> {
            sample.person().get(sample.address()).ok();
            List<String> statements = Statements.least(() -> sample.person().get(sample.address()));
            if (statements.size() > sample.statements()) {
                dear.add(route + " may cost " + sample.statements() + " statements and costs " + statements.size()
                        + ":\n  " + String.join("\n  ", statements));
            }
        });
        assertThat(dear).isEmpty();
    }

    /**
     * Whoever comes for the first time, and whoever has our style and scripts already ({@code SlowLineTest} shows that they
     * are kept). The one exception is where authors write: their editor is loaded there.
     */
    @Test
    void aPageWeighsNoMoreThanItMay() {
        List<String> heavy = new ArrayList<>();
        onScreens("ar", (screen, route, sample) -> {
            screen.forget();
            screen.go(sample.address());
            List<String> fetched = screen.fetched();
            int first = weight(fetched, "");
            int next = first - weight(fetched, "/static/");
            boolean editor = screen.page().locator("rich-text").count() > 0;
            if (!editor && (first > FIRST_VISIT || next > NEXT_PAGE)) {
                heavy.add(route + " " + sample.address() + ": " + first + " bytes at first, then " + next);
            }
        });
        assertThat(heavy).isEmpty();
    }

    private static int weight(List<String> fetched, String of) {
        return fetched.stream()
                .filter(one -> one.contains(of))
                .mapToInt(one -> Integer.parseInt(one.substring(one.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void everyPageIsAccessibleOnAPhoneInEnglish() {
        look("en");
    }

    @Test
    void everyPageIsAccessibleOnAPhoneInArabic() {
        look("ar");
    }

    private void look(String language) {
        List<String> faults = new ArrayList<>();
        onScreens(language, (screen, route, sample) -> look(faults, route, sample, screen, language));
        assertThat(faults).isEmpty();
    }

    private interface Look {
        void at(Screen screen, String route, Sample sample);
    }

    private void onScreens(String language, Look look) {
        Map<Browser, Screen> screens = new LinkedHashMap<>();
        try {
            pages.forEach((route, sample) -> {
                if (html(sample)) {
                    Screen screen = screens.computeIfAbsent(
                            sample.person(), person -> Screen.of(person).phone().reading(language));
                    look.at(screen, route, sample);
                }
            });
        } finally {
            screens.values().forEach(Screen::close);
        }
    }

    private static void look(List<String> faults, String route, Sample sample, Screen screen, String language) {
        screen.go(sample.address());
        check(faults, screen::fits);
        check(faults, screen::quiet);
        List<Rule> findings = Axe.findings(screen.page());
        if (!findings.isEmpty()) {
            faults.add(route + " " + sample.address() + "\n" + Axe.said(findings));
        }
        screen.picture(language + "/" + route.replaceAll("[^A-Za-z0-9]+", "-"));
    }

    private static boolean html(Sample sample) {
        return sample.person().get(sample.address()).header("Content-Type").startsWith("text/html");
    }

    private static void check(List<String> faults, Runnable look) {
        try {
            look.run();
        } catch (AssertionError e) {
            faults.add(e.getMessage());
        }
    }
}
