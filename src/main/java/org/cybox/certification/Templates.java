package org.cybox.certification;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.Texts;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.NotFound;
import org.cybox.platform.web.Refused;
import org.springframework.stereotype.Component;

/** How certificates look. A tenant begins with one template a kind, in its interface languages, and changes it. */
@Component
class Templates {

    private final TemplateStore store;
    private final Texts texts;
    private final Clock clock;

    Templates(TemplateStore store, Texts texts, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.clock = clock;
    }

    Template usual(Kind kind) {
        return store.usual(kind.word()).orElseGet(() -> begin(kind));
    }

    /** All of the tenant's, those of every kind made where they are missing. */
    List<Template> all() {
        for (Kind kind : Kind.values()) {
            if (store.usual(kind.word()).isEmpty()) {
                begin(kind);
            }
        }
        return store.all();
    }

    Template get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** Refused when it lacks a title or text, or was changed by somebody else since. */
    void change(Template template) {
        if (template.title().isBlank()) {
            throw new Refused("title", "certification.template.title");
        }
        boolean named = template.body().text().values().stream().allMatch(body -> body.contains("{name}"));
        if (template.body().isBlank() || !named) {
            throw new Refused("body", "certification.template.body");
        }
        if (store.update(template) == 0) {
            throw new Refused("", "certification.template.meanwhile");
        }
    }

    private Template begin(Kind kind) {
        Words title = Words.NONE;
        Words body = Words.NONE;
        for (String language : Languages.INTERFACE) {
            title = title.with(language, texts.in(language).of("certification.default.title." + kind.word()));
            body = body.with(language, texts.in(language).of("certification.default.body." + kind.word()));
        }
        Template template = new Template(
                Ids.next(),
                kind.word(),
                kind.word(),
                "*",
                title,
                body,
                new Template.Signatories(List.of()),
                new Template.Logos(List.of()),
                true,
                1,
                clock.instant());
        store.insert(template);
        return store.usual(kind.word()).orElse(template);
    }
}
