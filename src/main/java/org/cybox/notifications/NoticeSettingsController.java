package org.cybox.notifications;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person wants to be told, by kind. */
@Controller
class NoticeSettingsController {

    private final NoticeStore store;

    NoticeSettingsController(NoticeStore store) {
        this.store = store;
    }

    public record NoticeSettingsPage(List<Wish> kinds) implements Page {}

    /** One kind with its choices. */
    public record Wish(String kind, String title, String help, List<Choice> choices) {}

    public record Choice(String value, String text, boolean chosen) {}

    @GetMapping("/notices/settings")
    @Allow(Who.LEARNER)
    NoticeSettingsPage show(Visitor visitor, T t) {
        Map<String, String> wishes = store.wishes(visitor.person());
        return new NoticeSettingsPage(Arrays.stream(Kind.values())
                .map(kind -> wish(kind, wishes.getOrDefault(kind.word(), MailWish.IMMEDIATE.word()), t))
                .toList());
    }

    private static Wish wish(Kind kind, String now, T t) {
        List<Choice> choices = Arrays.stream(MailWish.values())
                .map(wish -> new Choice(
                        wish.word(),
                        t.of("notifications.wish." + wish.word()),
                        wish.word().equals(now)))
                .toList();
        String key = "notifications.kind." + kind.word();
        return new Wish(kind.word(), t.of(key), t.of(key + ".help"), choices);
    }

    @PostMapping("/notices/settings")
    @Allow(Who.LEARNER)
    Redirect save(@RequestParam Map<String, String> form, Visitor visitor) {
        Map<String, String> wishes = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            Optional.ofNullable(form.get(kind.word()))
                    .ifPresent(wish -> wishes.put(kind.word(), MailWish.of(wish).word()));
        }
        store.wish(visitor.person(), wishes);
        return Redirect.to("/notices/settings").saying("notifications.settings.saved");
    }
}
