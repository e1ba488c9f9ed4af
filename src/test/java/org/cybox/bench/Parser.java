package org.cybox.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.cybox.bench.Wire.Reply;
import org.jspecify.annotations.Nullable;

/** Reads answers of HTTP/1.1 from what has come so far: with a length or in chunks, one at a time. */
final class Parser {

    private byte[] have = new byte[16 * 1024];
    private int length;
    private int bodyAt;
    private int needed;
    private String head = "";

    /** @return the answer when its last byte is there */
    @Nullable
    Reply take(ByteBuffer more) {
        if (length + more.remaining() > have.length) {
            have = Arrays.copyOf(have, 2 * (length + more.remaining()));
        }
        int count = more.remaining();
        more.get(have, length, count);
        length += count;
        if (bodyAt == 0 && !readHead()) {
            return null;
        }
        return needed < 0 ? chunked() : length >= needed ? done(Arrays.copyOfRange(have, bodyAt, needed)) : null;
    }

    void forget() {
        length = 0;
        bodyAt = 0;
    }

    private boolean readHead() {
        int end = find(0, '\r', '\n', '\r', '\n');
        if (end < 0) {
            return false;
        }
        head = new String(have, 0, end + 2, StandardCharsets.ISO_8859_1);
        bodyAt = end + 4;
        needed = bodyAt;
        int said = head.indexOf("\r\nContent-Length: ");
        if (said >= 0) {
            needed += Integer.parseInt(head.substring(said + 18, head.indexOf('\r', said + 18)));
        } else if (head.contains("\r\nTransfer-Encoding: chunked")) {
            needed = -1;
        }
        return true;
    }

    /** Chunks are few, so that starting over with each packet costs nothing. */
    private @Nullable Reply chunked() {
        byte[] body = new byte[length - bodyAt];
        int filled = 0;
        int at = bodyAt;
        while (true) {
            int line = find(at, '\r', '\n');
            if (line < 0) {
                return null;
            }
            int size = Integer.parseInt(new String(have, at, line - at, StandardCharsets.ISO_8859_1), 16);
            if (line + 2 + size + 2 > length) {
                return null;
            }
            if (size == 0) {
                return done(Arrays.copyOf(body, filled));
            }
            System.arraycopy(have, line + 2, body, filled, size);
            filled += size;
            at = line + 2 + size + 2;
        }
    }

    private Reply done(byte[] body) {
        int status = Integer.parseInt(head.substring(9, 12));
        Reply reply = new Reply(status, head, body, length);
        forget();
        return reply;
    }

    private int find(int from, char... what) {
        for (int i = from; i + what.length <= length; i++) {
            int j = 0;
            while (j < what.length && have[i + j] == what[j]) {
                j++;
            }
            if (j == what.length) {
                return i;
            }
        }
        return -1;
    }
}
