package org.cybox.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cybox.bench.Wire.Reply;
import org.cybox.bench.Wire.Request;

/** A learner who takes the test: begins, opens page after page, and saves answer after answer. */
final class Taker implements Wire.Talk {

    private static final Pattern CHOICE = Pattern.compile("<input[^>]*name=\"a\\.(q\\d+)\"[^>]*value=\"([^\"]+)\"");
    private static final int PAGES = 4;

    /** Milliseconds between two answers. @param patient a failure is tried again, as a phone does, not reported */
    record Pause(int from, int to, boolean patient) {
        static final Pause NONE = new Pause(0, 0, false);
    }

    private record Choice(String question, String value) {}

    /** Where the crowd and where the readers take it. */
    static final String LAST = test(Data.Size.MEASURED.courses());

    static final String FIRST = test(1);

    private final String host;
    private final int member;
    private final String test;
    private final int answers;
    private final Pause pause;
    private final Acknowledged ledger;
    private final List<Choice> choices = new ArrayList<>();
    private String attempt = "";
    private int opened;
    private int answered;
    private long noted;
    private long due;

    /** @param answers to give, beginning again after the last question; @param begin when, by {@link System#nanoTime()} */
    Taker(String host, int member, String test, int answers, long begin, Pause pause, Acknowledged ledger) {
        this.host = host;
        this.member = member;
        this.test = test;
        this.answers = answers;
        this.pause = pause;
        this.ledger = ledger;
        this.due = begin;
    }

    private static String test(int course) {
        return "/learn/" + Data.id("course", 0, course) + "/tests/"
                + Data.id("block", 0, course, Data.Size.MEASURED.blocks());
    }

    String path() {
        return attempt;
    }

    UUID attempt() {
        return UUID.fromString(attempt.substring(attempt.lastIndexOf('/') + 1));
    }

    /** The next answer, again and again. */
    Request answer() {
        return answer(System.currentTimeMillis());
    }

    private Request answer(long at) {
        Choice choice = choice();
        return Request.of(
                "PUT",
                host,
                attempt + "/answers/" + choice.question(),
                "{\"values\":[\"" + choice.value() + "\"],\"noted\":" + at + "}",
                Data.cookie(member),
                "Content-Type: application/json");
    }

    private Choice choice() {
        List<String> questions =
                choices.stream().map(Choice::question).distinct().toList();
        String question = questions.get(answered % questions.size());
        List<Choice> possible =
                choices.stream().filter(one -> one.question().equals(question)).toList();
        return possible.get((answered / questions.size()) % possible.size());
    }

    @Override
    public Optional<Request> next() {
        if (attempt.isEmpty()) {
            return Optional.of(Request.of("POST", host, test + "/attempts", "", Data.cookie(member))
                    .at(due));
        }
        if (opened < PAGES
                && answered >= choices.stream().map(Choice::question).distinct().count()) {
            return Optional.of(Request.get(host, attempt + "?page=" + (opened + 1), Data.cookie(member))
                    .at(due));
        }
        if (answered < answers) {
            noted = System.currentTimeMillis();
            return Optional.of(answer(noted).at(due));
        }
        return Optional.empty();
    }

    @Override
    public void heard(Reply reply, long nanos) {
        boolean start = attempt.isEmpty();
        boolean page = !start
                && opened < PAGES
                && answered >= choices.stream().map(Choice::question).distinct().count();
        String kind = start ? "start" : page ? "page" : "answer";
        if (reply.status() != (start ? 303 : 200)) {
            failed(kind + " " + reply.status());
            return;
        }
        ledger.time(kind, nanos);
        if (start) {
            attempt = reply.header("Location");
        } else if (page) {
            read(reply.text());
        } else {
            ledger.answer(attempt(), choice().question(), noted);
            answered++;
        }
        due = page || start ? 0 : later();
    }

    private void failed(String what) {
        ledger.problem(what);
        if (pause.patient()) {
            due = System.nanoTime() + 200_000_000L;
        } else {
            opened = PAGES;
            answered = answers;
            attempt = attempt.isEmpty() ? "/" : attempt;
        }
    }

    private long later() {
        long millis = pause.to() == 0 ? 0 : ThreadLocalRandom.current().nextInt(pause.from(), pause.to() + 1);
        return millis == 0 ? 0 : System.nanoTime() + millis * 1_000_000;
    }

    private void read(String html) {
        opened++;
        Matcher found = CHOICE.matcher(html);
        while (found.find()) {
            choices.add(new Choice(found.group(1), found.group(2)));
        }
        if (choices.isEmpty()) {
            failed("page without questions");
        }
    }
}
