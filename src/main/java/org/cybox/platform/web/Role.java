package org.cybox.platform.web;

/** What a member is in a tenant. Each includes the ones before it. */
public enum Role {
    LEARNER,
    TRAINER,
    MANAGER;

    /** The word in the database: {@code learner}, {@code trainer}, {@code manager}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Role of(String word) {
        return valueOf(word.toUpperCase(java.util.Locale.ROOT));
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
