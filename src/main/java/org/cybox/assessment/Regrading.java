package org.cybox.assessment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.cybox.assessment.Corrections.Correction;
import org.cybox.assessment.Corrections.Digests;
import org.cybox.assessment.Corrections.Marking;
import org.cybox.courses.Activity;
import org.cybox.courses.Course;
import org.cybox.courses.Courses;
import org.cybox.courses.Outline;
import org.cybox.courses.Release;
import org.cybox.courses.Releases;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Ids;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Forbidden;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** Corrects keys of what is released already. The correction holds for every wording that is out at that time. */
@Component
class Regrading {

    private final Courses courses;
    private final Releases releases;
    private final Contents contents;
    private final Corrections corrections;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    Regrading(
            Courses courses,
            Releases releases,
            Contents contents,
            Corrections corrections,
            Jobs jobs,
            Audit audit,
            Clock clock) {
        this.courses = courses;
        this.releases = releases;
        this.contents = contents;
        this.corrections = corrections;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param content of the latest release that has the test; @param wordings of all releases */
    record Released(
            UUID course,
            UUID block,
            Words title,
            TestContent content,
            Marking marking,
            List<TestContent> wordings,
            List<Correction> corrections) {

        List<Correction> past(Question question) {
            return corrections.stream()
                    .filter(one -> one.questionId().equals(question.id()))
                    .toList();
        }

        Digests digests(Question question) {
            return new Digests(wordings.stream()
                    .flatMap(content -> content.question(question.id()).stream())
                    .map(Question::digest)
                    .distinct()
                    .toList());
        }
    }

    /** Throws {@link NotFound} for a test that was never released. A trainer of some groups corrects for nobody. */
    Released released(Visitor visitor, UUID course, UUID block) {
        courses.runBy(visitor, course);
        if (visitor.onlyOwnGroups()) {
            throw new Forbidden();
        }
        List<Release> all = releases.ofCourse(course);
        List<Outline.Block> blocks = all.stream()
                .flatMap(release -> release.outline().block(block).stream())
                .filter(one -> one.kind().equals(TestKind.KIND))
                .toList();
        if (blocks.isEmpty()) {
            throw new NotFound();
        }
        TestContent latest = contents.of(blocks.getFirst().version());
        return new Released(
                course,
                block,
                blocks.getFirst().title(),
                latest,
                corrections.marking(block, latest),
                blocks.stream()
                        .map(Outline.Block::version)
                        .distinct()
                        .map(contents::of)
                        .toList(),
                corrections.of(block));
    }

    /** @return the job that regrades */
    UUID correct(Visitor visitor, Released released, Question question, Given key, String reason) {
        need(reason);
        Given sensible = sensible(question, key);
        Question corrected = question.withKey(sensible);
        if (!corrected.problems().isEmpty() || corrected.key().blank()) {
            throw new Refused("key", "assessment.correct.key");
        }
        if (sensible.equals(released.marking().key(question))) {
            throw new Refused("key", "assessment.correct.same");
        }
        return regrade(visitor, released, question, sensible, reason, Stream.of(corrected));
    }

    /** Everyone gets the points. @return the job that regrades */
    UUID giveAway(Visitor visitor, Released released, Question question, String reason) {
        need(reason);
        return regrade(visitor, released, question, Given.NOTHING, reason, Stream.empty());
    }

    private static Given sensible(Question question, Given key) {
        return switch (question) {
            case ShortAnswer typed -> new Given(key.values().stream().distinct().toList());
            case Numeric number -> number(key);
            default -> {
                Given clean = question.sensible(key);
                yield question.complete(clean) ? clean : Given.NOTHING;
            }
        };
    }

    private static Given number(Given key) {
        String tolerance = key.values().size() > 1 ? key.values().get(1) : "0";
        return Numeric.number(key.first()).isPresent()
                        && Numeric.number(tolerance).isPresent()
                ? Given.of(
                        Numeric.number(key.first()).orElseThrow().toPlainString(),
                        Numeric.number(tolerance).orElseThrow().abs().toPlainString())
                : Given.NOTHING;
    }

    private UUID regrade(
            Visitor visitor, Released released, Question question, Given key, String reason, Stream<Question> draft) {
        Correction correction = new Correction(
                Ids.next(),
                released.course(),
                released.block(),
                question.id(),
                key.blank(),
                key,
                released.digests(question),
                reason.strip(),
                visitor.person(),
                clock.instant());
        corrections.insert(correction);
        draft.forEach(corrected -> correctDraft(visitor, released, question, corrected));
        audit.record(
                visitor,
                "assessment.corrected",
                "test",
                released.block(),
                reason,
                Map.of(
                        "question", question.id(),
                        "everyone", key.blank(),
                        "before", released.marking().key(question).values(),
                        "after", key.values()));
        return jobs.follow(Regrade.KIND, correction.id().toString(), visitor.person());
    }

    /** The draft gets it too, unless its author has changed the question since, or nobody may change it here. */
    private void correctDraft(Visitor visitor, Released released, Question old, Question corrected) {
        Course course = courses.get(released.course());
        if (course.sealed() || course.state().equals("binned")) {
            return;
        }
        courses.draft(course).activity(released.block()).ifPresent(activity -> {
            TestContent content = TestContent.read(activity.content());
            boolean same = content.question(old.id())
                    .map(Question::digest)
                    .filter(released.digests(old).list()::contains)
                    .isPresent();
            if (same) {
                Activity changed = activity.saying(
                        activity.title(),
                        content.changing(old.id(), there -> there.withKey(corrected.key()))
                                .json());
                courses.saveContent(visitor, changed);
            }
        });
    }

    private static void need(String reason) {
        if (reason.isBlank() || reason.length() > 1_000) {
            throw new Refused("reason", "assessment.help.reason");
        }
    }
}
