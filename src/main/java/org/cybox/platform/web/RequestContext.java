package org.cybox.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What the filters found out about a request. */
final class RequestContext {

    static final String SPACE = Space.class.getName();
    static final String VISITOR = Visitor.class.getName();
    static final String NUMBER = "cybox.request";

    private RequestContext() {}

    static boolean known(HttpServletRequest request) {
        return request.getAttribute(SPACE) != null && request.getAttribute(VISITOR) != null;
    }

    static Space space(HttpServletRequest request) {
        return (Space) Objects.requireNonNull(request.getAttribute(SPACE), "outside of a space");
    }

    static Visitor visitor(HttpServletRequest request) {
        return (Visitor) Objects.requireNonNull(request.getAttribute(VISITOR), "before the visitor is known");
    }

    static String number(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(NUMBER));
    }

    /** Path and query, relative to this host. */
    static String path(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
