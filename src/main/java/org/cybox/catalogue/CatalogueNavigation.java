package org.cybox.catalogue;

import java.util.List;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

@Component
class CatalogueNavigation implements ShellContributor {

    @Override
    public List<Entry> navigation(Visitor visitor, Space space) {
        return List.of(new Entry(10, "catalogue.title", "/catalogue"));
    }
}
