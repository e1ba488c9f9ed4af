package org.cybox.assessment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A test as it lies before one learner: in the order that follows from their attempt's seed, with a name for every part
 * that says nothing about the right answer. The order is the same whenever the page is opened.
 */
record Paper(TestContent content, long seed) {

    /** In the author's order, as authors and trainers read it. */
    static Paper plain(TestContent content) {
        return new Paper(
                new TestContent(
                        content.purpose(),
                        content.pair(),
                        content.timeLimitMinutes(),
                        content.attempts(),
                        content.passMark(),
                        false,
                        false,
                        content.questionsPerPage(),
                        content.feedback(),
                        content.questions()),
                0);
    }

    List<Question> questions() {
        return content.shuffleQuestions() ? shuffled(content.questions(), "") : content.questions();
    }

    /** @param page from 1 on */
    List<Question> page(int page) {
        List<Question> all = questions();
        int from = Math.min(all.size(), (page - 1) * content.perPage());
        return all.subList(from, Math.min(all.size(), from + content.perPage()));
    }

    int pageOf(String question) {
        List<Question> all = questions();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(question)) {
                return i / content.perPage() + 1;
            }
        }
        return 1;
    }

    List<ChoiceQuestion.Choice> choices(ChoiceQuestion question) {
        return content.shuffleAnswers() ? shuffled(question.choices(), question.id()) : question.choices();
    }

    List<Matching.Pair> lefts(Matching question) {
        return content.shuffleAnswers() ? shuffled(question.pairs(), question.id() + " left") : question.pairs();
    }

    /** Always shuffled, since their order would be the answer; the same words are there once. */
    List<Matching.Pair> rights(Matching question) {
        List<Matching.Pair> once = new ArrayList<>();
        for (Matching.Pair pair : question.pairs()) {
            if (once.stream()
                    .noneMatch(other -> other.right().text().equals(pair.right().text()))) {
                once.add(pair);
            }
        }
        return shuffled(once, question.id() + " right");
    }

    /** Always shuffled, and never by chance in the right order. */
    List<Ordering.Item> items(Ordering question) {
        List<Ordering.Item> mixed = new ArrayList<>(shuffled(question.items(), question.id()));
        if (mixed.equals(question.items()) && mixed.size() > 1) {
            Collections.rotate(mixed, 1);
        }
        return mixed;
    }

    private <T> List<T> shuffled(List<T> list, String salt) {
        List<T> mixed = new ArrayList<>(list);
        Collections.shuffle(mixed, new Random(ByteBuffer.wrap(digest(salt)).getLong()));
        return mixed;
    }

    /** What stands for a part of a question in the page: different in every attempt, so that it gives nothing away. */
    String token(Question question, String part) {
        return HexFormat.of().formatHex(digest(question.id() + "/" + part), 0, 5);
    }

    private byte[] digest(String salt) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((seed + "/" + salt).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the page sent, with the parts' own identifiers; what is no answer to this question is dropped. */
    Given read(Question question, List<String> sent) {
        return question.sensible(
                switch (question) {
                    case ChoiceQuestion choice ->
                        new Given(sent.stream()
                                .map(token -> part(choice, parts(choice), token))
                                .flatMap(Optional::stream)
                                .toList());
                    case Matching matching -> pairs(matching, sent, true);
                    case Ordering ordering -> pairs(ordering, sent, false);
                    case TrueFalse t -> new Given(sent);
                    case ShortAnswer s -> new Given(sent);
                    case Numeric n -> new Given(sent);
                });
    }

    private Given pairs(Question question, List<String> sent, boolean both) {
        List<String> parts = parts(question);
        List<String> found = new ArrayList<>();
        new Given(sent)
                .pairs()
                .forEach((left, right) -> part(question, parts, left)
                        .ifPresent(one -> (both ? part(question, parts, right) : Optional.of(right))
                                .ifPresent(other -> found.add(one + ":" + other))));
        return new Given(found);
    }

    private Optional<String> part(Question question, List<String> parts, String token) {
        return parts.stream()
                .filter(part -> token(question, part).equals(token))
                .findFirst();
    }

    static List<String> parts(Question question) {
        return switch (question) {
            case ChoiceQuestion choice ->
                choice.choices().stream().map(ChoiceQuestion.Choice::id).toList();
            case Matching matching ->
                matching.pairs().stream().map(Matching.Pair::id).toList();
            case Ordering ordering ->
                ordering.items().stream().map(Ordering.Item::id).toList();
            case TrueFalse t -> List.of();
            case ShortAnswer s -> List.of();
            case Numeric n -> List.of();
        };
    }
}
