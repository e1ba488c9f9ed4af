package org.cybox.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** A notice in somebody's words. */
record Told(String subject, String text) {

    static Told in(T t, NoticeStore.Row notice) {
        Object[] arguments = arguments(t, notice);
        return new Told(
                say(t, notice.textKey() + ".subject", arguments), say(t, notice.textKey() + ".text", arguments));
    }

    static Object[] arguments(T t, NoticeStore.Row notice) {
        return Json.read(notice.arguments(), new TypeReference<List<String>>() {}).stream()
                .map(argument -> said(argument, t))
                .toArray();
    }

    /** A text that a later version has no longer: the kind says at least what it was about. */
    private static String say(T t, String key, Object[] arguments) {
        return t.has(key) ? t.of(key, arguments) : "";
    }

    private static Object said(String argument, T t) {
        if (argument.matches("[0-9]{1,9}")) {
            return Integer.valueOf(argument);
        }
        if (argument.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*")) {
            return date(argument, t);
        }
        return argument.startsWith("{") ? words(argument, t) : argument;
    }

    private static String date(String argument, T t) {
        try {
            return argument.length() == 10 ? t.date(LocalDate.parse(argument)) : t.moment(Instant.parse(argument));
        } catch (DateTimeParseException e) {
            return argument;
        }
    }

    private static String words(String argument, T t) {
        try {
            return Json.read(argument, Words.class).in(t.language());
        } catch (JacksonException e) {
            return argument;
        }
    }
}
