package org.cybox.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Our own style, scripts and pictures: kept for a year by browsers, since their address changes with their content. The
 * version is a folder and the same for all of them, so that what one file asks for beside itself - a script its imports, a
 * sheet another - comes from the same version and is kept as long.
 */
@Component
public final class Assets {

    static final String VERSION = "[0-9a-f]{12}/";

    private final String folder = "/static/" + digest() + "/";
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** @param path below {@code static/}, such as {@code css/cybox.css} */
    public String address(String path) {
        String known = addresses.get(path);
        return known != null ? known : addresses.computeIfAbsent(path, this::found);
    }

    private String found(String path) {
        if (!new ClassPathResource("static/" + path).exists()) {
            throw new IllegalArgumentException("no such asset: " + path);
        }
        return folder + path;
    }

    private static String digest() {
        try (DigestOutputStream reading =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            for (Resource file : files()) {
                try (InputStream bytes = file.getInputStream()) {
                    bytes.transferTo(reading);
                }
            }
            return HexFormat.of().formatHex(reading.getMessageDigest().digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Resource[] files() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:/static/**/*.*"))
                .filter(Resource::isReadable)
                .sorted(Comparator.comparing(Resource::getDescription))
                .toArray(Resource[]::new);
    }
}
