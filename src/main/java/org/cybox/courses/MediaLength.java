package org.cybox.courses;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** How long a clip is, read from the file itself: WebM (Matroska, RFC 9559) and MP4 (ISO 14496-12). */
final class MediaLength {

    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int TIMESTAMP_SCALE = 0x2AD7B1;
    private static final int DURATION = 0x4489;
    private static final int MOST_BOXES = 10_000;

    private MediaLength() {}

    /** Rounded up; 0 when the file does not say, or is of another form. */
    static int seconds(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = read(channel, 0, 12);
            if (head.remaining() < 12) {
                return 0;
            }
            double seconds = head.getInt(0) == 0x1A45DFA3
                    ? webm(channel)
                    : head.getInt(4) == box("ftyp") ? mp4(channel, 0, channel.size()) : 0;
            return seconds > 0 && seconds < 1_000_000 ? (int) Math.ceil(seconds) : 0;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static double webm(FileChannel channel) throws IOException {
        long at = 0;
        long end = channel.size();
        long scale = 1_000_000;
        double duration = 0;
        for (int n = 0; n < MOST_BOXES && at < end; n++) {
            ByteBuffer head = read(channel, at, 12);
            int idLength = Integer.numberOfLeadingZeros(head.get(0) & 0xff) - 23;
            int id = number(head, 0, idLength, 0);
            int sizeLength = Integer.numberOfLeadingZeros(head.get(idLength) & 0xff) - 23;
            long size = size(head, idLength, sizeLength);
            at += idLength + sizeLength;
            if (id == SEGMENT || id == INFO) {
                continue;
            }
            if (id == TIMESTAMP_SCALE) {
                scale = size(read(channel, at, (int) size), (int) size);
            } else if (id == DURATION) {
                ByteBuffer value = read(channel, at, (int) size);
                duration = size == 4 ? value.getFloat(0) : value.getDouble(0);
                return duration * scale / 1e9;
            }
            at += size;
        }
        return 0;
    }

    private static int number(ByteBuffer bytes, int from, int length, int start) {
        int value = start;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes.get(from + i) & 0xff;
        }
        return value;
    }

    /** A length of the form that says in its first bits how many bytes it has. */
    private static long size(ByteBuffer bytes, int from, int length) {
        long value = bytes.get(from) & (0xff >> length);
        for (int i = 1; i < length; i++) {
            value = value << 8 | bytes.get(from + i) & 0xff;
        }
        return value;
    }

    private static long size(ByteBuffer bytes, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes.get(i) & 0xff;
        }
        return value;
    }

    private static double mp4(FileChannel channel, long from, long end) throws IOException {
        long at = from;
        for (int n = 0; n < MOST_BOXES && at + 8 <= end; n++) {
            ByteBuffer head = read(channel, at, 16);
            long size = head.getInt(0) & 0xffffffffL;
            int type = head.getInt(4);
            if (type == box("moov")) {
                return mp4(channel, at + 8, Math.min(end, at + size));
            }
            if (type == box("mvhd")) {
                ByteBuffer body = read(channel, at + 8, 32);
                return body.get(0) == 1
                        ? (double) body.getLong(24) / (body.getInt(20) & 0xffffffffL)
                        : (double) (body.getInt(16) & 0xffffffffL) / (body.getInt(12) & 0xffffffffL);
            }
            at += size == 1 ? head.getLong(8) : size == 0 ? end : size;
        }
        return 0;
    }

    private static int box(String name) {
        return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.max(0, Math.min(length, 64)));
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) > 0) {
            continue;
        }
        return buffer.flip();
    }
}
