package org.cybox.courses;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cybox.platform.data.Json;
import org.cybox.platform.text.Words;

/**
 * Hashes of content: SHA-256 over JSON with sorted keys. A file stands in it by the SHA-256 of its bytes, since its
 * identifier differs from tenant to tenant: equal content has an equal hash, wherever it lies.
 */
final class Fingerprints {

    private Fingerprints() {}

    /** @param files SHA-256 by identifier of the files that the content points to */
    static String block(String kind, Words title, String content, Map<UUID, String> files) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("kind", kind);
        whole.put("title", title);
        whole.put("content", Json.read(content, Object.class));
        return hash(whole, files);
    }

    /** @param blocks hash of each block's version */
    static String release(Course course, Outline outline, Map<UUID, String> blocks, Map<UUID, String> files) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("title", course.title());
        whole.put("hours", course.hours());
        whole.put("languages", course.languages());
        List<Object> parts = new ArrayList<>();
        for (Outline.Part part : outline.parts()) {
            parts.add(List.of(
                    part.id(),
                    part.kind(),
                    part.title(),
                    part.outcomes(),
                    part.trainerNotes(),
                    part.trainerFiles(),
                    part.blocks().stream()
                            .map(block -> List.of(
                                    block.id(),
                                    blocks.getOrDefault(block.id(), ""),
                                    block.minutes(),
                                    block.completion(),
                                    block.requires()))
                            .toList()));
        }
        whole.put("parts", parts);
        return hash(whole, files);
    }

    private static String hash(Map<String, Object> whole, Map<UUID, String> files) {
        String json = Json.write(whole);
        for (Map.Entry<UUID, String> file : files.entrySet()) {
            json = json.replace(file.getKey().toString(), "sha256:" + file.getValue());
        }
        return sha256(json.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
