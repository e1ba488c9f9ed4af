package org.cybox.courses.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Form;
import org.junit.jupiter.api.Test;

class TransferTest {

    private final Cast cast = Cast.open();
    private final Author ada = Author.begins(cast.ada(), "Evidence on phones");

    private byte[] exported() {
        String section = ada.section("Session one");
        ada.page(section, "A page", "<p>One.</p>");
        String file = ada.activity(section, "file", "A form");
        cast.ada()
                .get(file)
                .form(file)
                .upload("file", "sheet.txt", "text/plain", "A sheet".getBytes(StandardCharsets.UTF_8))
                .submit()
                .is(303);
        ada.publish("");
        Answer export = cast.ada().get(ada.course() + "/export").ok();
        assertThat(export.header("Content-Disposition")).contains("attachment").contains(".zip");
        return export.bytes();
    }

    private static Answer take(Browser browser, byte[] zip) {
        return browser.get("/courses/new")
                .form("/courses/imports")
                .upload("file", "course.zip", "application/zip", zip)
                .submit();
    }

    @Test
    void aCourseTravelsAsOneFileToAnotherTenant() {
        byte[] zip = exported();
        assertThat(cast.ada().get(ada.course() + "/export").bytes())
                .as("the same bytes again")
                .isEqualTo(zip);

        Answer there = take(cast.mallory(), zip).is(303).follow().ok();
        there.has("Evidence on phones").has("A page").has("A form").has("Draft");
        Answer form = there.click("A form");
        form.has("sheet.txt");
        assertThat(cast.mallory().get(form.one(".files a").attr("href")).body()).isEqualTo("A sheet");
    }

    @Test
    void aDuplicateHasALifeOfItsOwn() {
        ada.published("A page", "<p>One.</p>");
        Answer copy = ada.outline().form("/copies").submit().is(303).follow().ok();
        copy.has("Evidence on phones (copy)").has("Draft");
        String editor = copy.one(".row .title a").attr("href");
        cast.ada()
                .get(editor)
                .form(editor)
                .set("text.en", "<p>Other.</p>")
                .submit()
                .is(303);
        ada.outline().has("The draft is the same as release 1");
    }

    @Test
    void aDamagedOrHostileFileEndsInAClearSentence() throws IOException {
        byte[] zip = exported();
        refused("not a zip".getBytes(StandardCharsets.UTF_8), "not a .zip file");
        refused(java.util.Arrays.copyOf(zip, zip.length / 2), "not a .zip file");
        refused(packed(Map.of("readme.txt", "hello".getBytes(StandardCharsets.UTF_8))), "does not belong");
        refused(packed(Map.of("../../evil", new byte[10])), "does not belong");
        refused(packed(Map.of("course.json", "{}".getBytes(StandardCharsets.UTF_8))), "not an export");
        refused(packed(Map.of("course.json", "[[[".getBytes(StandardCharsets.UTF_8))), "damaged");

        Map<String, byte[]> parts = parts(zip);
        String file = parts.keySet().stream()
                .filter(name -> name.startsWith("files/"))
                .findFirst()
                .orElseThrow();
        refused(packed(with(parts, file, "Another sheet".getBytes(StandardCharsets.UTF_8))), "check sum is wrong");
        Map<String, byte[]> without = new LinkedHashMap<>(parts);
        without.remove(file);
        refused(packed(without), "is missing from the file");
        refused(packed(with(parts, file, new byte[400_000_000])), "larger than");

        String json = new String(parts.get("course.json"), StandardCharsets.UTF_8);
        refused(json(parts, json.replace("\"kind\":\"page\"", "\"kind\":\"bomb\"")), "not installed here: bomb");
        refused(json(parts, json.replace("\"completion\":\"view\"", "\"completion\":\"<b>\"")), "damaged");
        refused(json(parts, json.replace("\"hours\":6", "\"hours\":999999")), "damaged");
        cast.mallory().get("/courses?state=draft").hasNot("Evidence on phones");
    }

