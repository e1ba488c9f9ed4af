package org.cybox.tenancy;

import java.time.Duration;
import org.cybox.platform.files.Files;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Space;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * A tenant's colour as a style sheet, since a strict content policy allows none inside pages, and its logo. Pages name
 * both with the revision, so browsers keep them.
 */
@Controller
class BrandController {

    private static final CacheControl LONG =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic();

    private final Tenants tenants;
    private final Files files;

    BrandController(Tenants tenants, Files files) {
        this.tenants = tenants;
        this.files = files;
    }

    @GetMapping("/brand.css")
    @Allow(Who.ANYONE)
    @NoTransaction
    ResponseEntity<String> brand(Space space) {
        Accent accent = Accent.read(space.accent()).orElseThrow();
        String css = ":root{--accent:" + accent.word() + ";--accent-ink:#fff;--accent-dark:"
                + accent.onDark().word() + "}";
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(LONG)
                .body(css);
    }

    @GetMapping("/brand/logo")
    @Allow(Who.ANYONE)
    @NoTransaction
    ResponseEntity<Resource> logo(Space space) {
        return logo(tenants.get(space.id()));
    }

    /** At the bare host, for lists of spaces: pictures of other hosts are not allowed in pages. */
    @GetMapping("/brand/logos/{slug}")
    @Allow(Who.ANYONE)
    @NoTransaction
    ResponseEntity<Resource> logo(@PathVariable String slug) {
        return logo(
                tenants.get(tenants.institution(slug).orElseThrow(NotFound::new).id()));
    }

    private ResponseEntity<Resource> logo(Tenant tenant) {
        String sha256 = tenant.logoSha256();
        String type = tenant.logoType();
        if (sha256 == null || type == null) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(type))
                .cacheControl(LONG)
                .body(new FileSystemResource(files.path(sha256)));
    }
}
