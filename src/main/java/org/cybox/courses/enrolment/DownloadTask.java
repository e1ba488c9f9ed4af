package org.cybox.courses.enrolment;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.Courses;
import org.cybox.platform.data.Json;
import org.cybox.platform.data.Work;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.Sheet;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Makes a long table of learners into a file of the one who asked. */
@Component
class DownloadTask implements Task {

    static final String KIND = "enrolment.download";

    private final Courses courses;
    private final LearnersSheet sheet;
    private final Files files;
    private final EnrolmentNotices notices;
    private final Texts texts;
    private final Work work;

    DownloadTask(Courses courses, LearnersSheet sheet, Files files, EnrolmentNotices notices, Texts texts, Work work) {
        this.courses = courses;
        this.sheet = sheet;
        this.files = files;
        this.notices = notices;
        this.texts = texts;
        this.work = work;
    }

    record Order(
            UUID course, String format, Map<String, String> filter, UUID person, boolean limited, String language) {

        /** The one who asked, with what they may see. */
        Visitor visitor() {
            return new Visitor(
                    Visitor.NOBODY,
                    person,
                    Visitor.NOBODY,
                    "",
                    Optional.of(Role.TRAINER),
                    false,
                    limited,
                    language,
                    false);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String payload, Progress progress) {
        Order order = Json.read(payload, Order.class);
        T t = texts.in(order.language());
        progress.total(2);
        Sheet table = work.here(
                () -> sheet.of(courses.get(order.course()), LearnerFilter.of(order.filter()), order.visitor(), t));
        progress.step();
        byte[] bytes = table.as(order.format());
        StoredFile file = work.here(() -> kept(order, bytes));
        progress.step();
        progress.result(
                Map.of("link", file.address(), "0", String.valueOf(table.lines().size() - 1)));
    }

    /** They may have left the page that waits for it. */
    private StoredFile kept(Order order, byte[] bytes) {
        StoredFile file = files.store(
                new ByteArrayInputStream(bytes), "learners." + order.format(), Audience.PERSON, order.person());
        notices.tableReady(courses.get(order.course()), order.person(), file.address());
        return file;
    }
}
