package org.cybox.identity;

import java.util.UUID;

/** An account signs in with another e-mail address. @param before the old one, or blank when there was none */
public record AccountAddressChanged(UUID account, String before, String after) {}
