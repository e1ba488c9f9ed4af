package org.cybox.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Knows who sends a request: the module of identity does. Empty for strangers. */
public interface VisitorSource {

    Optional<Visitor> visitor(HttpServletRequest request, Space space);
}
