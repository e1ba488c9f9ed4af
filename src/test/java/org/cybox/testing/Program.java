package org.cybox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.cybox.Cybox;
import org.cybox.platform.data.Work;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program as tests meet it: real server, real database, data of its own below {@code target}. {@link #shared()} is
 * started once for all tests of the JVM; {@link #own} starts another one for a test that would disturb the rest.
 */
public final class Program implements AutoCloseable {

    static {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,connection,content-length");
    }

    private static final Path HOME = Path.of("target", "test-data").toAbsolutePath();

    private final ConfigurableApplicationContext context;
    private final int port;
    private final Path data;

    private Program(ConfigurableApplicationContext context, int port, Path data) {
        this.context = context;
        this.port = port;
        this.data = data;
    }

    private static final class Shared {
        static final Program INSTANCE = start(Map.of());
    }

    /** The one program that all tests share. Open a tenant of your own in it: {@link Cast#open()}. */
    public static Program shared() {
        return Shared.INSTANCE;
    }

    /** A program of one test's own, on an empty database. Close it. */
    public static Program own(Map<String, String> settings) {
        return start(settings);
    }

    /** A bean of the shared program; a test in the same package may ask for package-private ones. */
    public static <T> T bean(Class<T> type) {
        return shared().get(type);
    }

    /** Does something by the doors, in a transaction of that tenant. */
    public static <T> T in(UUID tenant, Supplier<T> work) {
        return bean(Work.class).inTenant(tenant, work);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    /** Scheme, host and port of the bare host. */
    public String address() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        context.close();
    }

    private static Program start(Map<String, String> settings) {
        int port = freePort();
        Path data = HOME.resolve(ProcessHandle.current().pid() + "-" + port);
        shareBinaries(data);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", String.valueOf(port));
        all.put("server.shutdown", "immediate");
        all.put("cybox.data", data.toString());
        all.put("cybox.mode", "demo");
        all.put("cybox.address", "http://localhost:" + port);
        all.put("cybox.database.durable", "false");
        all.put("spring.main.banner-mode", "off");
        all.putAll(settings);
        SpringApplication application = new SpringApplication(Cybox.class, TestBeans.class);
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new Program(application.run(arguments), port, data);
    }

    /** The binaries of PostgreSQL are unpacked once for all data folders of tests. */
    private static void shareBinaries(Path data) {
        try {
            Path binaries = Files.createDirectories(HOME.resolve("binaries"));
            Files.createDirectories(data);
            Files.createSymbolicLink(data.resolve("postgres-binaries"), binaries);
        } catch (UnsupportedOperationException e) {
            // A file system without links: each data folder unpacks its own.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
