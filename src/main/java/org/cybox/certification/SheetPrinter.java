package org.cybox.certification;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.PageRenderer;
import org.cybox.tenancy.Tenants;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** Draws a certificate as a PDF from its sheet: one A4 page, in one language or two side by side, with a QR code. */
@Component
class SheetPrinter {

    private static final List<List<String>> FONTS = List.of(
            List.of("sans", "NotoSans-Regular", "400"),
            List.of("sans", "NotoSans-Bold", "700"),
            List.of("book", "NotoSerif-Regular", "400"),
            List.of("book", "NotoSerif-Bold", "700"),
            List.of("naskh", "NotoNaskhArabic-Regular", "400"),
            List.of("naskh", "NotoNaskhArabic-Bold", "700"),
            List.of("armenian", "NotoSansArmenian-Regular", "400"),
            List.of("georgian", "NotoSansGeorgian-Regular", "400"));

    static {
        // It tells the console of every font it looks at.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private final PageRenderer renderer;
    private final org.cybox.platform.files.Files files;
    private final Tenants tenants;
    private final Texts texts;

    SheetPrinter(PageRenderer renderer, org.cybox.platform.files.Files files, Tenants tenants, Texts texts) {
        this.renderer = renderer;
        this.files = files;
        this.tenants = tenants;
        this.texts = texts;
    }

    /** One language's half of the sheet, all words ready to print. */
    public record Half(
            String language,
            String direction,
            String institution,
            String title,
            List<String> sentences,
            List<String> outcomes,
            List<Fact> facts,
            String check,
            String demo) {}

    /** @param plain a number, date or code that must keep its order */
    public record Fact(String name, String plain) {}

    /** @param roles in the languages of the sheet; @param picture a data address, or blank */
    public record Signature(String name, List<Role> roles, String picture) {}

    public record Role(String text, String direction) {}

    /**
     * @param logos data addresses, as {@code qr}
     * @param size usual, or long when names and titles need smaller letters
     */
    public record CertificateSheet(
            List<Half> halves,
            List<Signature> signatures,
            List<String> logos,
            String qr,
            String address,
            String number,
            String size) {}

    byte[] print(Certificate certificate) {
        return print(certificate, tenants.programme().address());
    }

    /** @param house scheme and host of the public check */
    byte[] print(Certificate certificate, String house) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        FONTS.forEach(font -> builder.useFont(
                () -> font(font.get(1)), font.get(0), Integer.valueOf(font.get(2)), FontStyle.NORMAL, true));
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(PdfRendererBuilder.TextDirection.LTR);
        builder.withProducer("CYBOX");
        Document document = Jsoup.parse(html(certificate, house + "/verify/" + certificate.code()));
        document.head()
                .appendElement("style")
                .appendChild(new DataNode(style(certificate.sheet().colour())));
        builder.withW3cDocument(new W3CDom().fromJsoup(document), "");
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private String html(Certificate certificate, String address) {
        Sheet sheet = certificate.sheet();
        return renderer.draw(new CertificateSheet(
                sheet.languages().stream().map(tag -> half(certificate, tag)).toList(),
                sheet.signatories().stream().map(one -> signature(one, sheet)).toList(),
                sheet.logos().stream()
                        .map(logo -> picture(logo.sha256(), logo.type()))
                        .toList(),
                qr(address),
                address,
                certificate.number(),
                size(certificate)));
    }

    private Signature signature(Template.Signatory one, Sheet sheet) {
        return new Signature(
                plain(one.name()),
                sheet.languages().stream()
                        .map(tag -> new Role(plain(one.role().in(tag)), Languages.direction(tag)))
                        .distinct()
                        .toList(),
                one.picture() == null ? "" : picture(one.picture(), "image/png"));
    }

    /** Long names and titles stay on the page in smaller letters. */
    private static String size(Certificate certificate) {
        boolean two = certificate.sheet().languages().size() > 1;
        int title = certificate.sheet().languages().stream()
                .mapToInt(tag -> certificate.sheet().title().in(tag).length())
                .max()
                .orElse(0);
        int longest = Math.max(certificate.holder().length(), title);
        return longest > (two ? 26 : 44) ? "long" : "usual";
    }

    private Half half(Certificate certificate, String tag) {
        T t = texts.in(tag);
        Sheet sheet = certificate.sheet();
        return new Half(
                tag,
                Languages.direction(tag),
                plain(sheet.institution().in(tag)),
                plain(sheet.title().in(tag)),
                plain(filled(certificate, t, tag))
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                outcomes(certificate, tag),
                List.of(
                        new Fact(t.of("certification.hours"), t.number(certificate.hours())),
                        new Fact(t.of("certification.completedOn"), date(t, certificate.completedOn())),
                        new Fact(t.of("certification.release"), t.number(certificate.releaseNumber())),
                        new Fact(t.of("certification.number"), certificate.number())),
                t.of("certification.sheet.check"),
                sheet.demo() ? t.of("certification.sheet.demo") : "");
    }

    /** As many as have room; the public check has all of them. */
    private static List<String> outcomes(Certificate certificate, String tag) {
        boolean two = certificate.sheet().languages().size() > 1;
        int room = two ? 6 : 5;
        List<String> shown = new ArrayList<>();
        for (Words outcome : certificate.outcomes().list()) {
            String text = plain(outcome.in(tag));
            room -= 1 + text.length() / (two ? 80 : 150);
            if (room >= 0) {
                shown.add(text);
            }
        }
        return shown;
    }

    private static String filled(Certificate certificate, T t, String tag) {
        Map<String, String> values = Map.of(
                "{name}", certificate.holder(),
                "{course}", certificate.courseTitle().in(tag),
                "{hours}", t.number(certificate.hours()),
                "{date}", date(t, certificate.completedOn()));
        String body = certificate.sheet().body().in(tag);
        for (Map.Entry<String, String> value : values.entrySet()) {
            body = body.replace(value.getKey(), value.getValue());
        }
        return body;
    }

    /** It stays on one line. */
    private static String date(T t, LocalDate day) {
        return t.date(day).replace(' ', '\u00a0');
    }

    /** Vowel marks break the shaping of Arabic in PDFs; readers do without them. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\u064B-\\u0652\\u0670\\u0640]", "");
    }

    private String picture(String sha256, String type) {
        try {
            byte[] bytes = Files.readAllBytes(files.path(sha256));
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String qr(String address) {
        try {
            BitMatrix bits = new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 2, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
            int scale = 8;
            BufferedImage image =
                    new BufferedImage(bits.getWidth() * scale, bits.getHeight() * scale, BufferedImage.TYPE_BYTE_GRAY);
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    image.setRGB(x, y, bits.get(x / scale, y / scale) ? 0x000000 : 0xFFFFFF);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException | IOException e) {
            throw new IllegalStateException("no QR code for " + address, e);
        }
    }

    private static String style(String colour) {
        try (InputStream css =
                Objects.requireNonNull(SheetPrinter.class.getResourceAsStream("/print/certificate.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8).replace("{colour}", colour);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(
                SheetPrinter.class.getResourceAsStream("/fonts/" + name + ".ttf"), "missing font " + name);
    }
}
