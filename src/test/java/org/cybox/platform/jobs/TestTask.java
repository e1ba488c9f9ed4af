package org.cybox.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cybox.platform.data.Scope;
import org.cybox.platform.web.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the tests order. The payload says what happens: {@code what:name}. */
@Component
class TestTask implements Task {

    static final Map<String, List<String>> SEEN = new ConcurrentHashMap<>();

    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();

    /** Lets slow work end. */
    static void open(String payload) {
        GATES.computeIfAbsent(payload, key -> new CountDownLatch(1)).countDown();
    }

    @Override
    public String kind() {
        return "test.task";
    }

    @Override
    public void run(String payload, Progress progress) {
        List<String> seen = SEEN.computeIfAbsent(payload, key -> new CopyOnWriteArrayList<>());
        boolean inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
        seen.add(Scope.tenant() + (inTransaction ? " in a transaction" : ""));
        switch (payload.split(":")[0]) {
            case "once" -> {
                if (seen.size() == 1) {
                    throw new IllegalStateException("the first time it fails");
                }
            }
            case "refused" -> throw new Refused("", "platform.file.tooLarge", "3 MB");
            case "slow" -> slowly(payload, progress);
            default -> progress.result(Map.of("link", "/brand.css"));
        }
    }

    private static void slowly(String payload, Progress progress) {
        progress.total(4);
        progress.step();
        progress.total(4);
        try {
            GATES.computeIfAbsent(payload, key -> new CountDownLatch(1)).await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void gaveUp(String payload, String reason) {
        SEEN.computeIfAbsent(payload + " gave up", key -> new CopyOnWriteArrayList<>())
                .add(reason);
    }
}
