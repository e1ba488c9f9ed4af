package org.cybox.tenancy;

import java.time.Duration;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Space;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A tenant's colour as a style sheet, since a strict content policy allows none inside pages. */
@Controller
class BrandController {

    @GetMapping("/brand.css")
    @Allow(Who.ANYONE)
    @NoTransaction
    ResponseEntity<String> brand(Space space) {
        String css = ":root{--accent:" + space.accent() + "}";
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic())
                .body(css);
    }
}
