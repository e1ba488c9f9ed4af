package org.cybox;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import java.util.ArrayList;
import java.util.List;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Crawl;
import org.cybox.testing.House;
import org.cybox.testing.Program;
import org.cybox.testing.RobotSeed.Sample;
import org.cybox.testing.Screen;
import org.cybox.testing.Statements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.MimeTypeUtils;

/** Every page that the modules' seeds name: what it costs, how it reads to those who cannot see it, how it fits a phone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private House house;
    private List<Sample> samples;

    @BeforeAll
    void furnish() {
        house = House.furnish(Program.shared());
        samples = new ArrayList<>(house.samples());
        samples.add(new Sample("sign-in", house.cast().stranger(), Program.shared().address() + "/sign-in", 3));
    }

    @Test
    void everyPageIsThereAndCostsNoMoreThanItMay() {
        List<String> dear = new ArrayList<>();
        for (Sample sample : samples) {
            sample.person().get(sample.address()).ok();
            List<String> statements = Statements.least(() -> sample.person().get(sample.address()));
            if (statements.size() > sample.statements()) {
                dear.add(sample + " may cost " + sample.statements() + " statements and costs " + statements.size() + ":\n  "
                        + String.join("\n  ", statements));
            }
        }
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
        for (Sample sample : samples) {
            if (!page(sample)) {
                continue;
            }
            try (Screen screen = Screen.of(sample.person()).phone().reading(language)) {
                screen.go(sample.address());
                List<Rule> findings = Axe.findings(screen.page());
                if (!findings.isEmpty()) {
                    faults.add(sample + "\n" + Axe.said(findings));
                }
                check(faults, screen::fits);
                check(faults, screen::quiet);
                screen.picture(language + "/" + sample.name().replaceAll("[^A-Za-z0-9]+", "-"));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean page(Sample sample) {
        Answer answer = sample.person().get(sample.address());
        return answer.header("Content-Type").startsWith(MimeTypeUtils.TEXT_HTML_VALUE);
    }

    private static void check(List<String> faults, Runnable look) {
        try {
            look.run();
        } catch (AssertionError e) {
            faults.add(e.getMessage());
        }
    }

    /** Every link and picture that a person is shown leads somewhere. */
    @Test
    void noLinkLeadsNowhere() {
        List<String> broken = new ArrayList<>();
        for (var person : List.of(
                house.cast().chi(),
                house.cast().ada(),
                house.cast().ben(),
                house.cast().stranger(),
                house.cast().op())) {
            List<String> starts = house.samples().stream()
                    .filter(sample -> sample.person() == person)
                    .map(Sample::address)
                    .toList();
            Crawl.from(person, starts)
                    .broken()
                    .forEach(answer -> broken.add(answer.address() + " " + answer.status()));
        }
        assertThat(broken).isEmpty();
    }
}
