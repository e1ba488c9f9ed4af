package org.cybox.certification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Forbidden;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All certificates of the tenant, newest first. */
@Controller
class IssuedController {

    private static final int SIZE = 50;
    private static final UUID LAST = new UUID(-1, -1);

    private final CertificateStore store;

    IssuedController(CertificateStore store) {
        this.store = store;
    }

    /** @param next address of the following page, if there is one */
    public record IssuedPage(List<Certificate> list, String holder, String state, Optional<String> next)
            implements Page {}

    @GetMapping("/certificates/issued")
    @Allow(Who.TRAINER)
    IssuedPage list(
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String state,
            @RequestParam Optional<Instant> before,
            @RequestParam Optional<UUID> beforeId,
            Visitor visitor) {
        if (visitor.onlyOwnGroups()) {
            throw new Forbidden();
        }
        List<Certificate> found = store.page(
                before.orElse(Instant.parse("9999-01-01T00:00:00Z")),
                beforeId.orElse(LAST),
                state,
                holder.strip().toLowerCase(Locale.ROOT),
                SIZE + 1);
        List<Certificate> shown = found.size() > SIZE ? found.subList(0, SIZE) : found;
        Optional<String> next =
                found.size() > SIZE ? Optional.of(after(shown.getLast(), holder, state)) : Optional.empty();
        return new IssuedPage(shown, holder, state, next);
    }

    private static String after(Certificate last, String holder, String state) {
        return org.springframework.web.util.UriComponentsBuilder.fromPath("/certificates/issued")
                .queryParam("holder", holder)
                .queryParam("state", state)
                .queryParam("before", last.issuedAt())
                .queryParam("beforeId", last.id())
                .encode()
                .build()
                .toUriString();
    }
}
