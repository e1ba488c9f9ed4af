package org.cybox.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Walks through all pages that a person can reach, and notes every link and every form as it would be sent. */
public final class Crawl {

    private static final int PAGES = 400;
    private static final int OF_ONE_SHAPE = 3;
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** What a browser would send. @param json what a script of ours would send instead of fields, or blank */
    public record Ask(String method, String address, List<Form.Part> fields, boolean multipart, String json) {

        public Ask(String method, String address, List<Form.Part> fields, boolean multipart) {
            this(method, address, fields, multipart, "");
        }

        /** The same with identifiers exchanged. */
        Ask with(String from, String to) {
            return new Ask(
                    method,
                    address.replace(from, to),
                    fields.stream()
                            .map(part -> part.file()
                                    ? part
                                    : Form.Part.text(
                                            part.name().replace(from, to),
                                            part.value().replace(from, to)))
                            .toList(),
                    multipart,
                    json.replace(from, to));
        }

        boolean names(String id) {
            return address.contains(id)
                    || json.contains(id)
                    || fields.stream()
                            .anyMatch(part ->
                                    part.value().contains(id) || part.name().contains(id));
        }

        Answer send(Browser browser) {
            if (!json.isEmpty()) {
                return browser.send(method, address, json.getBytes(StandardCharsets.UTF_8), "application/json");
            }
            if (method.equals("GET") && fields.isEmpty()) {
                return browser.get(address);
            }
            return multipart
                    ? browser.sendMultipart(method, address, fields)
                    : browser.sendForm(method, address, fields);
        }

        private String shape() {
            return method + " " + address.replaceAll(ID, "*") + " "
                    + fields.stream()
                            .map(Form.Part::name)
                            .map(name -> name.replaceAll(ID, "*"))
                            .toList();
        }

        @Override
        public String toString() {
            return method + " " + address + " " + json
                    + fields.stream()
                            .map(part -> part.name() + "=" + part.value())
                            .toList();
        }
    }

    private final Browser browser;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Ask> asks = new LinkedHashSet<>();
    private final Map<String, Integer> shapes = new HashMap<>();
    private final List<Answer> broken = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();

    private Crawl(Browser browser) {
        this.browser = browser;
    }

    public static Crawl from(Browser browser, Collection<String> starts) {
        Crawl crawl = new Crawl(browser);
        crawl.open.add("/");
        starts.forEach(start -> {
            crawl.note(new Ask("GET", start, List.of(), false));
            crawl.open.add(start);
        });
        for (int n = 0; n < PAGES && !crawl.open.isEmpty(); n++) {
            crawl.visit(crawl.open.removeFirst());
        }
        return crawl;
    }

    public List<Ask> asks() {
        return List.copyOf(asks);
    }

    /** Pages that were there, in the order they were found. */
    public List<String> pages() {
        return List.copyOf(pages);
    }

    /** Answers of 500 and above, and links of our own that lead nowhere. */
    public List<Answer> broken() {
        return List.copyOf(broken);
    }

    private void visit(String address) {
        if (!seen.add(address)) {
            return;
        }
        Answer answer = browser.get(address);
        if (answer.status() >= 500 || answer.status() == 404) {
            broken.add(answer);
        }
        if (answer.status() >= 301 && answer.status() <= 308) {
            link(URI.create(answer.address()).resolve(answer.location()).toString());
            return;
        }
        if (!answer.header("Content-Type").startsWith("text/html")) {
            return;
        }
        if (answer.status() == 200) {
            pages.add(address);
        }
        Document page = answer.html();
        page.select("a[href]").forEach(a -> link(a.absUrl("href")));
        page.select("[src]").forEach(a -> link(a.absUrl("src")));
        page.select("form").forEach(form -> form(answer.address(), (FormElement) form));
    }

    private void link(String full) {
        if (!full.startsWith(browser.home() + "/") || full.contains("/static/") || full.contains("lang=")) {
            return;
        }
        String address = full.substring(browser.home().length()).replaceAll("#.*", "");
        if (address.startsWith("/sign-") || address.contains(" ")) {
            return;
        }
        if (note(new Ask("GET", address, List.of(), false))) {
            open.add(address);
        }
    }

    private void form(String page, FormElement element) {
        Form form = new Form(browser, page, element);
        List<Element> buttons = element.select("button:not([type=button]):not([type=reset])");
        if (buttons.isEmpty()) {
            form(page, element, element, form.parts());
        }
        buttons.forEach(button -> {
            List<Form.Part> parts = new ArrayList<>(form.parts());
            if (button.hasAttr("name")) {
                parts.add(Form.Part.text(button.attr("name"), button.attr("value")));
            }
            form(page, element, button, parts);
        });
    }

    private void form(String page, FormElement form, Element button, List<Form.Part> parts) {
        String action = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
        String method = button.hasAttr("formmethod") ? button.attr("formmethod") : form.attr("method");
        String full = action.isBlank()
                ? page
                : URI.create(page).resolve(action.replace(" ", "%20")).toString();
        boolean leaving = !full.startsWith(browser.home()) || full.contains("/sign-");
        if (!leaving) {
            note(new Ask(
                    method.isBlank() ? "GET" : method.toUpperCase(java.util.Locale.ROOT),
                    full.substring(browser.home().length()),
                    List.copyOf(parts),
                    form.attr("enctype").equals("multipart/form-data")));
        }
    }

    private boolean note(Ask ask) {
        return shapes.merge(ask.shape(), 1, Integer::sum) <= OF_ONE_SHAPE && asks.add(ask);
    }
}
