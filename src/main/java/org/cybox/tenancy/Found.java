package org.cybox.tenancy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A page of institutions that somebody looks through.
 *
 * @param words that were typed; @param path of the page; @param more address of the next page, or blank
 */
public record Found(List<Tenant> tenants, String words, String path, String more, boolean first) {

    private static final int SIZE = 48;

    /** @param after the slug that the page before ended with, or blank */
    public static Found of(Tenants tenants, Predicate<Tenant> which, String words, String after, String path) {
        List<Tenant> found = tenants.page(which, words, after, SIZE + 1);
        List<Tenant> shown = found.subList(0, Math.min(SIZE, found.size()));
        String more = found.size() > SIZE
                ? path + "?after=" + encoded(shown.getLast().slug()) + (words.isBlank() ? "" : "&q=" + encoded(words))
                : "";
        return new Found(shown, words, path, more, after.isBlank());
    }

    /** There are more than one sees at once, or somebody has asked already. */
    public boolean searchable() {
        return !words.isBlank() || !more.isBlank() || !first;
    }

    static List<String> words(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    static boolean in(Tenant tenant, List<String> wanted) {
        List<String> there = words(String.join(" ", tenant.name().text().values()));
        return wanted.stream()
                .allMatch(word -> tenant.slug().contains(word) || there.stream().anyMatch(one -> one.startsWith(word)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
