package org.cybox.courses.authoring;

import java.util.UUID;
import org.cybox.courses.Activity;
import org.cybox.courses.ActivityKind;
import org.cybox.courses.Kinds;
import org.cybox.courses.Title;
import org.cybox.platform.web.Visitor;

/** What stands above every page of an activity that one writes. @param edit where its content is written */
public record ActivityHead(UUID id, UUID course, Title title, String kind, String kindKey, String edit) {

    public static ActivityHead of(Activity activity, Kinds kinds, Visitor visitor) {
        String address = "/courses/" + activity.courseId() + "/activities/" + activity.id();
        return new ActivityHead(
                activity.id(),
                activity.courseId(),
                Title.of(activity.title(), visitor.language()),
                activity.kind(),
                kinds.find(activity.kind()).map(ActivityKind::nameKey).orElse("courses.kind.unknown"),
                kinds.find(activity.kind())
                        .map(kind -> kind.editAddress(activity.courseId(), activity.id()))
                        .orElse(address + "/settings"));
    }

    public String address() {
        return "/courses/" + course + "/activities/" + id;
    }

    public String preview() {
        return "/courses/" + course + "/preview/" + id;
    }
}
