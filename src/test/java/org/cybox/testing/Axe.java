package org.cybox.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** WCAG 2.2 AA as far as a machine can tell. */
public final class Axe {

    private Axe() {}

    public static void check(Page page) {
        List<Rule> violations = findings(page);
        if (!violations.isEmpty()) {
            throw new AssertionError(page.url() + ":\n" + said(violations));
        }
    }

    public static List<Rule> findings(Page page) {
        return new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }

    public static String said(List<Rule> violations) {
        return violations.stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + "\n    "
                        + rule.getNodes().stream()
                                .limit(4)
                                .map(node -> node.getTarget() + " " + node.getHtml() + "\n      "
                                        + String.valueOf(node.getFailureSummary())
                                                .replace("\n", " "))
                                .collect(Collectors.joining("\n    ")))
                .collect(Collectors.joining("\n"));
    }
}
