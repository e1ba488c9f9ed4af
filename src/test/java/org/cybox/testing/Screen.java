package org.cybox.testing;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Proxy;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A real browser with a person before it, for journeys: {@code try (Screen ben = Screen.of(cast.ben()).phone())}. One
 * Chromium a test thread, one profile a screen. What the page throws or what its content policy refuses is remembered
 * and fails {@link #quiet()}.
 */
public final class Screen implements AutoCloseable {

    private static final ThreadLocal<com.microsoft.playwright.Browser> CHROMIUM =
            ThreadLocal.withInitial(Screen::launch);

    private final Browser person;
    private final String language;
    private final int width;
    private final int height;
    private final boolean dark;
    private final boolean script;
    private final String proxy;
    private BrowserContext context;
    private Page page;
    private final AtomicLong received = new AtomicLong();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private final Queue<String> fetched = new ConcurrentLinkedQueue<>();
    private final List<String> complaints = new ArrayList<>();

    private Screen(Browser person, String language, int width, int height, boolean dark, boolean script, String proxy) {
        this.person = person;
        this.language = language;
        this.width = width;
        this.height = height;
        this.dark = dark;
        this.script = script;
        this.proxy = proxy;
    }

    /** A desktop of 1280 by 800, in English, light. */
    public static Screen of(Browser person) {
        return new Screen(person, "en", 1280, 800, false, true, "");
    }

    /** 390 pixels wide. */
    public Screen phone() {
        return new Screen(person, language, 390, 844, dark, script, proxy);
    }

    public Screen reading(String other) {
        return new Screen(person, other, width, height, dark, script, proxy);
    }

    public Screen dark() {
        return new Screen(person, language, width, height, true, script, proxy);
    }

    public Screen withoutScript() {
        return new Screen(person, language, width, height, dark, false, proxy);
    }

    /** 320 pixels wide, as a desktop of 1280 is at 400 per cent. */
    public Screen enlarged() {
        return new Screen(person, language, 320, 256, dark, script, proxy);
    }

    /** All requests go over that line; what waits for the network may take long. */
    public Screen over(Line line) {
        return new Screen(person, language, width, height, dark, script, line.address());
    }

    /** The page one looks at. */
    public Page page() {
        if (page == null) {
            open();
        }
        return page;
    }

    public BrowserContext context() {
        page();
        return context;
    }

    /** Goes to a path of the home host, or to an address of any host of ours. */
    public Page go(String address) {
        page();
        complaints.clear();
        page().navigate(address.startsWith("http") ? address : person.home() + address);
        return page;
    }

    private void open() {
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(script)
                .setAcceptDownloads(true);
        if (!proxy.isEmpty()) {
            options.setProxy(new Proxy(proxy).setBypass("<-loopback>"));
        }
        context = CHROMIUM.get().newContext(options);
        context.setDefaultTimeout(proxy.isEmpty() ? 15_000 : 40_000);
        person.jars().forEach(this::bring);
        context.addInitScript(
                "document.addEventListener('securitypolicyviolation', e =>"
                        + " console.error('refused', e.violatedDirective, e.sourceFile, e.lineNumber, e.columnNumber, e.sample))");
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        countBytes();
    }

    private void bring(String host, Map<String, String> jar) {
        List<Cookie> cookies = jar.entrySet().stream()
                .map(one -> new Cookie(one.getKey(), one.getValue())
                        .setUrl("https://" + URI.create("http://" + host).getHost())
                        .setSecure(one.getKey().startsWith("__Host-")))
                .toList();
        if (!cookies.isEmpty()) {
            context.addCookies(cookies);
        }
        context.addCookies(List.of(new Cookie("lang", language)
                .setUrl("http://" + URI.create("http://" + host).getHost())));
    }

    private void countBytes() {
        CDPSession session = context.newCDPSession(page);
        session.send("Network.enable");
        session.on("Network.requestWillBeSent", this::asked);
        session.on("Network.loadingFinished", event -> {
            arrived(
                    event.get("requestId").getAsString(),
                    event.get("encodedDataLength").getAsLong());
        });
    }

    private void asked(JsonObject event) {
        String id = event.get("requestId").getAsString();
        if (event.has("redirectResponse")) {
            arrived(
                    id,
                    event.getAsJsonObject("redirectResponse")
                            .get("encodedDataLength")
                            .getAsLong());
        }
        JsonObject request = event.getAsJsonObject("request");
        asked.put(
                id,
                request.get("method").getAsString() + " " + request.get("url").getAsString());
    }

    private void arrived(String id, long bytes) {
        if (bytes > 0) {
            received.addAndGet(bytes);
            fetched.add(asked.getOrDefault(id, "?") + " " + bytes);
        }
    }

    /** What came over the wire since the last call, not out of a cache: method, address, bytes. */
    public List<String> fetched() {
        page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        List<String> all = new ArrayList<>();
        for (String one = fetched.poll(); one != null; one = fetched.poll()) {
            all.add(one);
        }
        return all;
    }

    /** Bytes that came over the wire, heads included, since the last call. */
    public long bytes() {
        page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        return received.getAndSet(0);
    }

    /** As one who comes for the first time: nothing is kept of earlier pages. */
    public void forget() {
        CDPSession session = context().newCDPSession(page());
        session.send("Network.clearBrowserCache");
        session.detach();
        received.set(0);
        fetched.clear();
    }

    /** Below {@code target/screenshots}. */
    public Path picture(String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        page().screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    /** Nothing was thrown, nothing refused by the content policy. */
    public void quiet() {
        if (!complaints.isEmpty()) {
            String said = String.join("\n", complaints);
            complaints.clear();
            throw new AssertionError(page().url() + " complains: " + said);
        }
    }

    /** Nothing sticks out sideways. */
    public void fits() {
        Object wider = page().evaluate("""
                        () => {
                          const limit = document.documentElement.clientWidth + 1;
                          if (document.documentElement.scrollWidth <= limit) return '';
                          return [...document.querySelectorAll('body *')]
                            .filter(e => { const r = e.getBoundingClientRect(); return e.checkVisibility() && (r.right > limit || r.left < -1); })
                            .slice(0, 5).map(e => e.tagName + '.' + e.className).join(', ') || 'something';
                        }
                        """);
        if (!wider.equals("")) {
            throw new AssertionError(page().url() + " at " + width + " pixels sticks out: " + wider);
        }
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }

    private static com.microsoft.playwright.Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    private static Path program() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("CYBOX_CHROMIUM")).stream(),
                        Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"))
                .flatMap(Screen::onPath)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "The browser tests need Chromium: install it, or set CYBOX_CHROMIUM to its program."));
    }

    private static Stream<Path> onPath(String name) {
        if (name.contains(File.separator)) {
            return Stream.of(Path.of(name));
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(path -> path.toFile().canExecute());
    }
}
