package org.cybox.certification;

import java.util.List;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

@Component
class CertificateNavigation implements ShellContributor {

    @Override
    public List<Entry> navigation(Visitor visitor, Space space) {
        if (visitor.trainer()) {
            return List.of(new Entry(45, "certification.nav", "/certificates/issued"));
        }
        return visitor.learner() ? List.of(new Entry(25, "certification.nav.mine", "/certificates")) : List.of();
    }
}
