package org.cybox.courses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.Texts;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Courses copied within a space, and carried out of it and in as one file. */
@Component
public class Transfers {

    private final Courses courses;
    private final Releases releases;
    private final Publishing publishing;
    private final Packages packages;
    private final Importing importing;
    private final Files files;
    private final Texts texts;
    private final Audit audit;

    Transfers(
            Courses courses,
            Releases releases,
            Publishing publishing,
            Packages packages,
            Importing importing,
            Files files,
            Texts texts,
            Audit audit) {
        this.courses = courses;
        this.releases = releases;
        this.publishing = publishing;
        this.packages = packages;
        this.importing = importing;
        this.files = files;
        this.texts = texts;
        this.audit = audit;
    }

    /** A draft with the same content, of a life of its own. */
    public Course duplicate(Visitor visitor, UUID id) {
        Course course = courses.editableBy(visitor, id);
        CoursePackage packed =
                packages.pack(courses.draft(course), Map.of(), null).titled(copied(course.title()));
        Draft draft = importing.create(packed, Map.of(), Packages.Identity.NEW, visitor.person(), course.origin());
        return draft.course();
    }

    private Words copied(Words title) {
        Map<String, String> named = new TreeMap<>();
        title.text().forEach((tag, text) -> named.put(tag, texts.in(tag).of("courses.copy.title", text)));
        Words words = Words.NONE.originalIn(title.original());
        words = words.with(title.original(), named.getOrDefault(title.original(), ""));
        for (Map.Entry<String, String> one : named.entrySet()) {
            words = one.getKey().equals(title.original()) ? words : words.with(one.getKey(), one.getValue());
        }
        return words;
    }

    /** @param files of the package, by SHA-256 */
    public record Export(CoursePackage packed, Map<String, StoredFile> files) {}

    /** The draft as it stands; with the release that it is equal to, if it is. */
    public Export export(Visitor visitor, UUID id) {
        Course course = courses.runBy(visitor, id);
        Publishing.Plan plan = publishing.plan(courses.draft(course));
        CoursePackage.Edition edition = Optional.ofNullable(course.releaseId())
                .map(releases::get)
                .filter(release -> release.hash().equals(plan.hash()))
                .map(release -> new CoursePackage.Edition(
                        release.number(), release.hash(), release.note(), release.publishedAt()))
                .orElse(null);
        CoursePackage packed = packages.pack(plan.draft(), plan.hashes(), edition);
        List<UUID> ids =
                packed.files().stream().map(CoursePackage.PackedFile::id).toList();
        audit.record(visitor, "courses.exported", "course", id, "", Map.of("hash", plan.hash()));
        return new Export(
                packed,
                files.all(ids).values().stream()
                        .collect(Collectors.toMap(
                                StoredFile::sha256, Function.identity(), (one, same) -> one, TreeMap::new)));
    }

    /** Another space's course, or an earlier one of this space, as a draft of its own. */
    Course take(CoursePackage packed, Map<UUID, UUID> replaced, UUID author) {
        CoursePackage.Edition edition = packed.edition();
        Course.Origin origin = edition == null
                ? Course.Origin.OWN
                : new Course.Origin(null, null, null, edition.number(), edition.hash(), null);
        return importing
                .create(packed, replaced, Packages.Identity.NEW, author.equals(Visitor.NOBODY) ? null : author, origin)
                .course();
    }
}
