package org.cybox.platform.web;

import java.util.List;
import java.util.Optional;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;

/**
 * What stands around every page.
 *
 * @param fragment htmx asked for the page alone
 * @param path path and query of this page, for the language menu and sign-in's way back
 * @param signIn address that leads to sign-in and back here
 * @param flash what the last action did, said once
 */
public record Shell(
        Space space,
        Visitor visitor,
        T t,
        boolean fragment,
        String path,
        String signIn,
        List<Link> navigation,
        List<Link> languages,
        List<Link> spaces,
        int unread,
        Optional<Flash> flash,
        Assets assets) {

    /** The tag for {@code <html lang>}: of the interface, since content carries its own. */
    public String language() {
        return t.language();
    }

    public String direction() {
        return t.direction();
    }

    /** The name of the space in the reader's language. */
    public String spaceName() {
        return space.name().in(visitor.language());
    }

    public String spaceNameLanguage() {
        return space.name().languageFor(visitor.language());
    }

    public String directionOf(String language) {
        return Languages.direction(language);
    }

    /** The versioned address of one of our own files. */
    public String asset(String path) {
        return assets.address(path);
    }

    /** @param kind success, info or warning */
    public record Flash(String kind, String text) {}
}
