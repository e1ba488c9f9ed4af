package org.cybox.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.cybox.bench.Pages.Page;
import org.cybox.bench.Wire.Reply;
import org.cybox.bench.Wire.Request;

/** A page and the bare page in turns, so that whatever else the machine does meets both. */
final class Comparison {

    private final Installation installation;
    private final Bare bare;
    private final Pages pages;

    Comparison(Installation installation, Bare bare, Pages pages) {
        this.installation = installation;
        this.bare = bare;
        this.pages = pages;
    }

    /** @param rounds of each; @param length of a round; @param warmUp requests before, @param cap for no longer than that */
    record Effort(int rounds, Duration length, int warmUp, Duration cap) {}

    /** Tells the bare page what it is compared with, and warms both up. Throws when the page does not answer as it should. */
    void prepare(Page page, Effort effort) {
        Reply plain = pages.plain(page);
        if (plain.status() != page.expected()) {
            throw new IllegalStateException(
                    page.name() + " answers " + plain.status() + " instead of " + page.expected());
        }
        bare.learn(page.name(), page.sql(), plain.text());
        real(page, 8, effort.warmUp() / 8, effort.cap());
        plain(page, 8, effort.warmUp() / 8, effort.cap());
    }

    Measured measure(Page page, int connections, int statements, Effort effort) {
        List<Round> real = new ArrayList<>();
        List<Round> plain = new ArrayList<>();
        double cost = 0;
        double plainCost = 0;
        for (int i = 0; i < effort.rounds(); i++) {
            double before = processors();
            real.add(real(page, connections, Integer.MAX_VALUE, effort.length()));
            double between = processors();
            plain.add(plain(page, connections, Integer.MAX_VALUE, effort.length()));
            cost += between - before;
            plainCost += processors() - between;
        }
        double[] ratios = IntStream.range(0, effort.rounds())
                .mapToDouble(i -> real.get(i).rps() / plain.get(i).rps())
                .toArray();
        return new Measured(
                page.name(),
                connections,
                median(real, Round::rps),
                median(real, Round::p50ms),
                median(real, Round::p99ms),
                statements,
                bytes(page),
                Round.median(ratios),
                cost / requests(real),
                plainCost / requests(plain));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Round.median(rounds.stream().mapToDouble(figure).toArray());
    }

    private static int requests(List<Round> rounds) {
        return rounds.stream().mapToInt(Round::requests).sum();
    }

    /** Milliseconds of processor time, of both programs and the database together: only one of them works at a time. */
    private double processors() {
        return (installation.processorTime().toNanos() + bare.processorTime().toNanos()) / 1e6;
    }

    private Round real(Page page, int connections, int most, Duration length) {
        Round round = Round.of(installation.address(), page.requests(), connections, page.expected(), most, length);
        if (round.errors() > 0) {
            throw new IllegalStateException(page.name() + ": " + round.errors() + " wrong answers");
        }
        return round;
    }

    private Round plain(Page page, int connections, int most, Duration length) {
        List<Request> requests = IntStream.rangeClosed(1, Pages.READERS)
                .mapToObj(n ->
                        bare.request(page.bareMethod(), page.name(), page.id().apply(n)))
                .toList();
        Round round = Round.of(bare.address(), requests, connections, page.bareExpected(), most, length);
        if (round.errors() > 0) {
            throw new IllegalStateException("the bare page " + page.name() + " failed");
        }
        return round;
    }

    int bytes(Page page) {
        return once(page).bytes();
    }

    List<String> statements(Page page, Statements statements) throws SQLException {
        return statements.of(() -> once(page));
    }

    private Reply once(Page page) {
        return Wire.once(installation.address(), page.request().apply(1)).orElse(Reply.BROKEN);
    }
}
