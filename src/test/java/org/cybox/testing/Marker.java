package org.cybox.testing;

import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that occur nowhere else, so that they are recognised wherever they come out. Letters and digits only: they pass
 * for a name, a slug or a sentence.
 */
public final class Marker {

    private final String token;

    public Marker() {
        byte[] bytes = new byte[5];
        ThreadLocalRandom.current().nextBytes(bytes);
        token = HexFormat.of().formatHex(bytes);
    }

    /** For what only members, or some of them, may read. */
    public String secret(String label) {
        return "Zs" + token + label;
    }

    /** For what a stranger may read at this tenant's own host: a title in the catalogue. */
    public String open(String label) {
        return "Zo" + token + label;
    }

    /** For what is meant to leave the tenant: an offered release, a certificate that is checked. */
    public String published(String label) {
        return "Zp" + token + label;
    }

    /** The words in a text that only members may read. */
    Set<String> secretsIn(String text) {
        return words("Zs", text);
    }

    /** The words in a text that may not leave the tenant's own host. */
    Set<String> wordsIn(String text) {
        return words("Z[so]", text);
    }

    private Set<String> words(String kind, String text) {
        return Pattern.compile(kind + token + "[A-Za-z0-9]*")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
