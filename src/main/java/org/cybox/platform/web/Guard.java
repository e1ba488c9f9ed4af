package org.cybox.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Deny by default: a route without {@link Allow} is closed; a stranger who must sign in is led there and back. */
@Component
class Guard implements HandlerInterceptor {

    private final Shells shells;

    Guard(Shells shells) {
        this.shells = shells;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        @Nullable Allow rule = rule(method);
        if (rule == null) {
            throw new Forbidden();
        }
        if (rule.value() == Allow.Who.ANYONE) {
            return true; // also where nobody could be asked who comes: while the database is away
        }
        Visitor visitor = RequestContext.visitor(request);
        if (visitor.may(rule.value())) {
            return true;
        }
        if (visitor.signedIn()) {
            throw new Forbidden();
        }
        return sendToSignIn(request, response);
    }

    private boolean sendToSignIn(HttpServletRequest request, HttpServletResponse response) {
        boolean page = request.getMethod().equals("GET") && wantsHtml(request);
        String back = page ? RequestContext.path(request) : "/";
        String signIn = shells.signIn(RequestContext.space(request), back);
        if (!page) {
            throw new SignInNeeded(signIn);
        }
        ReturnValues.follow(Redirect.to(signIn), response);
        return false;
    }

    private static boolean wantsHtml(HttpServletRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        return request.getHeader("HX-Request") == null && (accept == null || !accept.startsWith("application/json"));
    }

    static @Nullable Allow rule(HandlerMethod method) {
        @Nullable Allow own = method.getMethodAnnotation(Allow.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class);
    }

    /** A stranger sent something that only a member may send: 401, with the way to sign in. */
    static final class SignInNeeded extends RuntimeException {
        private final String address;

        SignInNeeded(String address) {
            super("sign-in needed", null, false, false);
            this.address = address;
        }

        String address() {
            return address;
        }
    }
}
