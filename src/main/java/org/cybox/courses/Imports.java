package org.cybox.courses;

import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.cybox.platform.web.Forbidden;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Courses that come as a file: a small one at once, a large one as a job that the person follows. */
@Component
public class Imports implements Task {

    private static final long AT_ONCE = 4L * 1024 * 1024;

    private final CourseArchive archive;
    private final Transfers transfers;
    private final Files files;
    private final Jobs jobs;
    private final Work work;

    Imports(CourseArchive archive, Transfers transfers, Files files, Jobs jobs, Work work) {
        this.archive = archive;
        this.transfers = transfers;
        this.files = files;
        this.jobs = jobs;
        this.work = work;
    }

    /** @return the path that leads on: to the course, or to the job that makes it; refused in field {@code file} */
    public String take(Visitor visitor, StoredFile file) {
        if (!visitor.trainer()) {
            throw new Forbidden();
        }
        if (file.bytes() <= AT_ONCE) {
            return "/courses/" + unpacked(file, visitor.person()).id();
        }
        return "/jobs/" + jobs.follow(kind(), file.id() + " " + visitor.person(), visitor.person());
    }

    private Course unpacked(StoredFile file, UUID author) {
        CourseArchive.Read read = archive.read(files.path(file.sha256()));
        return transfers.take(read.packed(), read.files(), author);
    }

    @Override
    public String kind() {
        return "courses.import";
    }

    /** One transaction: it is there as a whole, or not at all. */
    @Override
    public void run(String payload, Progress progress) {
        String[] parts = payload.split(" ");
        progress.total(1);
        Course course = work.here(() -> {
            StoredFile file = files.find(UUID.fromString(parts[0]))
                    .orElseThrow(() -> new Refused("file", "courses.import.missing"));
            return unpacked(file, UUID.fromString(parts[1]));
        });
        progress.step();
        progress.result(Map.of("link", "/courses/" + course.id()));
    }
}
