package org.cybox.platform.web;

import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.web.Allow.Who;

/**
 * Who asks. A stranger has no account; a signed-in person without membership in this tenant has no role.
 *
 * @param account the account in the world, {@link #NOBODY} for strangers
 * @param person the member of this tenant, {@link #NOBODY} without membership
 * @param session the session at this host, {@link #NOBODY} for strangers
 * @param onlyOwnGroups a trainer who sees the learners of their own groups only
 * @param language BCP 47 tag the person reads; the interface speaks the nearest it knows
 * @param sharedComputer nothing may be kept on this device
 */
public record Visitor(
        UUID account,
        UUID person,
        UUID session,
        String name,
        Optional<Role> role,
        boolean operator,
        boolean onlyOwnGroups,
        String language,
        boolean sharedComputer) {

    public static final UUID NOBODY = new UUID(0, 0);

    public static Visitor stranger(String language) {
        return new Visitor(NOBODY, NOBODY, NOBODY, "", Optional.empty(), false, false, language, false);
    }

    public boolean signedIn() {
        return !account.equals(NOBODY);
    }

    public boolean is(Role wanted) {
        return role.filter(mine -> mine.includes(wanted)).isPresent();
    }

    public boolean learner() {
        return is(Role.LEARNER);
    }

    public boolean trainer() {
        return is(Role.TRAINER);
    }

    public boolean manager() {
        return is(Role.MANAGER);
    }

    public boolean may(Who who) {
        return switch (who) {
            case ANYONE -> true;
            case SIGNED_IN -> signedIn();
            case LEARNER -> learner();
            case TRAINER -> trainer();
            case MANAGER -> manager();
            case OPERATOR -> operator;
        };
    }

    public Visitor reading(String otherLanguage) {
        return new Visitor(
                account, person, session, name, role, operator, onlyOwnGroups, otherLanguage, sharedComputer);
    }
}
