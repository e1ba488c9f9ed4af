package org.cybox.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cybox.platform.data.Scope;

/** Ticks as the real one, but each tenant can live at another time: {@code TestClock.pass(tenant, Duration.ofDays(8))}. */
public final class TestClock extends Clock {

    private static final Map<UUID, Duration> SHIFTS = new ConcurrentHashMap<>();

    /** Time passes in that tenant, and nowhere else. */
    public static void pass(UUID tenant, Duration time) {
        SHIFTS.merge(tenant, time, Duration::plus);
    }

    @Override
    public Instant instant() {
        Instant now = Instant.now();
        return Scope.current().orElse(null) instanceof Scope.OfTenant(UUID id)
                ? now.plus(SHIFTS.getOrDefault(id, Duration.ZERO))
                : now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
