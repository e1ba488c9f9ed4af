package org.cybox.people;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Jobs;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.web.Allow;
import org.cybox.platform.web.Allow.Who;
import org.cybox.platform.web.NoTransaction;
import org.cybox.platform.web.Page;
import org.cybox.platform.web.Redirect;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** New members: one by e-mail, a whole list, or one without e-mail. */
@Controller
class AddPeopleController {

    /** More than this is done behind the page, with progress. */
    private static final int AT_ONCE = 20;

    private static final int LONGEST_FILE = 1_000_000;

    private final People people;
    private final Groups groups;
    private final Invitations invitations;
    private final Admissions admissions;
    private final UserNames userNames;
    private final StartCodes startCodes;
    private final Jobs jobs;
    private final Work work;

    AddPeopleController(
            People people,
            Groups groups,
            Invitations invitations,
            Admissions admissions,
            UserNames userNames,
            StartCodes startCodes,
            Jobs jobs,
            Work work) {
        this.people = people;
        this.groups = groups;
        this.invitations = invitations;
        this.admissions = admissions;
        this.userNames = userNames;
        this.startCodes = startCodes;
        this.jobs = jobs;
        this.work = work;
    }

    /** Which of the three ways. */
    public enum Way {
        ONE,
        LIST,
        OFFICER
    }

    /** What was typed. @param group name of a group, or blank */
    public record Typed(
            String email,
            String name,
            String surname,
            String username,
            String role,
            String group,
            String language,
            String list) {

        public Typed {
            email = email == null ? "" : email;
            name = name == null ? "" : name;
            surname = surname == null ? "" : surname;
            username = username == null ? "" : username;
            role = role != null && role.matches("learner|trainer|manager") ? role : "learner";
            group = group == null ? "" : group.strip();
            language = language == null ? "" : language;
            list = list == null ? "" : list;
        }

        Role as() {
            return Role.of(role);
        }
    }

    public record AddPage(
            Way way, Typed typed, List<Group> groups, List<String> languages, String field, String problem)
            implements Page {
        @Override
        public int status() {
            return problem.isBlank() ? 200 : 422;
        }
    }

    /** @param invite how many get a mail; @param named how many get a user name; @param passed how many are passed over */
    public record PreviewPage(Typed typed, List<PastedList.Line> lines, long invite, long named, long passed)
            implements Page {}

    @GetMapping("/people/new")
    @Allow(Who.MANAGER)
    AddPage one(Space space) {
        return page(Way.ONE, fresh(space), "", "");
    }

    @GetMapping("/people/new/list")
    @Allow(Who.MANAGER)
    AddPage list(Space space) {
        return page(Way.LIST, fresh(space), "", "");
    }

    @GetMapping("/people/new/officer")
    @Allow(Who.MANAGER)
    AddPage officer(Space space) {
        return page(Way.OFFICER, fresh(space), "", "");
    }

    @PostMapping("/people/new")
    @Allow(Who.MANAGER)
    Object invite(@ModelAttribute Typed typed, Visitor visitor, T t) {
        try {
            if (typed.name().isBlank()) {
                throw new Refused("name", "people.name.missing");
            }
            Person person = invitations.invite(
                    visitor,
                    new Invitations.Guest(
                            typed.email(), typed.name(), typed.surname(), typed.as(), typed.group(), language(typed)));
            return Redirect.to("/people/" + person.id()).saying("people.invited", person.sign());
        } catch (Refused refused) {
            return page(Way.ONE, typed, refused.field(), refused.text(t));
        }
    }

    @PostMapping("/people/new/officer")
    @Allow(Who.MANAGER)
    Object addOfficer(@ModelAttribute Typed typed, Visitor visitor, Space space, T t) {
        try {
            String username = typed.username().isBlank() ? userNames.propose(typed.name()) : typed.username();
            Person person = people.addOfficer(username, typed.name(), typed.surname(), typed.as(), language(typed));
            if (!typed.group().isBlank()) {
                groups.add(groups.named(typed.group()).id(), List.of(person.id()));
            }
            return startCodes.print(visitor, space, List.of(person.id()));
        } catch (Refused refused) {
            return page(Way.OFFICER, typed, refused.field(), refused.text(t));
        }
    }

    /** Shows what would happen. Nothing is sent yet. */
    @PostMapping("/people/new/list")
    @Allow(Who.MANAGER)
    Object preview(@ModelAttribute Typed typed, @RequestParam(required = false) MultipartFile file, T t)
            throws IOException {
        Typed given = typed;
        try {
            if (file != null && !file.isEmpty()) {
                given = new Typed("", "", "", "", typed.role(), typed.group(), typed.language(), text(file));
            }
            PastedList read = PastedList.read(given.list(), given.as(), given.group());
            PastedList list = read.against(people.byEmails(read.emails()));
            long invite = list.count(PastedList.Outcome.INVITE);
            long named = list.count(PastedList.Outcome.USER_NAME);
            return new PreviewPage(
                    given, list.lines(), invite, named, list.lines().size() - invite - named);
        } catch (Refused refused) {
            return page(Way.LIST, given, refused.field(), refused.text(t));
        }
    }

    @PostMapping("/people/new/list/sending")
    @Allow(Who.MANAGER)
    @NoTransaction
    Redirect send(@ModelAttribute Typed typed, Visitor visitor) {
        Admissions.Order order = new Admissions.Order(
                typed.list(), typed.role(), typed.group(), language(typed), visitor.account(), visitor.person());
        if (order.read().lines().size() > AT_ONCE) {
            UUID job = work.here(() -> jobs.follow(Admissions.KIND, order.payload(), visitor.person()));
            return Redirect.to("/jobs/" + job);
        }
        Admissions.Result result = admissions.take(order, new Unseen());
        return Redirect.to("/people?state=invited")
                .saying("people.list.done", result.invited(), result.named(), result.refused());
    }

    /** For lists that are so short that nobody waits. */
    private static final class Unseen implements Progress {
        @Override
        public void total(int n) {}

        @Override
        public void step() {}

        @Override
        public void result(Map<String, String> result) {}
    }

    private AddPage page(Way way, Typed typed, String field, String problem) {
        return new AddPage(way, typed, people.groups(), Languages.INTERFACE, field, problem);
    }

    private static Typed fresh(Space space) {
        return new Typed("", "", "", "", "learner", "", Languages.ofInterface(space.language()), "");
    }

    private static String language(Typed typed) {
        return Languages.ofInterface(typed.language());
    }

    /** UTF-8, or what spreadsheets on Windows save when it is not. */
    private static String text(MultipartFile file) throws IOException {
        if (file.getSize() > LONGEST_FILE) {
            throw new Refused("list", "people.list.large");
        }
        byte[] bytes = file.getBytes();
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
