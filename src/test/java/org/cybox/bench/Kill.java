package org.cybox.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** {@code kill -9} in the middle of a test, of the program or of its database: what was acknowledged must be there. */
final class Kill {

    private final Installation installation;

    Kill(Installation installation) {
        this.installation = installation;
    }

    /** @param learners who answer all the while; @param answers each of them gives in the end */
    record Size(int first, int learners, int answers) {}

    Outcome program(Size size) throws SQLException {
        return during(size, () -> {
            installation.killProgram();
            installation.start();
        });
    }

    /** The program lives on and starts its database again by itself. */
    Outcome database(Size size) throws SQLException {
        return during(size, installation::killDatabase);
    }

    /** @param problems what learners met meanwhile; their devices try again */
    record Outcome(int acknowledged, int expected, List<String> lost, Map<String, Integer> problems) {

        /** All but "nobody answers" and "come back in a moment, nothing was lost". */
        List<String> unexpected() {
            return problems.keySet().stream()
                    .filter(problem -> !problem.endsWith(" 0") && !problem.endsWith(" 503"))
                    .toList();
        }

        boolean well() {
            return lost.isEmpty() && acknowledged == expected && unexpected().isEmpty();
        }
    }

    private Outcome during(Size size, Runnable accident) throws SQLException {
        Acknowledged ledger = new Acknowledged();
        Taker.Pause pause = new Taker.Pause(20, 120, true);
        List<Taker> takers = IntStream.range(0, size.learners())
                .mapToObj(n -> new Taker(
                        installation.host(Data.SLUG),
                        size.first() + n,
                        Taker.LAST,
                        size.answers(),
                        System.nanoTime(),
                        pause,
                        ledger))
                .toList();
        // Not on the common pool: the end of a process is told there, and on two processors it has one thread.
        CompletableFuture<Void> load = CompletableFuture.runAsync(
                () -> Wire.run(installation.address(), takers, Duration.ofSeconds(240)),
                task -> Thread.ofPlatform().name("load").start(task));
        Installation.pause(2_000);
        accident.run();
        load.join();
        return new Outcome(
                ledger.count(),
                size.learners() * Math.min(20, size.answers()),
                ledger.lost(installation),
                ledger.problems());
    }
}
