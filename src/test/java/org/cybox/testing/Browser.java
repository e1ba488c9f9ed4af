package org.cybox.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.cybox.identity.TestSessions;
import org.cybox.platform.data.Ids;
import org.cybox.platform.data.Json;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.cybox.tenancy.Tenants;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a screen, and the person before it: keeps cookies by host, says where forms come from, understands
 * addresses of all our hosts. Redirects are followed on demand: {@code ada.get("/").follow()}.
 */
public final class Browser {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Program program;
    private final String home;
    private final UUID account;
    private final UUID person;
    private final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> omitted = new HashSet<>();

    private Browser(Program program, String home, UUID account, UUID person) {
        this.program = program;
        this.home = home;
        this.account = account;
        this.person = person;
        headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        headers.put("Accept-Language", "en");
        headers.put("User-Agent", "cybox-test");
        int number = ADDRESSES.incrementAndGet();
        headers.put(
                Statements.ADDRESS, "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255));
    }

    /** @param home scheme, host and port that plain paths belong to */
    public static Browser stranger(Program program, String home) {
        return new Browser(program, home, Visitor.NOBODY, Visitor.NOBODY);
    }

    static Browser signedIn(Program program, Space space, UUID account, UUID person) {
        Browser browser = new Browser(program, space.address(), account, person);
        TestSessions.Tokens tokens = TestSessions.begin(program, account, space);
        browser.cookie(program.address(), "__Host-session", tokens.bare());
        browser.cookie(space.address(), "__Host-session", tokens.here());
        return browser;
    }

    /** Leaves out what a newer browser says. */
    public Browser without(String header) {
        omitted.add(header);
        return this;
    }

    /** The same person signs in once more, after a session has ended. */
    public void signIn() {
        URI here = URI.create(home);
        Space space = program.get(Tenants.class).at(here.getAuthority()).orElseThrow();
        TestSessions.Tokens tokens = TestSessions.begin(program, account, space);
        cookie(program.address(), "__Host-session", tokens.bare());
        cookie(home, "__Host-session", tokens.here());
    }

    /** The same person with the same session, asking at another host: where the session does not count. */
    public Browser at(String address) {
        Browser there = new Browser(program, address, account, person);
        String session = cookies(home).getOrDefault("__Host-session", "");
        cookies.forEach((host, jar) -> there.cookies.put(host, new ConcurrentHashMap<>(jar)));
        there.cookie(address, "__Host-session", session);
        return there;
    }

    public UUID account() {
        return account;
    }

    /** The member of the tenant; nobody for strangers and operators. */
    public UUID person() {
        return person;
    }

    /** As a door knows this person. */
    public Visitor visitor(Role role) {
        return new Visitor(account, person, Visitor.NOBODY, "A person", Optional.of(role), false, false, "en", false);
    }

    public String home() {
        return home;
    }

    public Program program() {
        return program;
    }

    /** A header of all further requests; blank takes it away. */
    public Browser with(String header, String value) {
        if (value.isBlank()) {
            headers.remove(header);
        } else {
            headers.put(header, value);
        }
        return this;
    }

    /** Reads in that language from now on. */
    public Browser reading(String language) {
        cookie(home, "lang", language);
        return with("Accept-Language", language);
    }

    public Map<String, String> cookies(String address) {
        return cookies.computeIfAbsent(URI.create(address).getAuthority(), host -> new ConcurrentHashMap<>());
    }

    /** All cookies, by host and port. */
    Map<String, Map<String, String>> jars() {
        return cookies;
    }

    public void cookie(String address, String name, String value) {
        cookies(address).put(name, value);
    }

    public Answer get(String address) {
        return send("GET", address, null, "");
    }

    /** @param fields name, value, name, value … as a form sends them */
    public Answer post(String address, Object... fields) {
        return form("POST", address, fields);
    }

    public Answer put(String address, Object... fields) {
        return form("PUT", address, fields);
    }

    public Answer delete(String address, Object... fields) {
        return form("DELETE", address, fields);
    }

    public Answer json(String method, String address, Object value) {
        return send(method, address, Json.write(value).getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private Answer form(String method, String address, Object... fields) {
        List<Form.Part> parts = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            parts.add(
                    fields[i + 1] instanceof Form.Part part
                            ? part.named(String.valueOf(fields[i]))
                            : Form.Part.text(String.valueOf(fields[i]), String.valueOf(fields[i + 1])));
        }
        return parts.stream().anyMatch(Form.Part::file)
                ? sendMultipart(method, address, parts)
                : sendForm(method, address, parts);
    }

    Answer sendForm(String method, String address, List<Form.Part> parts) {
        String body = encoded(parts);
        if (method.equals("GET")) {
            String path = address.replaceAll("\\?.*", "");
            return get(body.isEmpty() ? path : path + "?" + body);
        }
        return send(method, address, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    private static String encoded(List<Form.Part> parts) {
        return parts.stream()
                .map(part -> URLEncoder.encode(part.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(part.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Answer sendMultipart(String method, String address, List<Form.Part> parts) {
        String boundary = "----" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Form.Part part : parts) {
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\""
                    + (part.file() ? "; filename=\"" + part.fileName() + "\"\r\nContent-Type: " + part.type() : "")
                    + "\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(method, address, body.toByteArray(), "multipart/form-data; boundary=" + boundary);
    }

    /** @param address a path of the home host, or an address of any host of ours */
    public Answer send(String method, String address, byte @Nullable [] body, String type) {
        String full = address.startsWith("http://") ? address : home + address;
        URI uri = URI.create(full.replaceAll("#.*", "").replace(" ", "%20"));
        String origin = uri.getScheme() + "://" + uri.getAuthority();
        String trace = Ids.next().toString();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + program.port() + path
                        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Host", uri.getAuthority());
        all.put(Statements.HEADER, trace);
        all.put("Sec-Fetch-Site", "same-origin");
        if (!method.equals("GET") && !method.equals("HEAD")) {
            all.put("Origin", origin);
        }
        if (!type.isEmpty()) {
            all.put("Content-Type", type);
        }
        String jar = cookies(origin).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!jar.isEmpty()) {
            all.put("Cookie", jar);
        }
        all.putAll(headers);
        all.keySet().removeAll(omitted);
        all.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            keep(origin, response);
            return new Answer(
                    this,
                    method,
                    origin + path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()),
                    response,
                    trace);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + full, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String origin, HttpResponse<byte[]> response) {
        for (String line : response.headers().allValues("Set-Cookie")) {
            for (HttpCookie cookie : HttpCookie.parse(line)) {
                if (cookie.getMaxAge() == 0) {
                    cookies(origin).remove(cookie.getName());
                } else {
                    cookies(origin).put(cookie.getName(), cookie.getValue());
                }
            }
        }
    }
}
