package org.cybox.identity;

import java.util.UUID;

/** @param language BCP 47 tag */
public record AccountLanguageChanged(UUID account, String language) {}
