package org.cybox.certification;

import java.util.List;
import org.cybox.platform.data.Document;
import org.cybox.platform.text.Words;

/**
 * The printed sheet as it was issued: all that is needed to draw it again, whatever changed since.
 *
 * @param languages one or two tags
 * @param colour of the institution when it was issued
 */
record Sheet(
        List<String> languages,
        Words institution,
        String colour,
        Words title,
        Words body,
        List<Template.Signatory> signatories,
        List<Template.Logo> logos,
        boolean demo)
        implements Document {

    Sheet {
        languages = languages == null ? List.of("en") : List.copyOf(languages);
        signatories = signatories == null ? List.of() : List.copyOf(signatories);
        logos = logos == null ? List.of() : List.copyOf(logos);
    }
}
