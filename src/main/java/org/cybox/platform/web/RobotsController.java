package org.cybox.platform.web;

import org.cybox.platform.CyboxSettings;
import org.cybox.platform.web.Allow.Who;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Search engines find the public pages of a production site, and nothing of a demonstration. */
@Controller
class RobotsController {

    private static final String NOTHING = "User-agent: *\nDisallow: /\n";
    private static final String PUBLIC_PAGES = """
            User-agent: *
            Disallow: /files/
            Disallow: /jobs/
            Disallow: /me
            Disallow: /notices
            Disallow: /operator
            Disallow: /sign-in
            """;

    private final CyboxSettings settings;

    RobotsController(CyboxSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/robots.txt")
    @Allow(Who.ANYONE)
    @NoTransaction
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(settings.production() ? PUBLIC_PAGES : NOTHING);
    }
}
