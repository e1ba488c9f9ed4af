package org.cybox.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.courses.ActivityKind;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Plugs tests into courses. */
@Component
class TestKind implements ActivityKind {

    static final String KIND = "test";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String nameKey() {
        return "assessment.kind";
    }

    @Override
    public List<String> completions() {
        return List.of("submit", "pass", "none");
    }

    @Override
    public String emptyContent(String language) {
        return TestContent.EMPTY.json();
    }

    @Override
    public String editAddress(UUID course, UUID activity) {
        return "/courses/" + course + "/tests/" + activity;
    }

    @Override
    public Optional<String> learnAddress(UUID course, UUID block) {
        return Optional.of("/learn/" + course + "/tests/" + block);
    }

    @Override
    public Optional<String> previewAddress(UUID course, UUID activity) {
        return Optional.of("/courses/" + course + "/tests/" + activity + "/preview");
    }

    @Override
    public Optional<String> helpAddress(UUID course, UUID enrolment, UUID block) {
        return Optional.of("/courses/" + course + "/tests/" + block + "/learners/" + enrolment);
    }

    @Override
    public List<Problem> problems(String content) {
        try {
            return TestContent.read(content).problems();
        } catch (JacksonException e) {
            return List.of(new Problem("assessment.problem.unreadable", List.of()));
        }
    }
}
