package org.cybox.testing;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.cybox.identity.TestSessions;
import org.cybox.people.People;
import org.cybox.people.Person;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Work;
import org.cybox.platform.text.Words;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Space;
import org.cybox.tenancy.Tenants;

/**
 * The people of a test, in two tenants of its own, all signed in: nothing is shared with another test, nothing to clean
 * up.
 *
 * @param space the tenant of Ada, Ben and Chi; @param elsewhere the tenant of Mallory and Trudy
 * @param ada trainer and author; @param ben learner; @param chi manager
 * @param mallory manager of the other tenant; @param trudy learner of the other tenant
 * @param stranger not signed in, at the first tenant's host; @param op operator, at the bare host
 */
public record Cast(
        Program program,
        Space space,
        Space elsewhere,
        Browser ada,
        Browser ben,
        Browser chi,
        Browser mallory,
        Browser trudy,
        Browser stranger,
        Browser op) {

    public static Cast open() {
        return open(Program.shared());
    }

    public static Cast open(Program program) {
        Space space = tenant(program, "Academy");
        Space elsewhere = tenant(program, "Elsewhere");
        return new Cast(
                program,
                space,
                elsewhere,
                member(program, space, "Ada Author", Role.TRAINER),
                member(program, space, "Ben Learner", Role.LEARNER),
                member(program, space, "Chi Manager", Role.MANAGER),
                member(program, elsewhere, "Mallory Manager", Role.MANAGER),
                member(program, elsewhere, "Trudy Learner", Role.LEARNER),
                Browser.stranger(program, space.address()),
                operator(program));
    }

    /** A further member of the first tenant, signed in. */
    public Browser also(String name, Role role) {
        return member(program, space, name, role);
    }

    /** A member of the programme's own space, which all tests share. */
    public Browser inProgramme(String name, Role role) {
        return member(program, program.get(Tenants.class).programme(), name, role);
    }

    /** Does something by the doors, in a transaction of the first tenant. */
    public <T> T in(Supplier<T> work) {
        return program.get(Work.class).inTenant(space.id(), work);
    }

    public void run(Runnable work) {
        program.get(Work.class).doInTenant(space.id(), work);
    }

    private static Space tenant(Program program, String name) {
        String slug = "t" + Ids.next().toString().replace("-", "").substring(8);
        UUID id = program.get(Work.class)
                .inWorld(() -> program.get(Tenants.class).open(slug, Words.of("en", name), "en,fr,ar", false, false))
                .id();
        return program.get(Tenants.class).space(id);
    }

    private static Browser member(Program program, Space space, String name, Role role) {
        String email = name.split(" ")[0].toLowerCase(Locale.ROOT) + "@" + space.slug() + ".example";
        Person person = program.get(Work.class)
                .inTenant(space.id(), () -> program.get(People.class).add(email, name, "", role, "en"));
        UUID account = TestSessions.accountOf(program, space.id(), person.id());
        return Browser.signedIn(program, space, account, person.id());
    }

    private static Browser operator(Program program) {
        Space bare = program.get(Tenants.class).programme();
        return Browser.signedIn(program, bare, TestSessions.operator(program), org.cybox.platform.web.Visitor.NOBODY);
    }
}
