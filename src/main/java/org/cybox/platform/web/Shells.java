package org.cybox.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cybox.platform.text.Languages;
import org.cybox.platform.text.T;
import org.cybox.platform.text.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import org.springframework.web.util.WebUtils;

/** Puts the shell of a page together from what the modules contribute. */
@Component
class Shells {

    private static final String FLASH = "flash";

    private final Texts texts;
    private final Assets assets;
    private final SpaceSource spaces;
    private final List<ShellContributor> contributors;

    Shells(Texts texts, Assets assets, SpaceSource spaces, List<ShellContributor> contributors) {
        this.texts = texts;
        this.assets = assets;
        this.spaces = spaces;
        this.contributors = List.copyOf(contributors);
    }

    Shell shell(HttpServletRequest request, HttpServletResponse response) {
        Space space = RequestContext.space(request);
        Visitor visitor = RequestContext.visitor(request);
        T t = texts.in(visitor.language()).at(space.zone());
        boolean fragment = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        String path = RequestContext.path(request);
        return new Shell(
                space,
                visitor,
                t,
                fragment,
                path,
                signIn(space, path),
                fragment ? List.of() : navigation(request, visitor, space, t),
                fragment ? List.of() : languages(request, visitor, space),
                fragment ? List.of() : spaces(visitor, space, t),
                fragment ? 0 : unread(visitor, space),
                flash(request, response, t),
                assets);
    }

    private List<Link> navigation(HttpServletRequest request, Visitor visitor, Space space, T t) {
        return contributors.stream()
                .flatMap(contributor -> contributor.navigation(visitor, space).stream())
                .sorted(Comparator.comparingInt(ShellContributor.Entry::order))
                .map(entry -> new Link(t.of(entry.key()), entry.address(), within(request, entry.address())))
                .toList();
    }

    private static boolean within(HttpServletRequest request, String address) {
        String path = request.getRequestURI();
        return path.equals(address) || (!address.equals("/") && path.startsWith(address + "/"));
    }

    private static List<Link> languages(HttpServletRequest request, Visitor visitor, Space space) {
        return VisitorLanguage.offered(space).stream()
                .map(tag -> new Link(
                        Languages.name(tag), request.getRequestURI() + "?lang=" + tag, tag.equals(visitor.language())))
                .toList();
    }

    private List<Link> spaces(Visitor visitor, Space space, T t) {
        return contributors.stream()
                .flatMap(contributor -> contributor.spaces(visitor, space, t).stream())
                .toList();
    }

    private int unread(Visitor visitor, Space space) {
        return contributors.stream()
                .map(contributor -> contributor.unread(visitor, space))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .sum();
    }

    /** Sign-in lives at the bare host and leads back to where one was. */
    String signIn(Space space, String path) {
        return "/sign-in?to=" + UriUtils.encode(path, StandardCharsets.UTF_8);
    }

    private static Optional<Shell.Flash> flash(HttpServletRequest request, HttpServletResponse response, T t) {
        Cookie cookie = WebUtils.getCookie(request, FLASH);
        if (cookie == null || cookie.getValue().isBlank()) {
            return Optional.empty();
        }
        response.addHeader(HttpHeaders.SET_COOKIE, flashCookie("", 0).toString());
        List<String> parts = Arrays.stream(cookie.getValue().split("\\.", -1))
                .map(part -> java.net.URLDecoder.decode(part.replace('!', '.'), StandardCharsets.UTF_8))
                .toList();
        if (parts.size() < 2 || !t.has(parts.get(1))) {
            return Optional.empty();
        }
        Object[] arguments =
                parts.subList(2, parts.size()).stream().map(Shells::number).toArray();
        String kind = List.of("success", "info", "warning").contains(parts.getFirst()) ? parts.getFirst() : "info";
        return Optional.of(new Shell.Flash(kind, t.of(parts.get(1), arguments)));
    }

    /** Plurals need a number where a number was said. */
    private static Object number(String value) {
        return value.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(value) : value;
    }

    static ResponseCookie flash(Redirect redirect) {
        StringBuilder value = new StringBuilder(redirect.kind()).append('.').append(encode(redirect.flash()));
        redirect.arguments().forEach(argument -> value.append('.').append(encode(argument)));
        return flashCookie(value.toString(), 60);
    }

    private static String encode(String part) {
        return URLEncoder.encode(part.length() > 200 ? part.substring(0, 200) : part, StandardCharsets.UTF_8)
                .replace('.', '!');
    }

    private static ResponseCookie flashCookie(String value, int seconds) {
        return ResponseCookie.from(FLASH, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
    }
}
