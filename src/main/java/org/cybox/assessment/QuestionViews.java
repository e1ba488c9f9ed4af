package org.cybox.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cybox.assessment.Corrections.Marking;
import org.cybox.assessment.QuestionView.Left;
import org.cybox.assessment.QuestionView.Option;
import org.cybox.assessment.QuestionView.Told;
import org.cybox.courses.Title;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.springframework.stereotype.Component;

/** Draws questions for one learner in one language. */
@Component
class QuestionViews {

    private static final Title NOTHING = new Title("", "en", "ltr");

    private final Contents contents;

    QuestionViews(Contents contents) {
        this.contents = contents;
    }

    /** As it is asked: no word of the right answer. @param language BCP 47 tag of the reader */
    QuestionView ask(Paper paper, Question question, Given given, String language) {
        return new Drawing(paper, question, given, language, Optional.empty()).view(null);
    }

    /** With what it was worth, the right answer and why. @param points hundredths */
    QuestionView tell(Paper paper, Question question, Given given, int points, Marking marking, T t, String language) {
        Drawing drawing = new Drawing(paper, question, given, language, Optional.of(marking.key(question)));
        boolean gift = marking.correction(question)
                .filter(Corrections.Correction::everyone)
                .isPresent();
        return drawing.view(new Told(
                verdict(given, points, question.worth()),
                points,
                gift ? List.of() : drawing.right(t),
                title(question.feedback(), language),
                gift));
    }

    /** For trainers: the question with its right answer, as it is marked now. */
    QuestionView key(Paper paper, Question question, Marking marking, T t, String language) {
        Given key = marking.key(question);
        return tell(paper, question, key, question.worth(), marking, t, language);
    }

    private static String verdict(Given given, int points, int worth) {
        return points >= worth ? "right" : points > 0 ? "partial" : given.blank() ? "none" : "wrong";
    }

    private static Title title(Words words, String language) {
        return words.isBlank() ? NOTHING : Title.of(words, language);
    }

    private final class Drawing {

        private final Paper paper;
        private final Question question;
        private final Given given;
        private final String language;
        private final Optional<Given> key;

        Drawing(Paper paper, Question question, Given given, String language, Optional<Given> key) {
            this.paper = paper;
            this.question = question;
            this.given = given;
            this.language = language;
            this.key = key;
        }

        QuestionView view(@org.jspecify.annotations.Nullable Told told) {
            List<Question> all = paper.questions();
            Title prompt = title(question.prompt(), language);
            return new QuestionView(
                    question.id(),
                    all.indexOf(question) + 1,
                    all.size(),
                    question.kind(),
                    question.worth(),
                    new Title(contents.clean(prompt.text()), prompt.language(), prompt.direction()),
                    options(),
                    lefts(),
                    question instanceof ShortAnswer || question instanceof Numeric ? given.first() : "",
                    question instanceof Numeric numeric ? title(numeric.unit(), language) : NOTHING,
                    String.join("\n", sent()),
                    question.complete(given),
                    told);
        }

        /** The values that the page would send for what is given. */
        private List<String> sent() {
            return switch (question) {
                case ChoiceQuestion choice ->
                    paper.choices(choice).stream()
                            .filter(one -> given.has(one.id()))
                            .map(one -> paper.token(choice, one.id()))
                            .toList();
                case Matching matching ->
                    lefts().stream()
                            .filter(left -> !left.chosen().isEmpty())
                            .map(left -> left.token() + ":" + left.chosen())
                            .toList();
                case Ordering ordering ->
                    options().stream()
                            .filter(option -> !option.place().isEmpty())
                            .map(option -> option.token() + ":" + option.place())
                            .toList();
                case TrueFalse t -> given.values();
                case ShortAnswer s -> given.values();
                case Numeric n -> given.values();
            };
        }

        private List<Option> options() {
            return switch (question) {
                case ChoiceQuestion choice ->
                    paper.choices(choice).stream()
                            .map(one -> choice(choice, one))
                            .toList();
                case Matching matching ->
                    paper.rights(matching).stream()
                            .map(pair -> new Option(
                                    paper.token(matching, pair.id()),
                                    title(pair.right(), language),
                                    false,
                                    "",
                                    "",
                                    NOTHING))
                            .toList();
                case Ordering ordering -> items(ordering);
                case TrueFalse t -> List.of(truth("true"), truth("false"));
                case ShortAnswer s -> List.of();
                case Numeric n -> List.of();
            };
        }

