package org.cybox.notifications;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.jobs.Jobs;
import org.springframework.stereotype.Component;

/** Tells people what concerns them: in the page at once, by mail as each of them wishes. */
@Component
public class Notifications {

    private static final int BATCH = 1_000;

    private final NoticeStore store;
    private final UnreadNotices unread;
    private final Jobs jobs;

    Notifications(NoticeStore store, UnreadNotices unread, Jobs jobs) {
        this.store = store;
        this.unread = unread;
        this.jobs = jobs;
    }

    /** Part of the running transaction. */
    public void tell(UUID person, Notice notice) {
        tellAll(List.of(person), notice);
    }

    /** Part of the running transaction; one statement for a thousand people. */
    public void tellAll(Collection<UUID> persons, Notice notice) {
        List<UUID> all = new ArrayList<>(new java.util.LinkedHashSet<>(persons));
        if (all.isEmpty()) {
            return;
        }
        UUID batch = Ids.next();
        for (int from = 0; from < all.size(); from += BATCH) {
            store.insert(batch, all.subList(from, Math.min(all.size(), from + BATCH)), notice);
        }
        unread.changed(all);
        jobs.later(NoticeMailTask.KIND, batch.toString());
    }
}
