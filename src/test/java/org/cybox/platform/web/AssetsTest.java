package org.cybox.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.cybox.testing.Answer;
import org.cybox.testing.Browser;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private final Browser stranger =
            Browser.stranger(Program.shared(), Program.shared().address());

    private URI script() {
        return URI.create(stranger.get("/sign-in").ok().one("script[src]").absUrl("src"));
    }

    @Test
    void whatAScriptImportsHasItsVersionAndIsKeptAsLong() {
        Answer script = stranger.get(script().toString()).ok();
        Answer imported =
                stranger.get(script().resolve("menu-button.js").toString()).ok();

        assertThat(script().getPath()).matches("/static/[0-9a-f]{12}/js/cybox.js");
        assertThat(imported.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
        assertThat(imported.header("Content-Type")).contains("javascript");
        assertThat(stranger.get("/sign-in").ok().all("link[rel=modulepreload]").eachAttr("href"))
                .contains(URI.create(imported.address()).getPath());
    }

    @Test
    void aScriptTravelsLight() {
        String address = script().toString();
        Answer plain = stranger.get(address).ok();
        Answer packed = stranger.with("Accept-Encoding", "gzip").get(address).ok();

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.bytes().length).isLessThan(plain.bytes().length);
        assertThat(packed.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(packed.headers("Content-Security-Policy")).isEmpty();
    }

    @Test
    void nothingElseLiesThere() {
        stranger.get("/static/0123456789ab/application.yaml").is(404);
        stranger.get("/static/0123456789ab/nothing.js").is(404);
    }
}
