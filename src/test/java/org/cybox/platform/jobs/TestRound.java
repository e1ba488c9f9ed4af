package org.cybox.platform.jobs;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cybox.platform.data.Scope;
import org.springframework.stereotype.Component;

@Component
class TestRound implements Recurring {
    @Override
    public String kind() {
        return "test.round";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        TestTask.SEEN
                .computeIfAbsent("round", key -> new CopyOnWriteArrayList<>())
                .add(String.valueOf(Scope.current().orElseThrow()));
    }
}
