package org.cybox.certification;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.courses.Section.Lines;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.Work;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** How this institution's certificates look: titles, sentences, languages, logos, who signs. */
@Controller
class TemplateController {

    private static final int SIGNATORIES = 3;
    private static final int LOGOS = 4;

    private final Templates templates;
    private final SheetPrinter printer;
    private final Files files;
    private final Tenants tenants;
    private final Audit audit;
    private final Work work;
    private final Clock clock;

    TemplateController(
            Templates templates,
            SheetPrinter printer,
            Files files,
            Tenants tenants,
            Audit audit,
            Work work,
            Clock clock) {
        this.templates = templates;
        this.printer = printer;
        this.files = files;
        this.tenants = tenants;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    public record TemplatesPage(List<Template> list) implements Page {}

    /** @param languages that its words are written in; @param rows signatories, with empty places to fill */
    public record TemplatePage(
            Template template,
            List<String> languages,
            List<Template.Signatory> rows,
            int freeLogos,
            String field,
            String problem)
            implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/certificates/templates")
    @Allow(Who.MANAGER)
    @org.cybox.platform.web.Writes
    TemplatesPage list() {
        return new TemplatesPage(templates.all());
    }

    @GetMapping("/certificates/templates/{id}")
    @Allow(Who.MANAGER)
    TemplatePage edit(@PathVariable UUID id, Space space) {
        return page(templates.get(id), space, "", "");
    }

    @PostMapping("/certificates/templates/{id}")
    @Allow(Who.MANAGER)
    Object save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam(required = false) List<MultipartFile> logo,
            Space space,
            Visitor visitor,
            T t) {
        Template before = templates.get(id);
        Template after = typed(before, form, space);
        try {
            Template whole = withLogos(after, form, logo == null ? List.of() : logo);
            templates.change(whole);
            audit.record(visitor, "certificate.template", "template", id, "", Map.of("kind", before.kind()));
            return Redirect.to("/certificates/templates/" + id).saying("certification.template.saved");
        } catch (Refused refused) {
            return page(after, space, refused.field(), refused.text(t));
        }
    }

    /** A sheet of nobody, to look at. */
    @GetMapping("/certificates/templates/{id}/preview.pdf")
    @Allow(Who.MANAGER)
    @NoTransaction
    ResponseEntity<byte[]> preview(@PathVariable UUID id, Visitor visitor, T t) {
        Template template = work.here(() -> templates.get(id));
        byte[] pdf = printer.print(sample(template, visitor, t));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(pdf);
    }

    private Certificate sample(Template template, Visitor visitor, T t) {
        Tenant tenant = tenants.get(Scope.tenant());
        Sheet sheet = new Sheet(
                template.languagesFor(visitor.language()),
                tenant.name(),
                tenant.accent(),
                template.title(),
                template.body(),
                template.signatories().list(),
                template.logos().list(),
                true);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Words course = Words.of(t.language(), t.of("certification.sample.course"));
        return new Certificate(
                id(),
                "PREVIEW",
                "0000-0000-0000-0000",
                template.kind(),
                id(),
                null,
                null,
                t.of("certification.sample.name"),
                "",
                course,
                1,
                "",
                12,
                new Lines(List.of()),
                today,
                clock.instant(),
                visitor.language(),
                sheet,
                "valid",
                "",
                null,
                null);
    }

    private static UUID id() {
        return Visitor.NOBODY;
    }

    private static Template typed(Template before, MultiValueMap<String, String> form, Space space) {
        Words title = before.title();
        Words body = before.body();
        for (String language : writtenIn(space)) {
            title = title.with(language, value(form, "title." + language));
            body = body.with(language, value(form, "body." + language));
        }
        List<Template.Signatory> signatories = new ArrayList<>();
        for (int i = 0; i < SIGNATORIES; i++) {
            String name = value(form, "signatory." + i);
            Words role = Words.NONE.originalIn(space.language());
            for (String language : writtenIn(space)) {
                role = role.with(language, value(form, "role." + i + "." + language));
            }
            if (!name.isBlank()) {
                signatories.add(new Template.Signatory(name, role, null));
            }
        }
        String languages = value(form, "languages");
        int revision = number(value(form, "revision"), before.revision());
        return new Template(
                before.id(),
                before.kind(),
                before.name(),
                languages.equals("*")
                        ? "*"
                        : String.join(
                                ",", Languages.list(languages).stream().limit(2).toList()),
                title,
                body,
                new Template.Signatories(signatories),
                before.logos(),
                before.usual(),
                revision,
                before.changedAt());
    }

    private Template withLogos(Template template, MultiValueMap<String, String> form, List<MultipartFile> uploads) {
        List<String> dropped = form.getOrDefault("dropLogo", List.of());
        List<Template.Logo> logos = new ArrayList<>(template.logos().list().stream()
                .filter(logo -> !dropped.contains(logo.sha256()))
                .toList());
        for (MultipartFile upload : uploads) {
            if (!upload.isEmpty()) {
                logos.add(logo(upload));
            }
        }
        if (logos.size() > LOGOS) {
            throw new Refused("logo", "certification.logo.many", LOGOS);
        }
        return new Template(
                template.id(),
                template.kind(),
                template.name(),
                template.languages(),
                template.title(),
                template.body(),
                template.signatories(),
                new Template.Logos(logos),
                template.usual(),
                template.revision(),
                clock.instant());
    }

    private Template.Logo logo(MultipartFile upload) {
        if (upload.getSize() > 1_000_000) {
            throw new Refused("logo", "certification.logo.large");
        }
        try (InputStream in = upload.getInputStream()) {
            StoredFile file =
                    files.store(in, String.valueOf(upload.getOriginalFilename()), Audience.MEMBERS, Visitor.NOBODY);
            if (!List.of("image/png", "image/jpeg").contains(file.mediaType())) {
                throw new Refused("logo", "certification.logo.type");
            }
            return new Template.Logo(file.sha256(), file.mediaType(), file.name());
        } catch (IOException e) {
            throw new Refused("logo", "certification.logo.type");
        }
    }

    private static TemplatePage page(Template template, Space space, String field, String problem) {
        List<Template.Signatory> rows = new ArrayList<>(template.signatories().list());
        while (rows.size() < SIGNATORIES) {
            rows.add(new Template.Signatory("", Words.NONE, null));
        }
        return new TemplatePage(
                template,
                writtenIn(space),
                rows,
                LOGOS - template.logos().list().size(),
                field,
                problem);
    }

    private static List<String> writtenIn(Space space) {
        return space.languages().isEmpty() ? Languages.INTERFACE : space.languages();
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static int number(String text, int otherwise) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
