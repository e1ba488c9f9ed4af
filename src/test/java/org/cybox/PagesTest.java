package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Crawl;
import org.cybox.testing.House;
import org.cybox.testing.Program;
import org.cybox.testing.RobotSeed.Sample;
import org.cybox.testing.Routes;
import org.cybox.testing.Routes.Route;
import org.cybox.testing.Screen;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * One page of each route that the people of a furnished house can reach: what it costs, how it reads to those who cannot
 * see it, how it fits a phone, where its links lead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final int OFFICERS = 8;

    private final List<Route> routes = Routes.of(Program.shared());
    private final Map<String, Sample> pages = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();
    private House house;

    @BeforeAll
    void walkThroughTheHouse() {
        house = House.furnish(Program.shared());
        house.samples().forEach(sample -> pages.putIfAbsent(route(sample.address()), sample));
        walk("a stranger", house.cast().stranger());
        walk("a learner", house.cast().ben());
        walk("an author", house.cast().ada());
        walk("a manager", house.cast().chi());
        walk("an operator", house.cast().op());
        String signIn = Program.shared().address() + "/sign-in";
        pages.put("sign-in", new Sample("sign-in", house.cast().stranger(), signIn, 3));
    }

    private void walk(String who, Browser person) {
        List<String> starts = house.samples().stream()
                .filter(sample -> sample.person() == person)
                .map(Sample::address)
                .toList();
        Crawl crawl = Crawl.from(person, starts);
        crawl.broken().forEach(answer -> broken.add(who + ": " + answer.address() + " " + answer.status()));
        crawl.pages().forEach(page -> pages.putIfAbsent(route(page), new Sample(who, person, page, budget(page))));
    }

    private String route(String address) {
        return Routes.at(routes, "GET", address).map(Route::path).orElse(address);
    }

    private int budget(String address) {
        return OFFICERS;
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
        Map<Browser, Screen> screens = new LinkedHashMap<>();
        try {
            pages.forEach((route, sample) -> {
                if (html(sample)) {
                    look(
                            faults,
                            route,
                            sample,
                            screens.computeIfAbsent(
                                    sample.person(),
                                    person -> Screen.of(person).phone().reading(language)),
                            language);
                }
            });
        } finally {
            screens.values().forEach(Screen::close);
        }
        assertThat(faults).isEmpty();
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
