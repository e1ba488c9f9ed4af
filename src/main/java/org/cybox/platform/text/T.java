package org.cybox.platform.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.cybox.platform.data.Json;

/** The interface in one language: words, plurals, numbers, dates. Numbers are Latin digits everywhere, as in our texts. */
public final class T {

    /** There is a noon on every day everywhere; not every day has a midnight. */
    private static final LocalTime NOON = LocalTime.NOON;

    private final Texts texts;
    private final String language;
    private final ULocale locale;
    private final ZoneId zone;
    private final Map<String, String> plain;
    private final Map<String, Lent<MessageFormat>> phrases;
    private final Cache<Counted, String> counts;
    private final Cache<LocalDate, String> days;
    private final Lent<DateFormat> dates;
    private final Lent<DateFormat> moments;
    private final Lent<NumberFormat> integers;
    private final Lent<NumberFormat> percents;
    private final Lent<NumberFormat> hundredths;
    private final Lent<NumberFormat> tenths;

    T(Texts texts, String language) {
        this.texts = texts;
        this.language = language;
        this.zone = ZoneOffset.UTC;
        this.plain = new ConcurrentHashMap<>();
        this.phrases = new ConcurrentHashMap<>();
        this.counts = Caffeine.newBuilder().maximumSize(10_000).build();
        this.days = Caffeine.newBuilder().maximumSize(5_000).build();
        this.locale = ULocale.forLanguageTag((language.equals("en") ? "en-GB" : language) + "-u-nu-latn");
        this.dates = dates(locale, zone);
        this.moments = moments(locale, zone);
        this.integers = new Lent<>(() -> NumberFormat.getIntegerInstance(locale));
        this.percents = new Lent<>(() -> digits(NumberFormat.getPercentInstance(locale), 0));
        this.hundredths = new Lent<>(() -> digits(NumberFormat.getNumberInstance(locale), 2));
        this.tenths = new Lent<>(() -> digits(NumberFormat.getNumberInstance(locale), 1));
    }

    /** The same words, with the times of another place. */
    private T(T other, ZoneId zone) {
        this.texts = other.texts;
        this.language = other.language;
        this.zone = zone;
        this.locale = other.locale;
        this.plain = other.plain;
        this.phrases = other.phrases;
        this.counts = other.counts;
        this.days = other.days;
        this.dates = dates(locale, zone);
        this.moments = moments(locale, zone);
        this.integers = other.integers;
        this.percents = other.percents;
        this.hundredths = other.hundredths;
        this.tenths = other.tenths;
    }

    /** The same interface where the clocks of that place are shown. */
    public T at(ZoneId place) {
        return place.equals(zone) ? this : texts.at(this, place);
    }

    T moved(ZoneId place) {
        return new T(this, place);
    }

    public String language() {
        return language;
    }

    public String direction() {
        return Languages.direction(language);
    }

    /** @param key {@code module.name}; throws when there is no such text, which a house test finds first */
    public String of(String key) {
        String known = plain.get(key);
        return known != null ? known : plain.computeIfAbsent(key, k -> format(k));
    }

    /** A phrase about one number: lists say the same few again and again, and a plural is dear to find. */
    private record Counted(String key, Number number) {}

    /** @param arguments {@code {0}}, {@code {1}} … of the pattern; numbers take part in plurals */
    public String of(String key, Object... arguments) {
        return arguments.length == 1 && arguments[0] instanceof Integer number
                ? counts.get(new Counted(key, number), counted -> format(key, arguments))
                : format(key, arguments);
    }

    /** For a key that is put together, such as a state: blank when there is none. */
    public boolean has(String key) {
        return texts.has(key);
    }

    /** 3 November 2026 */
    public String date(Instant instant) {
        return date(LocalDate.ofInstant(instant, zone));
    }

    public String date(LocalDate day) {
        return days.get(
                day,
                one -> dates.with(format ->
                        format.format(Date.from(one.atTime(NOON).atZone(zone).toInstant()))));
    }

    /** 3 Nov 2026, 14:05 GMT+1 – said with its zone, since our people live in many. */
    public String moment(Instant instant) {
        return moments.with(format -> format.format(Date.from(instant)));
    }

    /** English, French and Arabic: how languages are called in this one. @param commaSeparated BCP 47 tags */
    public String languages(String commaSeparated) {
        return ListFormatter.getInstance(locale)
                .format(Languages.list(commaSeparated).stream()
                        .map(tag -> Languages.name(tag, language))
                        .toList());
    }

    public String number(long number) {
        return integers.with(format -> format.format(number));
    }

    /** @param share 0 to 1 */
    public String percent(double share) {
        return percents.with(format -> format.format(share));
    }

    /** @param points kept in hundredths, so 250 is 2.5 */
    public String points(long points) {
        return hundredths.with(format -> format.format(points / 100.0));
    }

    /** 340 kB, 1.2 MB: told before anything is loaded. */
    public String bytes(long bytes) {
        return bytes < 1_000_000
                ? of("platform.kilobytes", number(Math.max(1, Math.round(bytes / 1000.0))))
                : of("platform.megabytes", tenths.with(format -> format.format(bytes / 1_000_000.0)));
    }

    /** All plural forms of a text about {@code {0}} things, for a script: {@code {"one":"{n} person","other":"{n} people"}}. */
    public String forms(String key) {
        PluralRules rules = PluralRules.forLocale(locale);
        Map<String, String> forms = new TreeMap<>();
        for (String form : rules.getKeywords()) {
            long sample = rules.getSamples(form).stream()
                    .filter(number -> number == Math.rint(number))
                    .mapToLong(Double::longValue)
                    .findFirst()
                    .orElse(1_000_000L);
            forms.put(form, of(key, sample).replace(number(sample), "{n}"));
        }
        return Json.write(forms);
    }

    private static Lent<DateFormat> dates(ULocale locale, ZoneId zone) {
        return new Lent<>(() -> in(zone, DateFormat.getDateInstance(DateFormat.LONG, locale)));
    }

    private static Lent<DateFormat> moments(ULocale locale, ZoneId zone) {
        String pattern = ((SimpleDateFormat)
                        DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, locale))
                .toPattern();
        String said = zone.equals(ZoneOffset.UTC) ? " 'UTC'" : " O";
        return new Lent<>(() -> in(zone, new SimpleDateFormat(pattern + said, locale)));
    }

    private static DateFormat in(ZoneId zone, DateFormat format) {
        format.setTimeZone(TimeZone.getTimeZone(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
        return format;
    }

    private static NumberFormat digits(NumberFormat format, int most) {
        format.setMaximumFractionDigits(most);
        return format;
    }

    private String format(String key, Object... arguments) {
        return phrases.computeIfAbsent(
                        key,
                        k -> new Lent<>(
                                () -> (MessageFormat) texts.pattern(language, k).clone()))
                .with(format -> format.format(arguments));
    }
}
