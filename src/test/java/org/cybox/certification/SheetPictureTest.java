package org.cybox.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cybox.courses.Section.Lines;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Pictures;
import org.cybox.platform.text.Texts;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Visitor;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates as they hang on a wall. {@code -Dcybox.write=true} writes the committed pictures anew: look at them. */
class SheetPictureTest {

    private static final String HOUSE = "https://training.example";
    private static final String LONG =
            "Maria Magdalena Konstantinopoulou-Papadimitriou von Hohenstein-Wittelsbach zu Auersperg";

    private final SheetPrinter printer = Program.shared().get(SheetPrinter.class);
    private final Cast cast = Cast.open();
    private final String signature = keep(Pictures.ink(Scribble.png(5, true), "", 1_000_000, 900));
    private final String logo = keep(Pictures.ink(Scribble.png(2, false), "", 1_000_000, 900));

    @ParameterizedTest
    @CsvSource({
        "completion-en, completion, en, Ama Mensah-Owusu",
        "attendance-fr, attendance, fr, Zoé Lefèvre-N’Guessan",
        "trainer-ar, trainer, ar, أمل عبد الرحمن الخطيب",
        "side-by-side, completion, 'en,ar', Ama Mensah-Owusu",
        "side-by-side-fr, attendance, 'fr,en', Zoé Lefèvre-N’Guessan",
        "long-names, completion, en, " + LONG,
        "long-side-by-side, completion, 'en,fr', " + LONG,
        "arabic-name, completion, en, أمل عبد الرحمن الخطيب",
    })
    void aCertificateLooksLikeItsPicture(String name, String kind, String languages, String holder) throws Exception {
        byte[] pdf = printer.print(certificate(kind, languages, holder), HOUSE);
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve("sheet-" + name + ".pdf"), pdf);
        Likeness.check(pdf, name);
    }

    @ParameterizedTest
    @CsvSource({
        "completion-en, completion, en, Ama Mensah-Owusa",
        "trainer-ar, trainer, ar, أمل عبد الرحيم الخطيب",
        "arabic-name, completion, en, بيطخلا نمحرلا دبع لمأ"
    })
    void oneOtherLetterWouldBeSeen(String name, String kind, String languages, String holder) {
        assertThat(Likeness.difference(printer.print(certificate(kind, languages, holder), HOUSE), name))
                .isGreaterThan(Likeness.MOST);
    }

    @Test
    void aMissingSignatureWouldBeSeen() {
        Certificate signed = certificate("completion", "en", "Ama Mensah-Owusu");
        Sheet sheet = signed.sheet();
        Certificate unsigned = with(
                signed,
                new Sheet(
                        sheet.languages(),
                        sheet.institution(),
                        sheet.colour(),
                        sheet.title(),
                        sheet.body(),
                        sheet.signatories().stream()
                                .map(one -> new Template.Signatory(one.name(), one.role(), null))
                                .toList(),
                        sheet.logos(),
                        sheet.demo()));
        assertThat(Likeness.difference(printer.print(unsigned, HOUSE), "completion-en"))
                .isGreaterThan(100);
    }

    private String keep(byte[] png) {
        return cast.in(() -> Program.bean(org.cybox.platform.files.Files.class)
                .store(new ByteArrayInputStream(png), "picture.png", Audience.PERSON, Visitor.NOBODY)
                .sha256());
    }

    private Certificate certificate(String kind, String languages, String holder) {
        Texts texts = Program.bean(Texts.class);
        Words title = Words.NONE;
        Words body = Words.NONE;
        for (String language : List.of("en", "fr", "ar")) {
            title = title.with(language, texts.in(language).of("certification.default.title." + kind));
            body = body.with(language, texts.in(language).of("certification.default.body." + kind));
        }
        Words outcome = Words.of(
                        "en", "Name the offences of the Convention and the powers that serve to investigate them")
                .with("fr", "Nommer les infractions de la Convention et les pouvoirs qui servent à enquêter")
                .with("ar", "تسمية الجرائم الواردة في الاتفاقية والصلاحيات المتاحة للتحقيق فيها");
        Words other = Words.of("en", "Ask for stored data abroad so that it arrives in time and stands in court")
                .with("fr", "Demander à l’étranger des données stockées, à temps et de façon recevable")
                .with("ar", "طلب البيانات المخزّنة من الخارج في الوقت المناسب وعلى نحو تقبله المحكمة");
        Sheet sheet = new Sheet(
                List.of(languages.split(",")),
                Words.of("en", "Judicial Academy")
                        .with("fr", "Académie judiciaire")
                        .with("ar", "الأكاديمية القضائية"),
                "#1f4e79",
                title,
                body,
                List.of(
                        new Template.Signatory(
                                "Chi Nguyen",
                                Words.of("en", "Director")
                                        .with("fr", "Directrice")
                                        .with("ar", "المديرة"),
                                signature),
                        new Template.Signatory(
                                "Ada Hoxha",
                                Words.of("en", "Lead trainer")
                                        .with("fr", "Formatrice principale")
                                        .with("ar", "المدربة الرئيسية"),
                                null)),
                List.of(new Template.Logo(logo, "image/png", "Academy")),
                false);
        return new Certificate(
                new UUID(1, 1),
                "ACADEMY-2026-00042",
                "7K3M-Q9ZT-0VXA-1B2C",
                kind,
                new UUID(1, 2),
                null,
                null,
                holder,
                "",
                Words.of("en", "Introductory judicial course on cybercrime and electronic evidence")
                        .with(
                                "fr",
                                "Cours judiciaire d’introduction à la cybercriminalité et aux preuves électroniques")
                        .with("ar", "دورة قضائية تمهيدية في الجريمة الإلكترونية والأدلة الإلكترونية"),
                3,
                "ab12",
                12,
                new Lines(List.of(outcome, other)),
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-22T10:00:00Z"),
                languages.substring(0, 2),
                sheet,
                "valid",
                "",
                null,
                null);
    }

    private static Certificate with(Certificate one, Sheet sheet) {
        return new Certificate(
                one.id(),
                one.number(),
                one.code(),
                one.kind(),
                one.courseId(),
                null,
                null,
                one.holder(),
                one.surname(),
                one.courseTitle(),
                one.releaseNumber(),
                one.releaseHash(),
                one.hours(),
                one.outcomes(),
                one.completedOn(),
                one.issuedAt(),
                one.language(),
                sheet,
                one.state(),
                one.reason(),
                null,
                null);
    }
}
