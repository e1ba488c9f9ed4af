package org.cybox.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Our own style, scripts and pictures: kept for a year by browsers, since their address changes with their content. */
@Component
public final class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    /** @param path below {@code static/}, such as {@code css/cybox.css} */
    public String address(String path) {
        String known = addresses.get(path);
        return known != null ? known : addresses.computeIfAbsent(path, p -> "/static/" + p + "?v=" + digest(p));
    }

    private static String digest(String path) {
        try (InputStream file = new ClassPathResource("static/" + path).getInputStream();
                DigestInputStream reading = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            reading.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(reading.getMessageDigest().digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException("no such asset: " + path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
