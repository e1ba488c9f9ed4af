package org.cybox.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.Space;
import org.cybox.tenancy.Tenants;
import org.cybox.testing.Program;
import org.jspecify.annotations.Nullable;

/** Signs people in without their password, since Argon2 costs what it should. {@code SignInTest} signs in for real. */
public final class TestSessions {

    private TestSessions() {}

    /** @param bare cookie at the bare host; @param here cookie at the space's host */
    public record Tokens(String bare, String here) {}

    public static Tokens begin(Program program, UUID account, Space space) {
        Space programme = program.get(Tenants.class).programme();
        String bare = Secret.make();
        String here = space.programme() ? bare : Secret.make();
        program.get(Work.class).doInWorld(() -> {
            UUID parent = insert(program, bare, account, programme.id(), null);
            if (!space.programme()) {
                insert(program, here, account, space.id(), parent);
            }
        });
        return new Tokens(bare, here);
    }

    private static UUID insert(Program program, String token, UUID account, UUID tenant, @Nullable UUID parent) {
        Instant now = Instant.now();
        UUID id = Ids.next();
        program.get(SessionStore.class)
                .insert(
                        Secret.hash(token),
                        new SessionStore.Session(
                                id, account, tenant, parent, false, "test", now, now, now.plus(Duration.ofDays(3650))));
        return id;
    }

    public static UUID accountOf(Program program, UUID tenant, UUID person) {
        return program.get(Work.class)
                .inTenant(
                        tenant,
                        () -> program.get(Accounts.class)
                                .ofPerson(person)
                                .orElseThrow()
                                .id());
    }

    /** For a test that signs in by the form. */
    public static void password(Program program, UUID account, String password) {
        program.get(Work.class).doInWorld(() -> program.get(Accounts.class).setPassword(account, password));
    }

    public static UUID operator(Program program) {
        UUID id = Ids.next();
        String email = "op-" + id + "@cybox.example";
        Account account = new Account(id, email, null, null, "Op Operator", "en", true, "active", Instant.now(), null);
        program.get(Work.class).doInWorld(() -> program.get(AccountStore.class).insert(account));
        return id;
    }
}
