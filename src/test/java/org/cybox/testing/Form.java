package org.cybox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;

/** A form being filled in. Fields that the page does not have are refused, as a browser has no such field either. */
public final class Form {

    private static final byte[] NOTHING = {};

    private final Browser browser;
    private final String page;
    private final FormElement element;
    private final List<Part> parts = new ArrayList<>();

    Form(Browser browser, String page, FormElement element) {
        this.browser = browser;
        this.page = page;
        this.element = element;
        fields().forEach(this::take);
    }

    /** A field as it is sent. */
    public record Part(String name, String value, boolean file, String fileName, String type, byte[] bytes) {

        public static Part text(String name, String value) {
            return new Part(name, value, false, "", "", value.getBytes(StandardCharsets.UTF_8));
        }

        public static Part file(String fileName, String type, byte[] bytes) {
            return new Part("", fileName, true, fileName, type, bytes);
        }

        Part named(String other) {
            return new Part(other, value, file, fileName, type, bytes);
        }
    }

    private Elements fields() {
        Elements all = element.select("input[name], select[name], textarea[name]");
        String id = element.id();
        if (!id.isEmpty()) {
            all.addAll(element.ownerDocument().select("[form=" + id + "][name]:not(button)"));
        }
        return all;
    }

    private void take(Element field) {
        String name = field.attr("name");
        if (field.hasAttr("disabled") || field.closest("fieldset[disabled]") != null) {
            return;
        }
        if (field.normalName().equals("select")) {
            chosen(field).forEach(value -> parts.add(Part.text(name, value)));
            return;
        }
        if (field.normalName().equals("textarea")) {
            parts.add(Part.text(name, field.wholeText()));
            return;
        }
        switch (field.attr("type").toLowerCase(Locale.ROOT)) {
            case "checkbox", "radio" -> {
                if (field.hasAttr("checked")) {
                    parts.add(Part.text(name, field.hasAttr("value") ? field.attr("value") : "on"));
                }
            }
            case "submit", "button", "image", "reset" -> {}
            case "file" ->
                parts.add(Part.file("", "application/octet-stream", NOTHING).named(name));
            default -> parts.add(Part.text(name, field.attr("value")));
        }
    }

    private static List<String> chosen(Element select) {
        List<String> marked = select.select("option[selected]").eachAttr("value");
        if (!marked.isEmpty() || select.hasAttr("multiple")) {
            return marked;
        }
        Element first = select.selectFirst("option:not([disabled])");
        return first == null ? List.of() : List.of(first.hasAttr("value") ? first.attr("value") : first.text());
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    /** What is sent for that field so far, or blank. */
    public String value(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .map(Part::value)
                .findFirst()
                .orElse("");
    }

    /** Types into a field, chooses a radio button or an option. */
    public Form set(String name, Object value) {
        requireField(name);
        return force(name, value);
    }

    /** As {@link #set}, also for a field that the page does not have: what a script or a forger would send. */
    public Form force(String name, Object value) {
        parts.removeIf(part -> part.name().equals(name));
        parts.add(Part.text(name, String.valueOf(value)));
        return this;
    }

    /** Ticks one of several boxes of that name. */
    public Form tick(String name, Object value) {
        requireField(name);
        parts.add(Part.text(name, String.valueOf(value)));
        return this;
    }

    public Form clear(String name) {
        parts.removeIf(part -> part.name().equals(name));
        return this;
    }

    public Form upload(String name, String fileName, String type, byte[] bytes) {
        requireField(name);
        parts.removeIf(part -> part.name().equals(name));
        parts.add(Part.file(fileName, type, bytes).named(name));
        return this;
    }

    private void requireField(String name) {
        assertThat(fields().eachAttr("name"))
                .as("fields of form %s in %s", element.attr("action"), page)
                .contains(name);
    }

    public Answer submit() {
        Element button = element.selectFirst("button:not([type=button]):not([type=reset])");
        return button == null || !button.hasAttr("name") ? send(element, element) : press(button);
    }

    /** @param which CSS selector of the button within the form, or its words */
    public Answer submit(String which) {
        Elements buttons = element.select("button, input[type=submit]");
        Element button = buttons.stream()
                .filter(one -> one.text().contains(which) || (which.matches(".*[\\[.#].*") && one.is(which)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + which + " among " + buttons));
        return press(button);
    }

    private Answer press(Element button) {
        if (button.hasAttr("name")) {
            parts.add(Part.text(button.attr("name"), button.attr("value")));
        }
        return send(button, element);
    }

    private Answer send(Element button, FormElement form) {
        String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        String method = button.hasAttr("formmethod") ? button.attr("formmethod") : form.attr("method");
        String target =
                action.isBlank() ? page : URI.create(page).resolve(action).toString();
        String verb = method.isBlank() ? "GET" : method.toUpperCase(Locale.ROOT);
        String encoding = button.hasAttr("formenctype") ? button.attr("formenctype") : form.attr("enctype");
        return encoding.equals("multipart/form-data")
                ? browser.sendMultipart(verb, target, parts)
                : browser.sendForm(verb, target, parts);
    }
}
