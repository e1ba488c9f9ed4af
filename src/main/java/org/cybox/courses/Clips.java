package org.cybox.courses;

import org.cybox.platform.files.Files;
import org.cybox.platform.files.StoredFile;
import org.springframework.stereotype.Component;

/** What is told of a medium before it is loaded, and where a link may lead. */
@Component
public class Clips {

    private final Files files;

    Clips(Files files) {
        this.files = files;
    }

    public Material.Clip clip(StoredFile stored) {
        return new Material.Clip(
                stored.id(), stored.mediaType(), stored.bytes(), MediaLength.seconds(files.path(stored.sha256())));
    }

    /** Only https leads out of a lesson. */
    public static boolean leadsOut(String address) {
        return MaterialKind.leadsOut(address);
    }
}
