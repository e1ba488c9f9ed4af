package org.cybox.certification;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
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
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenant;
import org.cybox.tenancy.Tenants;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
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
            @RequestParam MultiValueMap<String, MultipartFile> uploads,
            Space space,
            Visitor visitor,
            T t) {
        Template before = templates.get(id);
        TemplateForm typed = new TemplateForm(before, form, writtenIn(space), space.language());
        try {
            templates.change(typed.read(uploads, this::keep));
            audit.record(visitor, "certificate.template", "template", id, "", Map.of("kind", before.kind()));
            return Redirect.to("/certificates/templates/" + id).saying("certification.template.saved");
        } catch (Refused refused) {
            return page(typed.words(), space, refused.field(), refused.text(t));
        }
    }

    /** A logo or a scanned signature, for the form. */
    @GetMapping("/certificates/templates/{id}/pictures/{sha256}")
    @Allow(Who.MANAGER)
    @NoTransaction
    ResponseEntity<Resource> picture(@PathVariable UUID id, @PathVariable String sha256) {
        Template template = work.here(() -> templates.get(id));
        String type = template.typeOf(sha256).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new FileSystemResource(files.path(sha256)));
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
        LocalDate today = tenants.today();
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

    /** Only managers may open it by an address of its own. */
    private String keep(byte[] png) {
        return files.store(new ByteArrayInputStream(png), "picture.png", Audience.PERSON, Visitor.NOBODY)
                .sha256();
    }

    private static TemplatePage page(Template template, Space space, String field, String problem) {
        List<Template.Signatory> rows = new ArrayList<>(template.signatories().list());
        while (rows.size() < TemplateForm.SIGNATORIES) {
            rows.add(new Template.Signatory("", Words.NONE, null));
        }
        return new TemplatePage(
                template,
                writtenIn(space),
                rows,
                TemplateForm.LOGOS - template.logos().list().size(),
                field,
                problem);
    }

    private static List<String> writtenIn(Space space) {
        return space.languages().isEmpty() ? Languages.INTERFACE : space.languages();
    }
}
