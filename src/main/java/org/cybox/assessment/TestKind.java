package org.cybox.assessment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.cybox.courses.ActivityKind;
import org.cybox.platform.data.Json;
import org.cybox.platform.files.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Plugs tests into courses. */
@Component
class TestKind implements ActivityKind {

    static final String KIND = "test";

    /** It stands in addresses and in names of fields. */
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,40}");

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

    /** Prompts are HTML; everything else in a test is plain text. A test says its questions, even when there are none. */
    @Override
    public String cleaned(String content) {
        if (!Json.MAPPER.readTree(content).path("questions").isArray()) {
            throw new IllegalArgumentException("not a test");
        }
        TestContent test = TestContent.read(content);
        if (!test.questions().stream().allMatch(TestKind::identified)) {
            throw new IllegalArgumentException("a question without a usable identifier");
        }
        return test.with(test.questions().stream()
                        .map(question -> question.asking(question.prompt().map(Html::clean)))
                        .toList())
                .json();
    }

    private static boolean identified(Question question) {
        @Nullable String id = question.id();
        return id != null && IDENTIFIER.matcher(id).matches();
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
