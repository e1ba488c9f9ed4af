package org.cybox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cybox.platform.data.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jsoup.select.Elements;
import tools.jackson.databind.JsonNode;

/** What came back: status, page, forms that one can fill, and what it cost. */
public final class Answer {

    private final Browser browser;
    private final String method;
    private final String address;
    private final HttpResponse<byte[]> response;
    private final String trace;

    Answer(Browser browser, String method, String address, HttpResponse<byte[]> response, String trace) {
        this.browser = browser;
        this.method = method;
        this.address = address;
        this.response = response;
        this.trace = trace;
    }

    public int status() {
        return response.statusCode();
    }

    /** The address that was asked, with scheme and host. */
    public String address() {
        return address;
    }

    public String path() {
        return URI.create(address).getPath();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String body() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    public String location() {
        return header("Location");
    }

    public Document html() {
        return Jsoup.parse(body(), address);
    }

    /** What a person reads. */
    public String text() {
        return html().text();
    }

    public String title() {
        return html().title();
    }

    public Elements all(String selector) {
        return html().select(selector);
    }

    public Element one(String selector) {
        Elements found = all(selector);
        assertThat(found).as("%s in %s", selector, this).isNotEmpty();
        return found.getFirst();
    }

    public JsonNode json() {
        return Json.MAPPER.readTree(body());
    }

    /** The SQL that this answer cost, the setting of the tenant included. */
    public List<String> statements() {
        return Statements.of(trace);
    }

    /** Follows redirects, to whichever host of ours, until a page comes. */
    public Answer follow() {
        Answer answer = this;
        for (int n = 0; n < 10 && answer.status() >= 301 && answer.status() <= 308; n++) {
            String target =
                    URI.create(answer.address).resolve(answer.location()).toString();
            answer = browser.get(target);
        }
        return answer;
    }

    public Answer is(int status) {
        assertThat(status()).as("%s", this).isEqualTo(status);
        return this;
    }

    public Answer ok() {
        return is(200);
    }

    public Answer has(String words) {
        assertThat(text()).as("%s", this).contains(words);
        return this;
    }

    public Answer hasNot(String words) {
        assertThat(body()).as("%s", this).doesNotContain(words);
        return this;
    }

    /**
     * A form of this page, with all that it says already.
     *
     * @param which a CSS selector of the form, or a part of its action
     */
    public Form form(String which) {
        Document page = html();
        List<Element> forms = page.select("form").stream()
                .filter(form -> form.attr("action").contains(which)
                        || selected(page, which).contains(form))
                .toList();
        assertThat(forms).as("form %s in %s", which, this).isNotEmpty();
        return new Form(browser, address, (FormElement) forms.getFirst());
    }

    private static Elements selected(Document page, String selector) {
        try {
            return page.select(selector);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return new Elements();
        }
    }

    /** Follows the first link whose words or address contain that. */
    public Answer click(String words) {
        Element link = html().select("a[href]").stream()
                .filter(a -> a.text().contains(words) || a.attr("href").contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + words + " in " + this));
        return browser.get(link.absUrl("href")).follow();
    }

    @Override
    public String toString() {
        String type = header("Content-Type");
        String text = type.startsWith("text/html") ? text() : type + " " + response.body().length + " bytes";
        return method + " " + address + " -> " + status() + " " + location() + " "
                + (text.length() > 1500 ? text.substring(0, 1500) + " …" : text);
    }
}
