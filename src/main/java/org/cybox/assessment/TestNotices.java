package org.cybox.assessment;

import java.util.List;
import java.util.UUID;
import org.cybox.notifications.Notice;
import org.cybox.notifications.Notifications;
import org.cybox.platform.text.Words;
import org.springframework.stereotype.Component;

/** What concerns a learner in a test, told to them. */
@Component
class TestNotices {

    private final Notifications notifications;

    TestNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    /** @param what helped, regraded or points: {@code assessment.notice.<what>.subject} and {@code .text} */
    void tell(UUID person, String what, Words test, String link, List<Object> more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(Notice.said(test)));
        more.forEach(one -> arguments.add(String.valueOf(one)));
        notifications.tell(person, new Notice("test", "assessment.notice." + what, arguments, link));
    }
}
