package org.cybox.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cybox.platform.data.Scope;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.cybox.platform.web.PageRenderer;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.SpaceSource;
import org.springframework.stereotype.Component;

/** Makes a message of a few sentences and one button, in the name of the present tenant. */
@Component
public class MailLayout {

    private final SpaceSource spaces;
    private final Texts texts;
    private final PageRenderer renderer;

    MailLayout(SpaceSource spaces, Texts texts, PageRenderer renderer) {
        this.spaces = spaces;
        this.texts = texts;
        this.renderer = renderer;
    }

    /** @param address whole address, or a path of the present tenant; it must lead to a page and do nothing */
    public record Button(String text, String address) {}

    /**
     * What a message says.
     *
     * @param language BCP 47 tag of all of it
     * @param paragraphs plain text, one each
     * @param small what stands below the rule: why it came, how to turn it down
     */
    public record Letter(
            String to,
            String language,
            String subject,
            List<String> paragraphs,
            Optional<Button> button,
            List<String> small) {

        public Letter(String to, String language, String subject, List<String> paragraphs, Button button) {
            this(to, language, subject, paragraphs, Optional.of(button), List.of());
        }
    }

    /** The model of the template {@code platform/mail/LetterForm.jte}. */
    public record LetterForm(
            String language,
            String direction,
            String subject,
            String space,
            String accent,
            List<String> paragraphs,
            Optional<Button> button,
            String copy,
            List<SmallPrint> small) {}

    /** @param link the address that the line ends with, or blank */
    public record SmallPrint(String text, String link) {

        static SmallPrint of(String line) {
            int address = line.indexOf("http");
            return address < 0
                    ? new SmallPrint(line, "")
                    : new SmallPrint(
                            line.substring(0, address), line.substring(address).strip());
        }
    }

    public Mail mail(Letter letter) {
        Space space = spaces.space(Scope.tenant());
        T t = texts.in(letter.language());
        List<String> small = new ArrayList<>(letter.small());
        small.add(t.of("platform.mail.foot", space.name().in(letter.language()), space.address()));
        if (space.demo()) {
            small.add(t.of("platform.mail.demo"));
        }
        LetterForm form = new LetterForm(
                t.language(),
                t.direction(),
                letter.subject(),
                space.name().in(letter.language()),
                space.accent(),
                letter.paragraphs(),
                letter.button().map(button -> new Button(button.text(), absolute(space, button.address()))),
                t.of("platform.mail.link"),
                small.stream().map(SmallPrint::of).toList());
        return new Mail(letter.to(), letter.language(), letter.subject(), text(form), renderer.draw(form));
    }

    private static String absolute(Space space, String address) {
        return address.startsWith("/") ? space.address() + address : address;
    }

    private static String text(LetterForm form) {
        StringBuilder text = new StringBuilder();
        form.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        form.button()
                .ifPresent(button -> text.append(button.text())
                        .append(":\n")
                        .append(button.address())
                        .append("\n\n"));
        text.append("-- \n");
        form.small()
                .forEach(line -> text.append(line.text()).append(line.link()).append('\n'));
        return text.toString();
    }
}
