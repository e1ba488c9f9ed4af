package org.cybox.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Objects;

/** How often somebody may do something on this node; what they did not use comes back evenly. */
public final class Limit {

    private final int times;
    private final Duration span;
    private final Cache<Object, Bucket> buckets;

    /** @param times at once, and again within every {@code span} */
    public Limit(int times, Duration span) {
        this.times = times;
        this.span = span;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(span.multipliedBy(2))
                .build();
    }

    /** Refused, with the time to wait, when it is too often. @param who an address or a person */
    public void check(Object who, String field, String key) {
        Bucket bucket = Objects.requireNonNull(buckets.get(
                who,
                one -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, span))
                        .build()));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refused.tooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()), field, key);
        }
    }
}
