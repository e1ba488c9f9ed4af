package org.cybox.platform.jobs;

import java.util.UUID;
import org.cybox.testing.Axe;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;

class JobScreenTest {

    private final Cast cast = Cast.open();

    @Test
    void aPersonWatchesLongWorkEnd() {
        String name = "slow:" + UUID.randomUUID();
        String address = "/jobs/" + follow(name);
        Eventually.isTrue("a quarter", () -> cast.ben().get(address).text().contains("1 of 4"));
        try (Screen ben = Screen.of(cast.ben());
                Screen without = Screen.of(cast.ben()).phone().reading("ar").withoutScript()) {
            ben.go(address);
            without.go(address);
            ben.picture("job-running");
            without.picture("job-running-ar-phone");
            Axe.check(ben.page());
            without.fits();
            TestTask.open(name);
            ben.page().waitForSelector(".notice.success");
            without.page().waitForSelector(".notice.success");
            ben.picture("job-done");
            Axe.check(ben.page());
            ben.quiet();
        }
    }

    @Test
    void aPersonReadsWhyItFailed() {
        String address = "/jobs/" + follow("refused:" + UUID.randomUUID());
        Eventually.isTrue("the refusal", () -> cast.ben().get(address).text().contains("larger than"));
        try (Screen ben = Screen.of(cast.ben()).dark()) {
            ben.go(address);
            ben.picture("job-failed-dark");
            Axe.check(ben.page());
            ben.quiet();
        }
    }

    private UUID follow(String name) {
        return cast.in(() ->
                Program.bean(Jobs.class).follow("test.task", name, cast.ben().person()));
    }
}
