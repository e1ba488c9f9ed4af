package org.cybox.courses.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cybox.courses.CourseFixture;
import org.cybox.courses.Enrolments;
import org.cybox.identity.Accounts;
import org.cybox.people.Groups;
import org.cybox.people.People;
import org.cybox.platform.web.Role;
import org.cybox.testing.Answer;
import org.cybox.testing.Axe;
import org.cybox.testing.Browser;
import org.cybox.testing.Cast;
import org.cybox.testing.Eventually;
import org.cybox.testing.Program;
import org.cybox.testing.Screen;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DownloadTest {

    private final Cast cast = Cast.open();
    private final CourseFixture course = CourseFixture.in(cast, "Evidence")
            .page("One", "view", "<p>One.</p>")
            .publish();

    private List<UUID> learn(int many) {
        return cast.in(() -> {
            People people = Program.bean(People.class);
            List<UUID> all = IntStream.range(0, many)
                    .mapToObj(n -> people.add(
                                    "n" + n + "@" + cast.space().slug() + ".example",
                                    "Person " + n,
                                    "",
                                    Role.LEARNER,
                                    "en")
                            .id())
                    .toList();
            Program.bean(Enrolments.class).enrolAll(course.id(), all, "csv");
            return all;
        });
    }

    @Test
    void aShortTableComesAtOnceInBothForms() throws IOException {
        learn(3);
        Answer csv = cast.ada().get(course.learners() + "/download?format=csv").ok();
        assertThat(csv.header("Content-Disposition")).contains("learners.csv");
        assertThat(csv.body().lines()).hasSize(4);
        Answer xlsx =
                cast.ada().get(course.learners() + "/download?format=xlsx").ok();
        assertThat(entries(xlsx.bytes())).contains("xl/workbook.xml", "xl/worksheets/sheet1.xml");
        cast.ben().get(course.learners() + "/download?format=csv").is(403);
        cast.mallory().get(course.learners() + "/download?format=csv").is(404);
    }

    private static List<String> entries(byte[] zip) throws IOException {
        Path file = Files.createTempFile("learners", ".xlsx");
        Files.write(file, zip);
        try (ZipFile book = new ZipFile(file.toFile())) {
            return book.stream().map(ZipEntry::getName).toList();
        } finally {
            Files.delete(file);
        }
    }

    private static String file(Browser person, String job) {
        return Eventually.find(
                "the table",
                () -> person.get(job).ok().all("a.button.primary").stream()
                        .map(link -> link.attr("href"))
                        .filter(href -> href.startsWith("/files/"))
                        .findFirst());
    }

    private static String table(Browser person, String job) {
        return person.get(file(person, job)).ok().body();
    }

    @Test
    void aLongTableIsMadeByAJobThatOneFollows() {
        learn(DownloadController.AT_ONCE + 2);
        Answer started = cast.ada().get(course.learners() + "/download?format=csv&sort=-name");
        String job = started.is(303).location();
        assertThat(job).startsWith("/jobs/");
        cast.chi().get(job).is(404);
        String file = Eventually.find(
                "the table",
                () -> cast.ada().get(job).ok().all("a.button.primary").stream()
                        .map(link -> link.attr("href"))
                        .filter(href -> href.startsWith("/files/"))
                        .findFirst());
        String csv = cast.ada().get(file).ok().body();
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(DownloadController.AT_ONCE + 3);
        assertThat(lines.stream().skip(1).distinct()).hasSize(DownloadController.AT_ONCE + 2);
        assertThat(lines.get(1)).startsWith("Person 99,");
        cast.chi().get(file).ok();
        cast.also("Eve Trainer", Role.TRAINER).get(file).is(404);
        cast.ben().get(file).is(404);
        cast.mallory().get(file).is(404);
        assertThat(cast.ada()
                        .get("/notices")
                        .ok()
                        .click("The table of learners is ready")
                        .path())
                .isEqualTo(file);
        try (Screen ada = Screen.of(cast.ada());
                Screen french = Screen.of(cast.ada()).phone().reading("fr").dark();
                Screen arabic = Screen.of(cast.ada()).phone().reading("ar").withoutScript()) {
            ada.go(job);
            ada.picture("download-done");
            Axe.check(ada.page());
            french.go(job);
            french.picture("download-done-fr-dark-phone");
            Axe.check(french.page());
            french.fits();
            arabic.go(job);
            arabic.picture("download-done-ar-phone");
            arabic.fits();
        }
    }

    @Test
    void aLongTableOfALimitedTrainerHasTheirLearnersOnly() {
        List<UUID> people = learn(DownloadController.AT_ONCE + 3);
        Browser eli = cast.also("Eli Limited", Role.TRAINER);
        cast.run(() -> {
            Groups groups = cast.program().get(Groups.class);
            UUID group = groups.named("Class A").id();
            groups.add(group, List.of(eli.person()));
            groups.add(group, people.subList(2, people.size()));
            Program.bean(JdbcClient.class)
                    .sql("update people.person set only_own_groups = true where id = :id")
                    .param("id", eli.person())
                    .update();
            Program.bean(Accounts.class).change(eli.person(), Role.TRAINER, true);
        });
        String job = Eventually.find(
                        "Eli is limited",
                        () -> Optional.of(eli.get(course.learners() + "/download?format=csv&q=0"))
                                .filter(answer -> !answer.body().contains("Person 0,")))
                .address()
                .replace("&q=0", "");
        List<String> lines = table(eli, eli.get(job).is(303).location()).lines().toList();
        assertThat(lines).hasSize(DownloadController.AT_ONCE + 2);
        assertThat(lines).noneMatch(line -> line.startsWith("Person 0,") || line.startsWith("Person 1,"));
    }
}
