package org.cybox.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cybox.platform.mail.MailLayout;
import org.cybox.platform.mail.Mails;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.cybox.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Letters about accounts, each in its reader's language, with a link to the bare host where it has one. */
@Component
class Letters {

    private final Mails mails;
    private final MailLayout layout;
    private final Texts texts;
    private final Tenants tenants;

    Letters(Mails mails, MailLayout layout, Texts texts, Tenants tenants) {
        this.mails = mails;
        this.layout = layout;
        this.texts = texts;
        this.tenants = tenants;
    }

    /**
     * @param reader whose language and name it speaks
     * @param key of {@code .subject}, and {@code .button} where there is a path
     * @param paragraphs after the greeting; @param path at the bare host; @param small key of the last line
     */
    void send(
            String to,
            Account reader,
            String key,
            Function<T, List<String>> paragraphs,
            Optional<String> path,
            String small) {
        T t = texts.in(reader.language());
        mails.send(layout.mail(new MailLayout.Letter(
                to,
                t.language(),
                t.of(key + ".subject"),
                Stream.concat(Stream.of(t.of("identity.letter.greeting", reader.name())), paragraphs.apply(t).stream())
                        .toList(),
                path.map(one -> new MailLayout.Button(
                        t.of(key + ".button"), tenants.programme().address() + one)),
                List.of(t.of(small)))));
    }
}
