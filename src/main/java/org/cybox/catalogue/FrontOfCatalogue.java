package org.cybox.catalogue;

import java.util.List;
import java.util.UUID;
import org.cybox.tenancy.Showcase;
import org.springframework.stereotype.Component;

/** The beginning of the catalogue, on the front page of a space. */
@Component
class FrontOfCatalogue implements Showcase {

    private static final int FEW = 3;

    private final CatalogueStore store;

    FrontOfCatalogue(CatalogueStore store) {
        this.store = store;
    }

    @Override
    public List<Shown> shown() {
        return store.page(new CatalogueStore.Search("", "", "", "anyone"), "", new UUID(0, 0), FEW).stream()
                .map(entry -> new Shown(entry.address(), entry.title(), entry.summary(), entry.hours()))
                .toList();
    }
}