        private Option choice(ChoiceQuestion of, ChoiceQuestion.Choice one) {
            boolean chosen = given.has(one.id());
            return new Option(
                    paper.token(of, one.id()),
                    title(one.text(), language),
                    chosen,
                    "",
                    verdict(one.id(), chosen),
                    key.isPresent() && chosen ? title(one.feedback(), language) : NOTHING);
        }

        private String verdict(String id, boolean chosen) {
            return key.map(right -> right.has(id) ? "right" : chosen ? "wrong" : "")
                    .orElse("");
        }

        private Option truth(String value) {
            boolean chosen = given.has(value);
            return new Option(value, NOTHING, chosen, "", verdict(value, chosen), NOTHING);
        }

        private List<Option> items(Ordering ordering) {
            Map<String, Integer> places = Ordering.places(given);
            List<Ordering.Item> shown = new ArrayList<>(paper.items(ordering));
            if (ordering.complete(given)) {
                shown.sort(java.util.Comparator.comparingInt(item -> places.getOrDefault(item.id(), 0)));
            }
            return shown.stream()
                    .map(item -> new Option(
                            paper.token(ordering, item.id()),
                            title(item.text(), language),
                            places.containsKey(item.id()),
                            places.containsKey(item.id()) ? String.valueOf(places.get(item.id())) : "",
                            key.map(right -> right.has(item.id() + ":" + places.get(item.id())) ? "right" : "wrong")
                                    .orElse(""),
                            NOTHING))
                    .toList();
        }

        private List<Left> lefts() {
            if (!(question instanceof Matching matching)) {
                return List.of();
            }
            Map<String, String> chosen = given.pairs();
            Map<String, String> right = key.map(Given::pairs).orElse(Map.of());
            return paper.lefts(matching).stream()
                    .map(pair ->
                            left(matching, pair, chosen.getOrDefault(pair.id(), ""), right.getOrDefault(pair.id(), "")))
                    .toList();
        }

        private Left left(Matching matching, Matching.Pair pair, String chosen, String right) {
            return new Left(
                    paper.token(matching, pair.id()),
                    title(pair.left(), language),
                    token(matching, chosen),
                    matching.pair(chosen)
                            .map(one -> title(one.right(), language))
                            .orElse(NOTHING),
                    matching.pair(right)
                            .map(one -> title(one.right(), language))
                            .orElse(NOTHING),
                    !chosen.isEmpty() && matching.same(chosen, right));
        }

        /** The same words stand in the list once, so a pair may be shown by another's name. */
        private String token(Matching matching, String chosen) {
            return paper.rights(matching).stream()
                    .filter(pair -> !chosen.isEmpty() && matching.same(chosen, pair.id()))
                    .findFirst()
                    .map(pair -> paper.token(matching, pair.id()))
                    .orElse("");
        }

        List<Title> right(T t) {
            Given right = key.orElse(Given.NOTHING);
            return switch (question) {
                case ChoiceQuestion choice -> List.of();
                case TrueFalse truth -> List.of();
                case Matching matching -> List.of();
                case ShortAnswer typed -> List.of(accepted(typed, right));
                case Numeric number -> List.of(plain(number(number, right, t)));
                case Ordering ordering ->
                    Ordering.order(right).stream()
                            .map(ordering::item)
                            .flatMap(Optional::stream)
                            .map(item -> title(item.text(), language))
                            .toList();
            };
        }

        /** The first variant in the reader's language, if it is still right. */
        private Title accepted(ShortAnswer typed, Given right) {
            Words firsts = Words.NONE.originalIn(typed.prompt().original());
            for (Map.Entry<String, List<String>> variants : typed.accepted().entrySet()) {
                String first = variants.getValue().stream()
                        .filter(right::has)
                        .findFirst()
                        .orElse("");
                firsts = firsts.with(variants.getKey(), first);
            }
            return firsts.isBlank() ? plain(right.first()) : Title.of(firsts, language);
        }

        private String number(Numeric numeric, Given right, T t) {
            String unit = numeric.unit().isBlank() ? "" : " " + numeric.unit().in(language);
            String tolerance = right.values().size() > 1 ? right.values().get(1) : "0";
            boolean exact =
                    Numeric.number(tolerance).map(value -> value.signum() == 0).orElse(true);
            return exact ? right.first() + unit : t.of("assessment.tolerance", right.first() + unit, tolerance);
        }

        private Title plain(String text) {
            return new Title(text, language, Languages.direction(language));
        }
    }
}
