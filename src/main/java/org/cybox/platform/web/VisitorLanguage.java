package org.cybox.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cybox.platform.text.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Which language a person reads: what they chose here, else what their account says, else their browser, else ours. */
@Component
class VisitorLanguage {

    private static final String COOKIE = "lang";

    Visitor apply(HttpServletRequest request, HttpServletResponse response, Space space, Optional<Visitor> known) {
        Optional<String> asked = asked(request).filter(tag -> offered(tag, space));
        asked.ifPresent(tag -> remember(response, tag));
        String language = asked.or(() -> chosen(request, space))
                .or(() -> known.map(Visitor::language).filter(tag -> !tag.isBlank()))
                .orElseGet(() -> fromBrowser(request, space));
        return known.map(visitor -> visitor.reading(language)).orElseGet(() -> Visitor.stranger(language));
    }

    /** For a stranger, without remembering anything. */
    String nearest(HttpServletRequest request, Space space) {
        return chosen(request, space).orElseGet(() -> fromBrowser(request, space));
    }

    /** Only a read may choose: looking for a parameter in a form would swallow its body. */
    private static Optional<String> asked(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? Optional.ofNullable(request.getParameter("lang")) : Optional.empty();
    }

    static List<String> offered(Space space) {
        return Stream.concat(space.languages().stream(), Languages.INTERFACE.stream())
                .distinct()
                .toList();
    }

    private static boolean offered(String tag, Space space) {
        return offered(space).contains(tag);
    }

    private static Optional<String> chosen(HttpServletRequest request, Space space) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .filter(tag -> offered(tag, space));
    }

    private static String fromBrowser(HttpServletRequest request, Space space) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return space.language();
        }
        List<Locale> ours = new ArrayList<>();
        offered(space).forEach(tag -> ours.add(Locale.forLanguageTag(tag)));
        List<Locale> wanted = Collections.list(request.getLocales());
        return wanted.stream()
                .map(locale -> ours.stream()
                        .filter(mine -> mine.getLanguage().equals(locale.getLanguage()))
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .map(Locale::toLanguageTag)
                .orElse(space.language());
    }

    private static void remember(HttpServletResponse response, String tag) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, tag)
                .path("/")
                .sameSite("Lax")
                .httpOnly(true)
                .maxAge(java.time.Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
