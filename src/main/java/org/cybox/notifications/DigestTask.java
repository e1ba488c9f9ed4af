package org.cybox.notifications;

import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.springframework.stereotype.Component;

/** One mail a day with all that a person did not want at once. */
@Component
class DigestTask implements Task {

    static final String KIND = "notifications.digest";

    private static final int SOME = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final NoticeStore store;
    private final NoticeMails mails;
    private final Work work;

    DigestTask(NoticeStore store, NoticeMails mails, Work work) {
        this.store = store;
        this.mails = mails;
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String payload, Progress progress) {
        UUID after = FIRST;
        for (List<UUID> persons = some(after); !persons.isEmpty(); persons = some(after)) {
            List<UUID> these = persons;
            work.here(() -> {
                send(these);
                return these;
            });
            after = these.getLast();
            progress.step();
        }
    }

    private List<UUID> some(UUID after) {
        return work.here(() -> store.withDigest(after, SOME));
    }

    private void send(List<UUID> persons) {
        List<NoticeStore.Row> notices = store.digest(persons);
        mails.digest(notices);
        store.mailed(notices.stream().map(NoticeStore.Row::id).toList());
    }
}
