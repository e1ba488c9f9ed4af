package org.cybox.courses.learning;

import java.util.List;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

@Component
class LearningNavigation implements ShellContributor {

    @Override
    public List<Entry> navigation(Visitor visitor, Space space) {
        return visitor.learner() ? List.of(new Entry(20, "learning.title", "/learn")) : List.of();
    }
}
