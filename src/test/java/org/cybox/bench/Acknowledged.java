package org.cybox.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the program said is saved, to be compared with what is there; and how long it took to say so. */
final class Acknowledged {

    private final Map<String, Long> answers = new HashMap<>();
    private final Map<String, Integer> problems = new TreeMap<>();
    private final Map<String, long[]> times = new TreeMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    void answer(UUID attempt, String question, long noted) {
        answers.merge(attempt + "/" + question, noted, Math::max);
    }

    void problem(String what) {
        problems.merge(what, 1, Integer::sum);
    }

    /** @param kind start, page, answer … */
    void time(String kind, long nanos) {
        int count = counts.merge(kind, 1, Integer::sum);
        long[] all = times.computeIfAbsent(kind, k -> new long[4096]);
        if (count > all.length) {
            all = Arrays.copyOf(all, 2 * all.length);
            times.put(kind, all);
        }
        all[count - 1] = nanos;
    }

    int count() {
        return answers.size();
    }

    Map<String, Integer> problems() {
        return problems;
    }

    /** Nanoseconds, sorted; of all kinds when blank. */
    long[] times(String kind) {
        return times.entrySet().stream()
                .filter(entry -> kind.isBlank() || entry.getKey().equals(kind))
                .flatMapToLong(entry -> Arrays.stream(entry.getValue(), 0, counts.get(entry.getKey())))
                .sorted()
                .toArray();
    }

    /** Answers that were acknowledged and are not there, or only in an older state. */
    List<String> lost(Installation installation) throws SQLException {
        Map<String, Long> there = new HashMap<>();
        try (Connection owner = installation.owner();
                PreparedStatement query =
                        owner.prepareStatement("select attempt_id, question_id, sequence from assessment.answer");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                there.put(rows.getString(1) + "/" + rows.getString(2), rows.getLong(3));
            }
        }
        List<String> lost = new ArrayList<>();
        answers.forEach((answer, noted) -> {
            if (there.getOrDefault(answer, 0L) < noted) {
                lost.add(answer);
            }
        });
        return lost;
    }
}
