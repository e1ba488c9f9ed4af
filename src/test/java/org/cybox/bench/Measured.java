package org.cybox.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/**
 * One line of the result, with the names that the JSON has. Figures that make no sense for a scenario are 0.
 *
 * @param rps requests a second; @param statements SQL statements of one request, the setting of the tenant included
 * @param bytes of one answer over the wire, head included, compressed when the client takes it
 * @param ratio of requests a second to those of a bare page measured at the same time
 * @param cost processor time of one request in milliseconds, program and database; @param bareCost of the bare page: the
 *     figures that a busy machine disturbs least
 */
record Measured(
        String name,
        int connections,
        double rps,
        double p50ms,
        double p99ms,
        int statements,
        int bytes,
        double ratio,
        @JsonIgnore double cost,
        @JsonIgnore double bareCost) {

    static final String HEAD = String.format(
            Locale.ROOT,
            "%-22s %5s %9s %9s %9s %5s %8s %6s %8s %8s",
            "",
            "conn",
            "req/s",
            "p50 ms",
            "p99 ms",
            "SQL",
            "bytes",
            "ratio",
            "cpu ms",
            "bare cpu");

    String line() {
        return String.format(
                Locale.ROOT,
                "%-22s %5d %9.0f %9.2f %9.2f %5d %8d %6.2f %8.3f %8.3f",
                name,
                connections,
                rps,
                p50ms,
                p99ms,
                statements,
                bytes,
                ratio,
                cost,
                bareCost);
    }

    /** Of a scenario, that has no bare page beside it. */
    static Measured scenario(String name, int connections, double rps, long[] sorted) {
        return new Measured(
                name, connections, rps, Round.percentile(sorted, 0.5), Round.percentile(sorted, 0.99), 0, 0, 0, 0, 0);
    }

    Measured named(String other) {
        return new Measured(other, connections, rps, p50ms, p99ms, statements, bytes, ratio, cost, bareCost);
    }

    Measured rounded() {
        return new Measured(
                name,
                connections,
                round(rps, 1),
                round(p50ms, 3),
                round(p99ms, 3),
                statements,
                bytes,
                round(ratio, 3),
                cost,
                bareCost);
    }

    private static double round(double value, int digits) {
        double factor = Math.pow(10, digits);
        return Math.round(value * factor) / factor;
    }
}
