package org.cybox.identity;

import java.util.UUID;

/**
 * The owner of an account said yes to a space. Heard inside that tenant, in the transaction that uses the code up;
 * whoever keeps its members makes them one, or refuses.
 */
public record InvitationAccepted(UUID tenant, UUID account, String email) {}
