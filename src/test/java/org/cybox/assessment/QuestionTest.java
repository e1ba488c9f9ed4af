package org.cybox.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.cybox.platform.data.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    private static int points(Question question, String... given) {
        return question.mark(Given.of(given), question.key()).points(question.worth());
    }

    @Test
    void oneOfTheChoicesIsRight() {
        assertThat(points(Questions.single("q"), "a")).isEqualTo(100);
        assertThat(points(Questions.single("q"), "b")).isZero();
        assertThat(points(Questions.single("q"), "a", "b")).isZero();
        assertThat(points(Questions.single("q"))).isZero();
    }

    @Test
    void wrongChoicesTakeAwayWhatRightOnesGiveAndNeverMore() {
        assertThat(points(Questions.multiple("q"), "a", "b", "c")).isEqualTo(200);
        assertThat(points(Questions.multiple("q"), "a", "b")).isEqualTo(133);
        assertThat(points(Questions.multiple("q"), "a", "b", "c", "d")).isEqualTo(133);
        assertThat(points(Questions.multiple("q"), "a", "d", "e")).isZero();
        assertThat(points(Questions.multiple("q"), "a", "b", "c", "d", "e")).isEqualTo(67);
    }

    @Test
    void aStatementIsTrueOrFalse() {
        assertThat(points(Questions.trueFalse("q"), "true")).isEqualTo(100);
        assertThat(points(Questions.trueFalse("q"), "false")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write blocker",
                "Write  Blocker",
                " write-blocker ",
                "write\u2011blocker",
                "ｗｒｉｔｅ blocker",
                "write\u00a0blocker.",
                "bloqueur d'écriture",
                "BLOQUEUR D’ÉCRITURE",
                "bloqueur d\u2019e\u0301criture",
                "سلسلة الحيازة",
                "سِلسِلةُ الحيـــازة"
            })
    void theWayOfTypingDoesNotMatter(String typed) {
        assertThat(points(Questions.shortAnswer("q"), typed)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocker", "writeblocker s", "bloqueur", "."})
    void anotherWordIsAnotherAnswer(String typed) {
        assertThat(points(Questions.shortAnswer("q"), typed)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "90|100",
                "90.5|100",
                "90,5|100",
                "89.5|100",
                "٩٠|100",
                "٩٠٫٢|100",
                "۹۰|100",
                "+90|100",
                " 90 |100",
                "90 days|100",
                "90.51|0",
                "89|0",
                "ninety|0",
                "9|0",
                "-90|0",
                "9 0 0|0"
            })
    void numbersAreReadAsPeopleTypeThem(String typed, int points) {
        assertThat(points(Questions.numeric("q"), typed)).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5|1234.5",
                "1,234.5|1234.5",
                "1 234|1234",
                "1'234|1234",
                "1,234,567|1234567",
                "-0,5|-0.5",
                "−3|-3"
            })
    void thousandsAreNotDecimals(String typed, String value) {
        assertThat(Numeric.number(typed))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(new BigDecimal(value)));
    }

    @Test
    void everyRightPairCounts() {
        assertThat(points(Questions.matching("q"), "p1:p1", "p2:p2", "p3:p3")).isEqualTo(300);
        assertThat(points(Questions.matching("q"), "p1:p1", "p2:p3", "p3:p2")).isEqualTo(100);
        assertThat(points(Questions.matching("q"), "p1:p1")).isEqualTo(100);
    }

    @Test
    void everyRightNeighbourCounts() {
        assertThat(points(Questions.ordering("q"), "i1:1", "i2:2", "i3:3", "i4:4"))
                .isEqualTo(300);
        assertThat(points(Questions.ordering("q"), "i1:4", "i2:1", "i3:2", "i4:3"))
                .isEqualTo(200);
        assertThat(points(Questions.ordering("q"), "i1:4", "i2:3", "i3:2", "i4:1"))
                .isZero();
        assertThat(points(Questions.ordering("q"), "i1:1", "i2:2", "i3:2", "i4:3"))
                .isZero();
    }

    @Test
    void aCorrectedKeyMeasuresAndRewrites() {
        Question single = Questions.single("q");
        assertThat(single.mark(Given.of("b"), Given.of("b"))).isEqualTo(Question.Mark.FULL);
        for (Question question : Questions.all().questions()) {
            assertThat(question.withKey(question.key()).digest()).isEqualTo(question.digest());
        }
        assertThat(single.withKey(Given.of("b")).key()).isEqualTo(Given.of("b"));
        assertThat(Questions.ordering("q")
                        .withKey(Given.of("i1:4", "i2:3", "i3:2", "i4:1"))
                        .items()
                        .getFirst()
                        .id())
                .isEqualTo("i4");
        assertThat(Questions.numeric("q").withKey(Given.of("60", "0")).value()).isEqualByComparingTo("60");
    }

    @Test
    void theJsonIsTheFormOfTheSeeds() {
        TestContent all = Questions.all();
        assertThat(TestContent.read(all.json())).isEqualTo(all);
        assertThat(Json.MAPPER.readTree(all.json()).at("/questions/0/kind").asString())
                .isEqualTo("single");
        assertThat(Json.MAPPER.readTree(all.json()).at("/questions/0/worth").isMissingNode())
                .isTrue();
        assertThat(Json.MAPPER.readTree(all.json()).at("/questions/0/key").isMissingNode())
                .isTrue();
    }

    @Test
    void theOrderFollowsFromTheSeedAndGivesNothingAway() {
        TestContent all = Questions.all();
        assertThat(new Paper(all, 7).questions()).isEqualTo(new Paper(all, 7).questions());
        assertThat(java.util.stream.LongStream.range(0, 20)
                        .mapToObj(seed -> new Paper(all, seed).questions())
                        .distinct())
                .hasSizeGreaterThan(10);
        for (long seed = 0; seed < 50; seed++) {
            assertThat(new Paper(all, seed).items(Questions.ordering("q7")))
                    .isNotEqualTo(Questions.ordering("q7").items());
        }
    }

    @Test
    void whatKeepsATestFromBeingPublishedIsSaid() {
        assertThat(Questions.all().problems()).isEmpty();
        assertThat(TestContent.EMPTY.problems())
                .extracting(problem -> problem.key())
                .containsExactly("assessment.problem.noQuestions");
        SingleChoice bad = new SingleChoice(
                "q1",
                "",
                BigDecimal.ZERO,
                Questions.en(" "),
                Questions.en(""),
                List.of(new ChoiceQuestion.Choice("a", Questions.en(""), false, Questions.en(""))));
        assertThat(Questions.of(bad, bad).problems())
                .extracting(problem -> problem.key())
                .contains(
                        "assessment.problem.prompt",
                        "assessment.problem.points",
                        "assessment.problem.fewChoices",
                        "assessment.problem.noKey",
                        "assessment.problem.blankChoice",
                        "assessment.problem.twice");
    }
}
