package org.cybox.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cybox.bench.Comparison.Effort;
import org.cybox.bench.Pages.Page;

/** Measures CYBOX on its own server and its own data. See docs/performance.md for what the figures mean. */
public final class Bench {

    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);

    private static final int WARM_UP = Integer.getInteger("cybox.bench.warm", 4_000);

    private final Options options;
    private final Report report = new Report();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, double[]> byTenants = new TreeMap<>();

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Bench bench = new Bench(options);
        Thread.ofPlatform().daemon().start(() -> {
            Installation.pause(options.left().toMillis());
            System.err.println("The bench took too long and is ended; what was measured is kept.");
            options.json().ifPresent(bench.report::write);
            System.exit(3);
        });
        System.exit(bench.run());
    }

    private int run() throws SQLException {
        try (Installation installation = Installation.fresh(jvmOptions())) {
            report.say("Starting CYBOX on fresh data …");
            installation.start();
            Data data = new Data(installation);
            data.prepare();
            data.make(0, 0, Data.Size.MEASURED);
            Statements statements = new Statements(installation);
            statements.prepare();
            installation.stop();
            installation.start();
            try (Bare bare = new Bare(installation)) {
                measure(installation, data, statements, bare);
            }
            kill(installation);
        }
        options.json().ifPresent(report::write);
        wrong.forEach(one -> report.say("WRONG: " + one));
        return wrong.isEmpty() ? 0 : 1;
    }

    private static List<String> jvmOptions() {
        String given = System.getProperty("cybox.bench.options", "");
        return given.isBlank() ? List.of() : List.of(given.split("[ |]"));
    }

    private void measure(Installation installation, Data data, Statements statements, Bare bare) throws SQLException {
        Pages pages = new Pages(installation);
        Comparison comparison = new Comparison(installation, bare, pages);
        tenants(1, pages, comparison);
        data.make(1, 139, Data.Size.OTHER);
        tenants(140, pages, comparison);
        pages(pages, comparison, statements);
        rush(installation);
        if (options.wants("tenants")) {
            data.make(140, 999, Data.Size.OTHER);
            tenants(1000, pages, comparison);
            compareTenants();
        }
    }

    private void pages(Pages pages, Comparison comparison, Statements statements) throws SQLException {
        List<Page> wanted = pages.all(options);
        if (wanted.isEmpty()) {
            return;
        }
        Effort effort = effort(wanted.size());
        report.say("140 institutions, 1,000 learners, 50 courses in the measured one; rounds of "
                + effort.length().toMillis() + " ms");
        report.say(Measured.HEAD);
        for (Page page : wanted) {
            try {
                comparison.prepare(page, effort);
                List<String> asked = comparison.statements(page, statements);
                for (int connections : CONNECTIONS) {
                    report.add(comparison.measure(page, connections, asked.size(), effort));
                }
                if (options.sql()) {
                    asked.forEach(report::say);
                }
            } catch (IllegalStateException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
    }

    /** As long as the time allows: what is left, without what the scenarios take. */
    private Effort effort(int count) {
        int rounds = options.quick() ? 3 : 5;
        long scenarios = options.quick() ? 105_000 : 300_000;
        long each = (options.left().toMillis() - scenarios) / (count * (CONNECTIONS.size() * rounds * 2L + 6));
        long most = options.quick() ? 1_000 : 2_000;
        Duration length = Duration.ofMillis(Math.clamp(each, 200, most));
        return new Effort(rounds, length, WARM_UP, options.quick() ? length.multipliedBy(3) : Duration.ofSeconds(60));
    }

    private void rush(Installation installation) throws SQLException {
        if (!options.wants("rush")) {
            return;
        }
        report.say(Measured.HEAD);
        Rush rush = new Rush(installation);
        int learners = options.quick() ? 1_000 : 2_000;
        int within = options.quick() ? 5 : 10;
        Taker.Pause pause = options.quick() ? new Taker.Pause(400, 1_000, false) : new Taker.Pause(1_000, 3_000, false);
        wrong.addAll(rush.run(new Rush.Crowd("rush", 1_001, learners, within, pause), report));
        if (!options.quick()) {
            wrong.addAll(rush.run(new Rush.Crowd("rush, no pause", 3_001, learners, within, Taker.Pause.NONE), report));
        }
    }

    /** The same two pages while the number of institutions grows; the bare page shows what else has changed meanwhile. */
    private void tenants(int count, Pages pages, Comparison comparison) {
        if (!options.wants("tenants")) {
            return;
        }
        Effort effort = new Effort(
                options.quick() ? 3 : 7,
                Duration.ofMillis(options.quick() ? 600 : 1_500),
                2_000,
                Duration.ofSeconds(options.quick() ? 3 : 20));
        List<Page> both = List.of(pages.lesson(), pages.catalogue());
        if (count == 1 && !options.quick()) {
            // A program that is still warming up would make the first number of institutions look dear.
            Effort warm = new Effort(0, Duration.ZERO, 40_000, Duration.ofSeconds(30));
            both.forEach(page -> comparison.prepare(page, warm));
        }
        for (Page page : both) {
            try {
                comparison.prepare(page, effort);
                Measured one = comparison.measure(page, 8, 0, effort);
                report.add(one.named(page.name() + ", " + count + " tenants"));
                byTenants.computeIfAbsent(page.name(), k -> new double[] {0, Double.MAX_VALUE});
                double[] range = byTenants.get(page.name());
                range[0] = Math.max(range[0], one.ratio());
                range[1] = Math.min(range[1], one.ratio());
            } catch (IllegalStateException e) {
                wrong.add(String.valueOf(e.getMessage()));
            }
        }
    }

    private void compareTenants() {
        byTenants.forEach((page, range) -> report.say(String.format(
                Locale.ROOT,
                "%s: cost with 1, 140 and 1,000 institutions differs by %.0f %% of the least",
                page,
                100 * (range[0] / range[1] - 1))));
    }

    private void kill(Installation installation) throws SQLException {
        if (!options.wants("kill")) {
            return;
        }
        Kill kill = new Kill(installation);
        int answers = options.quick() ? 60 : 200;
        told("kill -9 of the program", kill.program(new Kill.Size(5_001, 50, answers)));
        told("kill -9 of the database", kill.database(new Kill.Size(5_051, 50, answers)));
    }

    private void told(String what, Kill.Outcome outcome) {
        report.say(what + ": " + outcome.acknowledged() + " answers acknowledged of " + outcome.expected() + ", "
                + outcome.lost().size() + " lost; meanwhile " + outcome.problems());
        if (!outcome.well()) {
            wrong.add(what + ": lost answers");
        }
    }
}
