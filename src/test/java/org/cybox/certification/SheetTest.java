package org.cybox.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cybox.courses.Section.Lines;
import org.cybox.platform.text.Words;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The printed sheet: one page, everything on it, shaped rightly. */
class SheetTest {

    private final SheetPrinter printer = Program.shared().get(SheetPrinter.class);

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar", "en,ar", "fr,en", "ka,hy"})
    void aSheetIsOnePageWithNameNumberAndAddress(String languages) throws IOException {
        byte[] pdf = printer.print(certificate(List.of(languages.split(","))));

        Path target = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(target.resolve("certificate-" + languages + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Ama Mensah-Owusu", "ACADEMY-2026-00042", "/verify/7K3M-Q9ZT-0VXA-1B2C");
            assertThat(pdf.length).isLessThan(400_000);
        }
    }

    @Test
    void arabicIsShapedAndRunsFromRightToLeft() throws IOException {
        try (PDDocument document = Loader.loadPDF(printer.print(certificate(List.of("ar"))))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .as("not left as boxes or question marks")
                    .doesNotContain("???")
                    .doesNotContain("#");
            assertThat(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC))
                    .contains("دورة")
                    .contains("22");
        }
    }

    private static Certificate certificate(List<String> languages) {
        Words title = Words.of("en", "Certificate of completion")
                .with("fr", "Attestation de réussite")
                .with("ar", "شهادة إتمام")
                .with("ka", "სერტიფიკატი")
                .with("hy", "Վկայական");
        Words body = Words.of("en", "{name}\ncompleted the course “{course}” on {date}.")
                .with("fr", "{name}\na achevé le cours « {course} » le {date}.")
                .with("ar", "{name}\nأتمّ الدورة «{course}» بتاريخ {date}.");
        Words course = Words.of("en", "Introductory judicial course on cybercrime and electronic evidence")
                .with("fr", "Cours judiciaire d’introduction à la cybercriminalité et aux preuves électroniques")
                .with("ar", "دورة قضائية تمهيدية في الجريمة الإلكترونية والأدلة الإلكترونية");
        Words outcome = Words.of(
                        "en", "Name the offences of the Convention and the powers that serve to investigate them")
                .with("ar", "تسمية الجرائم الواردة في الاتفاقية والصلاحيات المتاحة للتحقيق فيها")
                .with("fr", "Nommer les infractions de la Convention et les pouvoirs qui servent à enquêter");
        Sheet sheet = new Sheet(
                languages,
                Words.of("en", "Judicial Academy (demo)")
                        .with("fr", "Académie judiciaire (démo)")
                        .with("ar", "الأكاديمية القضائية (عرض تجريبي)"),
                "#1f4e79",
                title,
                body,
                List.of(
                        new Template.Signatory(
                                "Chi Nguyen",
                                Words.of("en", "Director")
                                        .with("fr", "Directrice")
                                        .with("ar", "المديرة"),
                                null),
                        new Template.Signatory(
                                "Ada Hoxha", Words.of("en", "Lead trainer").with("ar", "المدربة الرئيسية"), null)),
                List.of(),
                true);
        return new Certificate(
                UUID.randomUUID(),
                "ACADEMY-2026-00042",
                "7K3M-Q9ZT-0VXA-1B2C",
                "completion",
                UUID.randomUUID(),
                null,
                null,
                "Ama Mensah-Owusu",
                "Mensah-Owusu",
                course,
                3,
                "ab12",
                12,
                new Lines(List.of(outcome, outcome, outcome)),
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-22T10:00:00Z"),
                languages.getFirst(),
                sheet,
                "valid",
                "",
                null,
                null);
    }
}
