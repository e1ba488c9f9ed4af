package org.cybox.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cybox.bench.Wire.Reply;
import org.cybox.bench.Wire.Request;

/** A short while of the same request over and over, on some connections, each as fast as it is answered. */
record Round(double rps, double p50ms, double p99ms, int requests, int errors) {

    /** @param requests one for each connection, round about; @param expected status of a good answer */
    static Round of(InetSocketAddress address, List<Request> requests, int connections, int expected, Duration length) {
        return of(address, requests, connections, expected, Integer.MAX_VALUE, length);
    }

    /** The same, ended earlier after so many requests on each connection: compilers count calls, not seconds. */
    static Round of(
            InetSocketAddress address,
            List<Request> requests,
            int connections,
            int expected,
            int most,
            Duration length) {
        long begun = System.nanoTime();
        long end = begun + length.toNanos();
        List<Repeat> talks = IntStream.range(0, connections)
                .mapToObj(n -> new Repeat(requests.get(n % requests.size()), expected, most, end))
                .toList();
        Wire.run(address, talks, length.plusSeconds(20));
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] all = talks.stream().flatMapToLong(Repeat::times).sorted().toArray();
        int errors = talks.stream().mapToInt(talk -> talk.errors).sum();
        return new Round(all.length / seconds, percentile(all, 0.5), percentile(all, 0.99), all.length, errors);
    }

    /** @param sorted nanoseconds; @return milliseconds */
    static double percentile(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static final class Repeat implements Wire.Talk {

        private final Request request;
        private final int expected;
        private final int most;
        private final long end;
        private long[] times = new long[1024];
        private int count;
        private int errors;

        Repeat(Request request, int expected, int most, long end) {
            this.request = request;
            this.expected = expected;
            this.most = most;
            this.end = end;
        }

        @Override
        public Optional<Request> next() {
            return count + errors < most && System.nanoTime() < end ? Optional.of(request) : Optional.empty();
        }

        @Override
        public void heard(Reply reply, long nanos) {
            if (reply.status() != expected) {
                errors++;
                return;
            }
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = nanos;
        }

        java.util.stream.LongStream times() {
            return Arrays.stream(times, 0, count);
        }
    }
}
