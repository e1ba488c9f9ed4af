package org.cybox.courses.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Enrolment;
import org.cybox.courses.Enrolments;
import org.cybox.platform.web.Limit;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Learners who join by themselves, under the rules of the course. */
@Component
class Joining {

    private static final int GUESSES = 5;

    private final Enrolments enrolments;
    private final EntryStore entries;
    private final EnrolmentNotices notices;
    private final Tenants tenants;
    private final Limit guesses = new Limit(GUESSES, Duration.ofMinutes(10));

    Joining(Enrolments enrolments, EntryStore entries, EnrolmentNotices notices, Tenants tenants) {
        this.enrolments = enrolments;
        this.entries = entries;
        this.notices = notices;
        this.tenants = tenants;
    }

    enum Result {
        IN,
        ALREADY_IN,
        REQUESTED,
        ALREADY_REQUESTED
    }

    /** Refused in field {@code key} when it is wrong or guessed at too often, and when the course takes nobody any more. */
    Result join(Visitor visitor, UUID course, String key, String message) {
        EntryStore.Entry entry = entries.find(course).orElseThrow(NotFound::new);
        Optional<Enrolment> there = enrolments.of(course, visitor.person());
        if (there.filter(Enrolment::learning).isPresent()) {
            return Result.ALREADY_IN;
        }
        switch (entry.way(today())) {
            case "over" -> throw new Refused("", "enrolment.over");
            case "closed" -> throw new Refused("", "enrolment.closed");
            default -> {}
        }
        if (!entry.enrolKey().isBlank()) {
            check(visitor, entry.enrolKey(), key);
        }
        if (entry.enrolApproval()) {
            return request(visitor, entry, there, message);
        }
        enrolments.enrol(course, visitor.person(), entry.enrolKey().isBlank() ? "open" : "key");
        return Result.IN;
    }

    private Result request(Visitor visitor, EntryStore.Entry entry, Optional<Enrolment> there, String message) {
        if (there.filter(one -> one.state().equals("requested")).isPresent()) {
            return Result.ALREADY_REQUESTED;
        }
        Enrolment wish = enrolments.request(entry.id(), visitor.person(), message);
        notices.requested(wish, entry.title(), visitor.name());
        return Result.REQUESTED;
    }

    /** Compared in constant time; a person has five guesses, then one more every two minutes. */
    private void check(Visitor visitor, String wanted, String typed) {
        guesses.check(visitor.person(), "key", "enrolment.key.often");
        byte[] right = wanted.strip().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, typed.strip().getBytes(StandardCharsets.UTF_8))) {
            throw new Refused("key", "enrolment.key.wrong");
        }
    }

    LocalDate today() {
        return tenants.today();
    }
}
