package org.cybox.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.cybox.platform.data.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of the house, in this order: number the request, find the tenant by its host, refuse what another site
 * sends, learn who asks. Everything behind it runs inside the tenant.
 */
@Component
@Order(0)
class EdgeFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EdgeFilter.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final SpaceSource spaces;
    private final VisitorSource visitors;
    private final VisitorLanguage language;
    private final ClosedSpace closed;
    private final Problems problems;
    private final LargeForms large;
    private final SecureRandom random = new SecureRandom();

    EdgeFilter(
            SpaceSource spaces,
            VisitorSource visitors,
            VisitorLanguage language,
            ClosedSpace closed,
            Problems problems,
            LargeForms large) {
        this.spaces = spaces;
        this.visitors = visitors;
        this.language = language;
        this.closed = closed;
        this.problems = problems;
        this.large = large;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/")
                || request.getRequestURI().startsWith("/static/");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String number = number();
        request.setAttribute(RequestContext.NUMBER, number);
        response.setHeader("X-Request-Number", number);
        MDC.put("request", number);
        try {
            enter(request, response, chain);
        } finally {
            MDC.remove("request");
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        Optional<Space> space = spaces.at(host);
        if (space.isEmpty() && spaces.suspended(host).isPresent()) {
            closed.answer(request, response, spaces.suspended(host).get());
            return;
        }
        if (space.isEmpty()) {
            plain(response, 421, "There is no space at this address.");
            return;
        }
        if (!SAFE.contains(request.getMethod()) && fromElsewhere(request, space.get())) {
            LOG.warn("refused a {} from another site", request.getMethod());
            plain(
                    response,
                    403,
                    "This request came from another site and was refused. Open the page again and repeat.");
            return;
        }
        request.setAttribute(RequestContext.SPACE, space.get());
        try {
            Scope.callInTenant(space.get().id(), () -> {
                if (recognised(request, response, space.get()) && !large.refused(request, response)) {
                    chain.doFilter(request, response);
                }
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** Nobody can be recognised while the database is away: then that is the answer, in the language of the browser. */
    private boolean recognised(HttpServletRequest request, HttpServletResponse response, Space space)
            throws IOException {
        try {
            Optional<Visitor> known = visitors.visitor(request, space);
            request.setAttribute(RequestContext.VISITOR, language.apply(request, response, space, known));
            return true;
        } catch (RuntimeException e) {
            request.setAttribute(RequestContext.VISITOR, Visitor.stranger(language.nearest(request, space)));
            problems.any(e, request, response);
            return false;
        }
    }

    /**
     * Cross-site request forgery: browsers say where a request comes from (Fetch Metadata; Origin before that). A client
     * that says neither is not a browser and carries no cookies of others.
     */
    private static boolean fromElsewhere(HttpServletRequest request, Space space) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        @Nullable String origin = request.getHeader("Origin");
        return origin != null && !origin.equals(space.address());
    }

    private String number() {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void plain(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
