package org.cybox.identity;

import java.util.UUID;
import org.cybox.platform.web.Role;

/** One account's place in one tenant. */
public record Membership(UUID accountId, UUID tenantId, UUID personId, Role role, boolean onlyOwnGroups) {}
