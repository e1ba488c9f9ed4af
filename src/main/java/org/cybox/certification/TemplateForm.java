package org.cybox.certification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cybox.platform.files.Pictures;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/** What a manager typed into the form of a template, and the pictures they brought. */
final class TemplateForm {

    static final int SIGNATORIES = 3;
    static final int LOGOS = 4;

    private static final int LARGEST = 1_000_000;
    private static final int WIDEST_LOGO = 1_000;
    private static final int WIDEST_SIGNATURE = 900;

    private final Template before;
    private final MultiValueMap<String, String> form;
    private final List<String> languages;
    private final String original;

    /** @param languages that words are written in; @param original the institution's own */
    TemplateForm(Template before, MultiValueMap<String, String> form, List<String> languages, String original) {
        this.before = before;
        this.form = form;
        this.languages = languages;
        this.original = original;
    }

    /** With the pictures that the template has already: for a form that comes back. */
    Template words() {
        return template(signatories(none -> null), before.logos().list());
    }

    /** With all pictures. @param keep puts a PNG into the store and says under which SHA-256 */
    Template read(MultiValueMap<String, MultipartFile> uploads, Function<byte[], String> keep) {
        List<Template.Signatory> signatories = signatories(row -> {
            byte[] scan = bytes(uploads.getFirst("scan." + row));
            return scan.length == 0 ? null : keep.apply(Pictures.ink(scan, "scan." + row, LARGEST, WIDEST_SIGNATURE));
        });
        return template(signatories, logos(uploads.getOrDefault("logo", List.of()), keep));
    }

    private Template template(List<Template.Signatory> signatories, List<Template.Logo> logos) {
        Words title = before.title();
        Words body = before.body();
        for (String language : languages) {
            title = title.with(language, value("title." + language));
            body = body.with(language, value("body." + language));
        }
        String wanted = value("languages");
        return new Template(
                before.id(),
                before.kind(),
                before.name(),
                wanted.equals("*")
                        ? "*"
                        : String.join(
                                ",", Languages.list(wanted).stream().limit(2).toList()),
                title,
                body,
                new Template.Signatories(signatories),
                new Template.Logos(logos),
                before.usual(),
                number(value("revision"), before.revision()),
                before.changedAt());
    }

    /** Rows without a name fall away, with their picture. @param fresh SHA-256 of a row's new picture, or null */
    private List<Template.Signatory> signatories(Function<Integer, @Nullable String> fresh) {
        List<Template.Signatory> signatories = new ArrayList<>();
        for (int row = 0; row < SIGNATORIES; row++) {
            String name = value("signatory." + row);
            Words role = Words.NONE.originalIn(original);
            for (String language : languages) {
                role = role.with(language, value("role." + row + "." + language));
            }
            if (!name.isBlank()) {
                @Nullable String scan = fresh.apply(row);
                signatories.add(new Template.Signatory(name, role, scan != null ? scan : kept(row)));
            }
        }
        return signatories;
    }

    /** The picture that the row came with, if it is one of this template: a form may name no other file. */
    private @Nullable String kept(int row) {
        String was = value("picture." + row);
        boolean known = before.signatories().list().stream().anyMatch(one -> was.equals(one.picture()));
        return known && !form.containsKey("dropScan." + row) ? was : null;
    }

    private List<Template.Logo> logos(List<MultipartFile> uploads, Function<byte[], String> keep) {
        List<String> dropped = form.getOrDefault("dropLogo", List.of());
        List<Template.Logo> logos = new ArrayList<>(before.logos().list().stream()
                .filter(logo -> !dropped.contains(logo.sha256()))
                .toList());
        for (MultipartFile upload : uploads) {
            byte[] bytes = bytes(upload);
            if (bytes.length > 0) {
                String sha256 = keep.apply(Pictures.png(bytes, "logo", LARGEST, WIDEST_LOGO));
                logos.add(new Template.Logo(
                        sha256, "image/png", Objects.requireNonNullElse(upload.getOriginalFilename(), "")));
            }
        }
        if (logos.size() > LOGOS) {
            throw new Refused("logo", "certification.logo.many", LOGOS);
        }
        return logos;
    }

    private static byte[] bytes(@Nullable MultipartFile upload) {
        try {
            return upload == null ? new byte[0] : upload.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String value(String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
