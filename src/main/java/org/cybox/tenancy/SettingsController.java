package org.cybox.tenancy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cybox.platform.audit.Audit;
import org.cybox.platform.data.Work;
import org.cybox.platform.files.Audience;
import org.cybox.platform.files.Files;
import org.cybox.platform.files.Pictures;
import org.cybox.platform.files.StoredFile;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Words;
import org.cybox.platform.text.Zones;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** How an institution is called, greets and looks, and which languages it speaks. */
@Controller
class SettingsController implements ShellContributor {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_WELCOME = 1_000;
    private static final int LARGEST_LOGO = 500_000;
    private static final int WIDEST_LOGO = 480;

    private final Tenants tenants;
    private final Files files;
    private final Audit audit;
    private final Work work;

    SettingsController(Tenants tenants, Files files, Audit audit, Work work) {
        this.tenants = tenants;
        this.files = files;
        this.audit = audit;
        this.work = work;
    }

    @Override
    public List<Entry> navigation(Visitor visitor, Space space) {
        return visitor.manager() ? List.of(new Entry(50, "tenancy.settings", "/settings")) : List.of();
    }

    /** One language of a text. @param saved what is stored now, when somebody else stored something else meanwhile */
    public record Line(String language, String text, boolean original, boolean outdated, String saved) {}

