package org.cybox.courses.authoring;

import java.util.List;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Component;

/** The way to their courses, for those who write and run them. */
@Component
class AuthorNavigation implements ShellContributor {

    private static final List<Entry> COURSES = List.of(new Entry(30, "courses.nav", "/courses"));

    @Override
    public List<Entry> navigation(Visitor visitor, Space space) {
        return visitor.trainer() ? COURSES : List.of();
    }
}
