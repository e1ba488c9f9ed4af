package org.cybox.notifications;

import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.springframework.stereotype.Component;

/** Mails the notices that were told together to those who want them at once, some at a time. */
@Component
class NoticeMailTask implements Task {

    static final String KIND = "notifications.mail";

    private static final int SOME = 50;

    private final NoticeStore store;
    private final NoticeMails mails;
    private final Work work;

    NoticeMailTask(NoticeStore store, NoticeMails mails, Work work) {
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
        UUID batch = UUID.fromString(payload);
        while (work.here(() -> some(batch)) > 0) {
            progress.step();
        }
    }

    private int some(UUID batch) {
        List<NoticeStore.Row> notices = store.immediate(batch, SOME);
        if (!notices.isEmpty()) {
            mails.one(notices);
            store.mailed(notices.stream().map(NoticeStore.Row::id).toList());
        }
        return notices.size();
    }
}
