package org.cybox.certification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's certificates, and what a manager does with one. */
@Controller
class CertificateController {

    private final Certificates certificates;
    private final Files files;
    private final Tenants tenants;

    CertificateController(Certificates certificates, Files files, Tenants tenants) {
        this.certificates = certificates;
        this.files = files;
        this.tenants = tenants;
    }

    public record CertificatesPage(List<Certificate> list) implements Page {}

    /**
     * @param file the PDF, empty while it is being drawn
     * @param address of the public check
     * @param mayManage revoke and reissue
     */
    public record CertificatePage(
            Certificate certificate, Optional<StoredFile> file, String address, boolean mayManage, Change change)
            implements Page {
        @Override
        public int status() {
            return change.problem().isBlank() ? 200 : 422;
        }
    }

    /** What was typed into one of the two forms. @param form revoke or reissue; @param field that the problem is about */
    public record Change(String form, String holder, String surname, String reason, String field, String problem) {
        static Change none(Certificate certificate) {
            return new Change("", certificate.holder(), certificate.surname(), "", "", "");
        }
    }

    @GetMapping("/certificates")
    @Allow(Who.LEARNER)
    CertificatesPage mine(Visitor visitor) {
        return new CertificatesPage(certificates.own(visitor));
    }

    @GetMapping("/certificates/{id}")
    @Allow(Who.LEARNER)
    CertificatePage show(@PathVariable UUID id, Visitor visitor) {
        Certificate certificate = certificates.visibleTo(visitor, id);
        return page(certificate, visitor, Change.none(certificate));
    }

    @PostMapping("/certificates/{id}/revocation")
    @Allow(Who.MANAGER)
    Object revoke(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Visitor visitor, T t) {
        Certificate certificate = certificates.visibleTo(visitor, id);
        try {
            certificates.revoke(visitor, id, reason);
            return Redirect.to("/certificates/" + id).saying("certification.revoked.done", certificate.number());
        } catch (Refused refused) {
            return page(certificate, visitor, problem(certificate, "revoke", reason, refused, t));
        }
    }

    @PostMapping("/certificates/{id}/reissue")
    @Allow(Who.MANAGER)
    Object reissue(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String surname,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor,
            T t) {
        Certificate certificate = certificates.visibleTo(visitor, id);
        try {
            UUID fresh = certificates.reissue(visitor, id, holder, surname, reason);
            return Redirect.to("/certificates/" + fresh).saying("certification.reissued.done");
        } catch (Refused refused) {
            Change change = new Change("reissue", holder, surname, reason, refused.field(), refused.text(t));
            return page(certificate, visitor, change);
        }
    }

    private static Change problem(Certificate certificate, String form, String reason, Refused refused, T t) {
        return new Change(form, certificate.holder(), certificate.surname(), reason, refused.field(), refused.text(t));
    }

    private CertificatePage page(Certificate certificate, Visitor visitor, Change change) {
        Optional<StoredFile> file = Optional.ofNullable(certificate.fileId())
                .filter(id -> visitor.manager() || visitor.person().equals(certificate.personId()))
                .flatMap(files::find);
        String address = tenants.programme().address() + "/verify/" + certificate.code();
        return new CertificatePage(certificate, file, address, visitor.manager() && certificate.valid(), change);
    }
}
