package org.cybox.platform.mail;

import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Jobs;
import org.springframework.stereotype.Component;

/** Sends mail in the name of the present tenant: a row and an order of the running transaction, sent once it commits. */
@Component
public class Mails {

    private final MailStore store;
    private final Jobs jobs;
    private final Work work;

    Mails(MailStore store, Jobs jobs, Work work) {
        this.store = store;
        this.jobs = jobs;
        this.work = work;
    }

    public void send(Mail mail) {
        UUID id = Ids.next();
        work.here(() -> {
            store.insert(id, mail);
            jobs.later(MailTask.KIND, id.toString());
            return id;
        });
    }
}
