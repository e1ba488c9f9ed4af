package org.cybox.assessment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import java.util.UUID;
import org.cybox.courses.BlockVersion;
import org.cybox.courses.Releases;
import org.cybox.platform.files.Html;
import org.springframework.stereotype.Component;

/** Released tests and cleaned prompts, read once and kept, since they never change. */
@Component
class Contents {

    private final Releases releases;
    private final Cache<UUID, TestContent> tests =
            Caffeine.newBuilder().maximumSize(1_000).build();
    private final Cache<String, String> prompts = Caffeine.newBuilder()
            .maximumWeight(16_000_000)
            .weigher((String raw, String clean) -> (raw.length() + clean.length()) * 2 + 100)
            .build();

    Contents(Releases releases) {
        this.releases = releases;
    }

    /** Throws {@link org.cybox.platform.web.NotFound} for a version that this tenant has not. */
    TestContent of(UUID version) {
        BlockVersion found = releases.version(version);
        return Objects.requireNonNull(tests.get(version, key -> TestContent.read(found.content())));
    }

    /** Safe to be written unescaped. */
    String clean(String html) {
        return Objects.requireNonNull(prompts.get(html, Html::clean));
    }
}