    @Test
    void scriptInAnImportedLessonIsTakenOut() throws IOException {
        Map<String, byte[]> parts = parts(exported());
        String json = new String(parts.get("course.json"), StandardCharsets.UTF_8)
                .replace("<p>One.</p>", "<p>One.</p><script>alert(1)</script><img src=x onerror=alert(2)>");
        Answer there = take(cast.mallory(), json(parts, json)).is(303).follow().ok();
        String editor = there.one(".row .title a").attr("href");
        assertThat(cast.mallory().get(editor).form(editor).value("text.en"))
                .contains("One.")
                .doesNotContain("script", "onerror");
    }

    private Map<String, byte[]> withATest() throws IOException {
        String section = ada.section("Session one");
        ada.activity(section, "test", "Final exam");
        return parts(cast.ada().get(ada.course() + "/export").ok().bytes());
    }

    @Test
    void anImportedTestThatIsNoneIsRefusedByItsName() throws IOException {
        Map<String, byte[]> parts = withATest();
        String json = new String(parts.get("course.json"), StandardCharsets.UTF_8);
        for (String questions : new String[] {
            "\"all of them\"",
            "[{\"kind\":\"essay\",\"id\":\"q1\"}]",
            "[17]",
            "[null]",
            "[{\"kind\":\"single\",\"id\":\"q1\\\"><script>\"}]",
            "[{\"kind\":\"trueFalse\"}]",
            "[{\"kind\":\"single\",\"id\":\"q1\",\"choices\":\"a\"}]"
        }) {
            String broken = json.replace("\"questions\":[]", "\"questions\":" + questions);
            assertThat(broken).isNotEqualTo(json);
            refused(json(parts, broken), "Final exam");
        }
        refused(json(parts, json.replace("\"questions\":[]", "\"answers\":[]")), "Final exam");
        cast.mallory().get("/courses?state=draft").hasNot("Evidence on phones");
    }

    @Test
    void scriptInAnImportedTestIsTakenOutAndItsQuestionsStay() throws IOException {
        Map<String, byte[]> parts = withATest();
        String question =
                "{\"kind\":\"trueFalse\",\"id\":\"q7\",\"points\":2,\"answer\":true,\"prompt\":{\"original\":\"en\",\"text\":"
                        + "{\"en\":\"<p>Is it so?</p><script>alert(1)</script><img src=x onerror=alert(2)>\",\"fr\":\"<p onclick=x()>Vrai ?</p>\"}}}";
        String json = new String(parts.get("course.json"), StandardCharsets.UTF_8)
                .replace("\"questions\":[]", "\"questions\":[" + question + "]");
        Answer there = take(cast.mallory(), json(parts, json)).is(303).follow().ok();
        byte[] again = cast.mallory()
                .get(Author.path(there.address()) + "/export")
                .ok()
                .bytes();
        assertThat(new String(parts(again).get("course.json"), StandardCharsets.UTF_8))
                .as("what is stored, not only what is shown")
                .contains("Is it so?", "Vrai ?", "\"q7\"")
                .doesNotContain("script", "onerror", "onclick");
    }

    private void refused(byte[] zip, String words) {
        Answer answer = take(cast.mallory(), zip);
        assertThat(answer.status()).as(words).isEqualTo(422);
        answer.has(words);
    }

    private static byte[] json(Map<String, byte[]> parts, String json) throws IOException {
        return packed(with(parts, "course.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, byte[]> with(Map<String, byte[]> parts, String name, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(name, bytes);
        return changed;
    }

    private static Map<String, byte[]> parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] packed(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aLearnerMayNot() {
        cast.ben().get(ada.course() + "/export").is(403);
        cast.ben()
                .post("/courses/imports", "file", Form.Part.file("c.zip", "application/zip", new byte[] {1}))
                .is(403);
    }
}
