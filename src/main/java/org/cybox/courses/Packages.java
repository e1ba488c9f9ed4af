package org.cybox.courses;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.cybox.platform.files.Files;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Packs courses and unpacks them: for duplicates, exports, imports, offers and the demonstration. */
@Component
class Packages {

    private static final Set<String> SECTIONS = Set.of("section", "day", "session");
    private static final Set<String> COMPLETIONS = Set.of("view", "button", "submit", "pass", "none");
    private static final Set<String> CERTIFICATES = Set.of("none", "attendance", "completion", "trainer");
    private static final int MOST_BLOCKS = 2_000;

    private final Files files;
    private final Kinds kinds;
    private final Clock clock;

    Packages(Files files, Kinds kinds, Clock clock) {
        this.files = files;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** Whether blocks and sections keep their identifiers, as the same release run elsewhere does. */
    enum Identity {
        KEPT,
        NEW
    }

    /** @param edition the release that the draft is equal to, or null */
    CoursePackage pack(Draft draft, Map<UUID, String> hashes, CoursePackage.@Nullable Edition edition) {
        Course course = draft.course();
        List<CoursePackage.Part> parts = draft.sections().stream()
                .map(section -> new CoursePackage.Part(
                        section.id(),
                        section.kind(),
                        section.title(),
                        section.outcomes().list(),
                        section.trainerNotes(),
                        section.trainerFiles().list(),
                        draft.in(section).stream()
                                .map(one -> block(one, hashes.getOrDefault(one.id(), "")))
                                .toList()))
                .toList();
        return whole(course, course.title(), course.languages(), course.hours(), edition, parts);
    }

    private static CoursePackage.Block block(Activity one, String hash) {
        return new CoursePackage.Block(
                one.id(),
                one.kind(),
                one.title(),
                one.minutes(),
                one.completion(),
                one.requires().list(),
                Json.read(one.content(), Object.class),
                hash);
    }

    /** @param versions of every block of the release */
    CoursePackage pack(Course course, Release release, Collection<BlockVersion> versions) {
        Map<UUID, BlockVersion> byBlock =
                versions.stream().collect(Collectors.toMap(BlockVersion::blockId, Function.identity()));
        List<CoursePackage.Part> parts = release.outline().parts().stream()
                .map(part -> new CoursePackage.Part(
                        part.id(),
                        part.kind(),
                        part.title(),
                        part.outcomes(),
                        part.trainerNotes(),
                        part.trainerFiles(),
                        part.blocks().stream()
                                .map(block -> block(block, byBlock))
                                .toList()))
                .toList();
        return whole(
                course,
                release.title(),
                release.languages(),
                release.hours(),
                new CoursePackage.Edition(release.number(), release.hash(), release.note(), release.publishedAt()),
                parts);
    }

    private static CoursePackage.Block block(Outline.Block block, Map<UUID, BlockVersion> byBlock) {
        BlockVersion version = java.util.Objects.requireNonNull(byBlock.get(block.id()));
        return new CoursePackage.Block(
                block.id(),
                block.kind(),
                block.title(),
                block.minutes(),
                block.completion(),
                block.requires(),
                Json.read(version.content(), Object.class),
                version.hash());
    }

    private CoursePackage whole(
            Course course,
            Words title,
            String languages,
            int hours,
            CoursePackage.@Nullable Edition edition,
            List<CoursePackage.Part> parts) {
        return new CoursePackage(
                CoursePackage.FORMAT,
                title,
                course.summary(),
                course.audience(),
                languages,
                hours,
                course.outcomes().list(),
                course.certificate(),
                edition,
                parts,
                files(parts));
    }

    private List<CoursePackage.PackedFile> files(List<CoursePackage.Part> parts) {
        List<UUID> ids = parts.stream()
                .flatMap(part -> Stream.concat(
                        part.trainerFiles().stream(),
                        part.blocks().stream()
                                .flatMap(block -> kinds.files(block.kind(), Json.write(block.content())).stream())))
                .distinct()
                .toList();
        return ids.isEmpty()
                ? List.of()
                : files.all(ids).values().stream()
                        .map(file -> new CoursePackage.PackedFile(
                                file.id(), file.sha256(), file.name(), file.mediaType(), file.bytes(), file.audience()))
                        .sorted(java.util.Comparator.comparing(CoursePackage.PackedFile::id))
                        .toList();
    }

    /**
     * A draft out of a package, not stored yet. Everything is checked and cleaned; refused in field {@code file} when it
     * is not a course that we understand. Only a release that is run as it is, which this program has packed itself, is
     * taken to the letter, since its hash must stay the same.
     *
     * @param replaced files of the package and what they are called here
     */
    Draft unpack(CoursePackage packed, Map<UUID, UUID> replaced, Identity identity, @Nullable UUID author) {
        check(packed);
        return unpack(packed, replaced, identity, author, Ids.next());
    }

    private Draft unpack(
            CoursePackage packed, Map<UUID, UUID> replaced, Identity identity, @Nullable UUID author, UUID id) {
        Instant now = clock.instant();
        Map<UUID, UUID> ids = new HashMap<>(replaced);
        if (identity == Identity.NEW) {
            packed.parts().forEach(part -> ids.put(part.id(), Ids.next()));
            packed.blocks().forEach(block -> ids.put(block.id(), Ids.next()));
        }
        List<Section> sections = new ArrayList<>();
        List<Activity> activities = new ArrayList<>();
        for (CoursePackage.Part part : packed.parts()) {
            Section section = section(part, id, ids, sections.size(), identity);
            sections.add(section);
            part.blocks()
                    .forEach(block ->
                            activities.add(activity(block, section, ids, activities.size(), identity, author, now)));
        }
        String languages = String.join(",", Languages.list(packed.languages()));
        Course course = Course.fresh(id, packed.title(), languages, packed.hours(), now)
                .about(packed.title(), packed.summary(), packed.audience(), new Course.Outcomes(packed.outcomes()))
                .lasting(languages, packed.hours(), packed.certificate());
        return new Draft(course, sections, activities);
    }

    private static Section section(
            CoursePackage.Part part, UUID course, Map<UUID, UUID> ids, int position, Identity identity) {
        return new Section(
                ids.getOrDefault(part.id(), part.id()),
                course,
                position,
                part.kind(),
                part.title(),
                new Section.Lines(part.outcomes()),
                identity == Identity.KEPT ? part.trainerNotes() : MaterialKind.cleaned(part.trainerNotes()),
                new Section.FileIds(part.trainerFiles().stream()
                        .map(file -> ids.getOrDefault(file, file))
                        .toList()),
                1);
    }

    private Activity activity(
            CoursePackage.Block block,
            Section section,
            Map<UUID, UUID> ids,
            int position,
            Identity identity,
            @Nullable UUID author,
            Instant now) {
        String content = identity == Identity.KEPT
                ? kinds.get(block.kind()).rewritten(Json.write(block.content()), ids)
                : content(block, ids);
        Activity.From from = identity == Identity.NEW && !block.hash().isBlank()
                ? new Activity.From(block.id(), block.hash())
                : Activity.From.NOWHERE;
        return new Activity(
                ids.getOrDefault(block.id(), block.id()),
                section.courseId(),
                section.id(),
                position,
                block.kind(),
                block.title(),
                block.minutes(),
                block.completion(),
                new Activity.Blocks(block.requires().stream()
                        .map(one -> ids.getOrDefault(one, one))
                        .toList()),
                content,
                1,
                from,
                author,
                now);
    }

    private String content(CoursePackage.Block block, Map<UUID, UUID> ids) {
        String json = Json.write(block.content());
        ActivityKind kind = kinds.find(block.kind()).orElse(null);
        if (kind == null) {
            return json;
        }
        try {
            return kind.rewritten(kind.cleaned(json), ids);
        } catch (RuntimeException e) {
            throw new Refused("file", "courses.import.content", block.title().in("en"));
        }
    }

    private static void check(CoursePackage packed) {
        if (!packed.format().equals(CoursePackage.FORMAT)) {
            throw new Refused("file", "courses.import.format");
        }
        Set<UUID> ids = new HashSet<>();
        boolean whole = packed.parts().stream().allMatch(part -> part.id() != null && ids.add(part.id()))
                && packed.blocks()
                        .allMatch(block -> block.id() != null
                                && block.kind() != null
                                && block.content() != null
                                && ids.add(block.id()));
        boolean known = packed.parts().stream().allMatch(part -> SECTIONS.contains(part.kind()))
                && packed.blocks()
                        .allMatch(block -> COMPLETIONS.contains(block.completion())
                                && block.minutes() >= 0
                                && block.minutes() <= 6_000)
                && CERTIFICATES.contains(packed.certificate())
                && packed.hours() >= 0
                && packed.hours() <= 2_000
                && !Languages.list(packed.languages()).isEmpty();
        if (!whole || !known || ids.size() > MOST_BLOCKS) {
            throw new Refused("file", "courses.import.damaged");
        }
    }
}
