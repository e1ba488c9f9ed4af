package org.cybox.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A whole country sits down at once: very many learners begin the same test within seconds and answer 20 questions. */
final class Rush {

    private static final int QUESTIONS = 20;

    private final Installation installation;

    Rush(Installation installation) {
        this.installation = installation;
    }

    /** @param first of the members who take part; @param within seconds, all begin */
    record Crowd(String name, int first, int learners, int within, Taker.Pause pause) {}

    /** @return what is wrong, empty when all is well; how long things took is reported only */
    List<String> run(Crowd crowd, Report report) throws SQLException {
        Acknowledged ledger = new Acknowledged();
        long now = System.nanoTime();
        List<Taker> takers = IntStream.range(0, crowd.learners())
                .mapToObj(n -> new Taker(
                        installation.host(Data.SLUG),
                        crowd.first() + n,
                        Taker.LAST,
                        QUESTIONS,
                        now + (long) (crowd.within() * 1e9 * n / crowd.learners()),
                        crowd.pause(),
                        ledger))
                .toList();
        Wire.run(installation.address(), takers, Duration.ofSeconds(180));
        double seconds = (System.nanoTime() - now) / 1e9;
        for (String kind : List.of("start", "page", "answer", "")) {
            long[] times = ledger.times(kind);
            String name = crowd.name() + (kind.isBlank() ? "" : ", " + kind);
            report.add(Measured.scenario(name, crowd.learners(), times.length / seconds, times));
        }
        int expected = crowd.learners() * QUESTIONS;
        List<String> lost = ledger.lost(installation);
        report.say(String.format(
                Locale.ROOT,
                "%s: %d learners, %d of %d answers acknowledged in %.0f s, %d lost, problems %s",
                crowd.name(),
                crowd.learners(),
                ledger.count(),
                expected,
                seconds,
                lost.size(),
                ledger.problems()));
        boolean well = lost.isEmpty() && ledger.problems().isEmpty() && ledger.count() == expected;
        return well ? List.of() : List.of(crowd.name() + ": lost answers or errors");
    }
}