    /** @param suggestion a colour that would pass, when the one that was chosen does not; @param field where the problem is */
    public record SettingsPage(
            int revision,
            List<Line> name,
            List<Line> welcome,
            String languages,
            String savedLanguages,
            String accent,
            String savedAccent,
            String suggestion,
            boolean askSurname,
            List<Zones.Zone> zones,
            String timeZone,
            String savedTimeZone,
            String logo,
            String field,
            String problem)
            implements Page {

        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    @GetMapping("/settings")
    @Allow(Who.MANAGER)
    SettingsPage show(Space space, T t) {
        return page(tenants.current(space.id()), t);
    }

    /** Fields {@code name.en}, {@code welcome.en} and so on for every language, besides the plain ones. */
    @PostMapping("/settings")
    @Allow(Who.MANAGER)
    Object save(@RequestParam Map<String, String> typed, Space space, Visitor visitor, T t) {
        Tenant now = tenants.current(space.id());
        String accent = accent(typed);
        try {
            List<String> languages = Tenants.languages(typed.getOrDefault("languages", ""));
            Tenant wanted = now.named(words(now.name(), "name", typed, languages, LONGEST_NAME))
                    .welcoming(words(now.welcome(), "welcome", typed, languages, LONGEST_WELCOME))
                    .coloured(checked(accent).word())
                    .speaking(String.join(",", languages))
                    .askingSurname(typed.containsKey("askSurname"))
                    .living(zone(typed, now))
                    .at(revision(typed));
            if (wanted.name().exactly(wanted.name().original()).isBlank()) {
                throw new Refused("name." + wanted.name().original(), "tenancy.name.missing");
            }
            tenants.change(wanted);
            audit.record(visitor, "tenancy.settings", "tenant", now.id(), "", changes(now, wanted));
            return Redirect.to("/settings").saying("tenancy.saved");
        } catch (Refused refused) {
            return again(now, typed, accent, refused, t);
        }
    }

    @PostMapping("/settings/logo")
    @Allow(Who.MANAGER)
    @NoTransaction
    Object logo(@RequestParam MultipartFile logo, Space space, Visitor visitor, T t) throws IOException {
        try {
            byte[] png = Pictures.png(logo.getBytes(), "logo", LARGEST_LOGO, WIDEST_LOGO);
            return work.here(() -> {
                StoredFile file =
                        files.store(new ByteArrayInputStream(png), "logo.png", Audience.PUBLIC, Visitor.NOBODY);
                Tenant now = tenants.current(space.id());
                tenants.change(now.withLogo(file.sha256(), "image/png"));
                audit.record(visitor, "tenancy.logo", "tenant", now.id(), "", Map.of("after", file.sha256()));
                return Redirect.to("/settings#look").saying("tenancy.logo.saved");
            });
        } catch (Refused refused) {
            Tenant now = work.here(() -> tenants.current(space.id()));
            return again(now, Map.of(), now.accent(), refused, t);
        }
    }

    @PostMapping("/settings/logo/removal")
    @Allow(Who.MANAGER)
    Redirect removeLogo(Space space, Visitor visitor) {
        Tenant now = tenants.current(space.id());
        tenants.change(now.withLogo(null, null));
        audit.record(visitor, "tenancy.logo", "tenant", now.id(), "", Map.of("after", ""));
        return Redirect.to("/settings#look").saying("tenancy.logo.removed");
    }

    /** What was written, or what was picked when the writing stayed as it was. */
    private static String accent(Map<String, String> typed) {
        if (typed.containsKey("suggested")) {
            return typed.getOrDefault("suggested", "");
        }
        String written = typed.getOrDefault("accentText", "").strip();
        String picked = typed.getOrDefault("accent", written);
        return written.isEmpty() || written.equals(typed.get("accentShown")) ? picked : written;
    }

    private static String zone(Map<String, String> typed, Tenant now) {
        String zone = typed.getOrDefault("timeZone", now.timeZone());
        if (!Zones.valid(zone)) {
            throw new Refused("timeZone", "tenancy.timeZone.unknown");
        }
        return zone;
    }

    private static int revision(Map<String, String> typed) {
        String revision = typed.getOrDefault("revision", "");
        return revision.matches("[0-9]{1,9}") ? Integer.parseInt(revision) : 0;
    }

    private static Accent checked(String typed) {
        Accent accent = Accent.read(typed).orElseThrow(() -> new Refused("accent", "tenancy.accent.malformed"));
        if (!accent.readable()) {
            throw new Refused(
                    "accent",
                    "tenancy.accent.pale",
                    accent.word(),
                    accent.darker().word());
        }
        return accent;
    }

    /** The original first, so that translations typed with it count as made from it. */
    private static Words words(
            Words before, String field, Map<String, String> typed, List<String> languages, int longest) {
        Words words = before.text().containsKey(before.original()) && languages.contains(before.original())
                ? before
                : before.originalIn(languages.getFirst());
        List<String> order = new ArrayList<>(List.of(words.original()));
        typed.keySet().stream()
                .filter(key -> key.startsWith(field + "."))
                .map(key -> key.substring(field.length() + 1))
                .filter(tag -> Languages.valid(tag) && !order.contains(tag))
                .forEach(order::add);
        for (String tag : order) {
            String text =
                    typed.getOrDefault(field + "." + tag, words.exactly(tag)).strip();
            if (text.length() > longest) {
                throw new Refused(field + "." + tag, "tenancy.text.long", longest);
            }
            words = text.equals(words.exactly(tag)) ? words : words.with(tag, text);
        }
        return words;
    }

    private static Map<String, Object> changes(Tenant before, Tenant after) {
        Map<String, Object> changes = new TreeMap<>();
        note(changes, "name", before.name().text(), after.name().text());
        note(changes, "welcome", before.welcome().text(), after.welcome().text());
        note(changes, "accent", before.accent(), after.accent());
        note(changes, "languages", before.languages(), after.languages());
        note(changes, "askSurname", before.askSurname(), after.askSurname());
        note(changes, "timeZone", before.timeZone(), after.timeZone());
        return changes;
    }

    private static void note(Map<String, Object> changes, String what, Object before, Object after) {
        if (!before.equals(after)) {
            changes.put(what, Map.of("before", before, "after", after));
        }
    }

    private static SettingsPage page(Tenant now, T t) {
        return again(now, Map.of(), now.accent(), "", "", t);
    }

    private static SettingsPage again(Tenant now, Map<String, String> typed, String accent, Refused refused, T t) {
        return again(now, typed, accent, refused.field(), refused.text(t), t);
    }

    /** The page with all that was typed; where somebody else stored something else, that stands beside it. */
    private static SettingsPage again(
            Tenant now, Map<String, String> typed, String accent, String field, String problem, T t) {
        boolean meanwhile = typed.containsKey("revision") && revision(typed) != now.revision();
        String languages = typed.getOrDefault("languages", String.join(", ", now.languageList()));
        List<String> shown = new ArrayList<>(now.languageList());
        Languages.list(languages).stream().filter(tag -> !shown.contains(tag)).forEach(shown::add);
        String zone = typed.getOrDefault("timeZone", now.timeZone());
        boolean otherLanguages = !Languages.list(languages).equals(now.languageList());
        return new SettingsPage(
                now.revision(),
                lines(now.name(), "name", typed, shown, meanwhile),
                lines(now.welcome(), "welcome", typed, shown, meanwhile),
                languages,
                meanwhile && otherLanguages ? String.join(", ", now.languageList()) : "",
                accent,
                meanwhile && !accent.equalsIgnoreCase(now.accent()) ? now.accent() : "",
                Accent.read(accent)
                        .filter(one -> !one.readable())
                        .map(one -> one.darker().word())
                        .orElse(""),
                typed.isEmpty() ? now.askSurname() : typed.containsKey("askSurname"),
                Zones.all(t.language()),
                zone,
                meanwhile && !zone.equals(now.timeZone()) ? now.timeZone() : "",
                now.logoSha256() == null ? "" : "/brand/logo?v=" + now.revision(),
                field,
                problem);
    }

    private static List<Line> lines(
            Words words, String field, Map<String, String> typed, List<String> languages, boolean meanwhile) {
        return languages.stream()
                .map(tag -> {
                    String text = typed.getOrDefault(field + "." + tag, words.exactly(tag));
                    boolean differs = meanwhile && !text.strip().equals(words.exactly(tag));
                    return new Line(
                            tag,
                            text,
                            tag.equals(words.original()),
                            words.outdated(tag),
                            differs ? words.exactly(tag) : "");
                })
                .toList();
    }
}
