package org.cybox.certification;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Limit;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Space;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The public check of a certificate at the bare host, the same address for ever. Whoever holds the code may look; where
 * the institution wishes, they must know the surname too. Thirty looks a minute from one address.
 */
@Controller
class CheckController {

    private final CertificateStore store;
    private final Tenants tenants;
    private final Limit looks = new Limit(30, Duration.ofMinutes(1));

    CheckController(CertificateStore store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** @param typed what was typed; @param unknown no certificate has this code */
    public record CheckPage(String typed, boolean unknown) implements Page {
        @Override
        public int status() {
            return unknown ? 404 : 200;
        }
    }

    /** @param typed what was typed before; @param wrong it does not fit */
    public record SurnamePage(String code, String typed, boolean wrong) implements Page {
        @Override
        public int status() {
            return wrong ? 422 : 200;
        }
    }

    public record ProofPage(Proof proof) implements Page {}

    @GetMapping("/verify")
    @Allow(Who.ANYONE)
    Object ask(@RequestParam(defaultValue = "") String code, Space space) {
        if (!space.programme()) {
            return Redirect.to(tenants.programme().address() + "/verify");
        }
        String normal = Code.normal(code);
        return normal.isEmpty() ? new CheckPage(code, !code.isBlank()) : Redirect.to("/verify/" + normal);
    }

    @GetMapping("/verify/{code}")
    @Allow(Who.ANYONE)
    Object show(@PathVariable String code, Space space, HttpServletRequest request) {
        if (!space.programme()) {
            return Redirect.to(tenants.programme().address() + "/verify/" + Code.normal(code));
        }
        slowDown(request);
        Optional<Proof> proof = find(code);
        if (proof.isEmpty()) {
            return new CheckPage(code, true);
        }
        return proof.get().askSurname() ? new SurnamePage(proof.get().code(), "", false) : new ProofPage(proof.get());
    }

    @PostMapping("/verify/{code}")
    @Allow(Who.ANYONE)
    Object showToKnower(
            @PathVariable String code, @RequestParam(defaultValue = "") String surname, HttpServletRequest request) {
        slowDown(request);
        Optional<Proof> proof = find(code);
        if (proof.isEmpty()) {
            return new CheckPage(code, true);
        }
        return proof.get().matches(surname)
                ? new ProofPage(proof.get())
                : new SurnamePage(proof.get().code(), surname, true);
    }

    private Optional<Proof> find(String code) {
        String normal = Code.normal(code);
        return normal.isEmpty() ? Optional.empty() : store.proof(normal);
    }

    private void slowDown(HttpServletRequest request) {
        looks.check(request.getRemoteAddr(), "", "certification.check.slow");
    }
}
