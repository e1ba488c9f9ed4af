package org.cybox.courses.authoring;

import java.util.List;
import java.util.UUID;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;

/** An author at work, by the same forms that people use. */
record Author(Browser browser, String course) {

    static Author begins(Browser browser, String title) {
        Answer made = browser.get("/courses/new")
                .form("form[action=/courses]")
                .set("title", title)
                .set("languages", "en, fr")
                .set("hours", 6)
                .submit()
                .is(303);
        return new Author(browser, path(made.location()));
    }

    static String path(String location) {
        return location.replaceAll("^http://[^/]+", "").replaceAll("[?#].*", "");
    }

    UUID id() {
        return UUID.fromString(course.substring("/courses/".length()));
    }

    Answer outline() {
        return browser.get(course).ok();
    }

    /** @return its address */
    String section(String title) {
        String location = browser.post(course + "/sections", "title", title, "kind", "session")
                .is(303)
                .location();
        return course + "/sections/" + location.replaceAll(".*#a-", "");
    }

    /** @return the address of its editor */
    String activity(String section, String kind, String title) {
        return path(browser.post(section + "/activities", "title", title, "kind", kind)
                .is(303)
                .location());
    }

    /** A page with that text, saved. */
    String page(String section, String title, String html) {
        String editor = activity(section, "page", title);
        browser.get(editor).form(editor).set("text.en", html).submit().is(303);
        return editor;
    }

    /** One section with one page, published. */
    String published(String title, String html) {
        String editor = page(section("Session one"), title, html);
        publish("First");
        return editor;
    }

    Answer publish(String note) {
        return outline()
                .form(course + "/releases")
                .set("note", note)
                .submit()
                .is(303)
                .follow()
                .ok();
    }

    List<String> titles() {
        return outline().all(".row .title a").eachText();
    }

    static String idOf(String editor) {
        return editor.replaceAll(".*/activities/", "").replaceAll("/.*", "");
    }
}
