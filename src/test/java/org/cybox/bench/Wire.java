package org.cybox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A client of HTTP/1.1 that costs next to nothing, since it shares its processors with what it measures: one thread, raw
 * sockets that stay open, as many talks at once as one likes.
 */
final class Wire {

    /** One connection's part: what it says and what it makes of the answers. */
    interface Talk {

        /** What to send next, or nothing when all is said. */
        Optional<Request> next();

        /** @param nanos from the moment it was due – later than that is waiting, too – to the last byte */
        void heard(Reply reply, long nanos);
    }

    /** @param due by {@link System#nanoTime()}; one in the past is sent at once and timed from then */
    record Request(byte[] bytes, long due) {

        static Request get(String host, String path, String... headers) {
            return of("GET", host, path, "", headers);
        }

        static Request of(String method, String host, String path, String body, String... headers) {
            StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
            for (String header : headers) {
                text.append(header).append("\r\n");
            }
            if (!method.equals("GET")) {
                text.append("Content-Length: ")
                        .append(body.getBytes(StandardCharsets.UTF_8).length)
                        .append("\r\n");
            }
            return new Request(text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8), 0);
        }

        Request at(long due) {
            return new Request(bytes, due);
        }
    }

    /** @param status 0 when the connection broke before the answer was whole */
    record Reply(int status, String head, byte[] body, int bytes) {

        static final Reply BROKEN = new Reply(0, "", new byte[0], 0);

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String header(String name) {
            int start = head.indexOf("\r\n" + name + ": ");
            return start < 0 ? "" : head.substring(start + name.length() + 4, head.indexOf("\r\n", start + 2));
        }
    }

    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final PriorityQueue<Line> waiting = new PriorityQueue<>(Comparator.comparingLong(Line::due));
    private int open;

    private Wire(InetSocketAddress address) throws IOException {
        this.address = address;
        this.selector = Selector.open();
    }

    /** Runs all talks to their end, or until the time is over. */
    static void run(InetSocketAddress address, List<? extends Talk> talks, Duration atMost) {
        try {
            new Wire(address).run(talks, System.nanoTime() + atMost.toNanos());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request on a connection of its own; empty when nobody answers within half a minute. */
    static Optional<Reply> once(InetSocketAddress address, Request request) {
        Once once = new Once(request);
        run(address, List.of(once), Duration.ofSeconds(30));
        return Optional.ofNullable(once.reply).filter(reply -> reply.status() != 0);
    }

    private void run(List<? extends Talk> talks, long end) throws IOException {
        try (selector) {
            talks.forEach(talk -> new Line(talk).begin());
            while (open > 0 && System.nanoTime() < end) {
                sendWhatIsDue();
                selector.select(this::ready, Math.max(1, untilNext(end)));
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
    }

    private void sendWhatIsDue() {
        long now = System.nanoTime();
        for (Line line = waiting.peek(); line != null && line.due() <= now; line = waiting.peek()) {
            waiting.remove().send();
        }
    }

    private long untilNext(long end) {
        Line line = waiting.peek();
        long next = line == null ? end : Math.min(end, line.due());
        return (next - System.nanoTime()) / 1_000_000;
    }

    private void ready(SelectionKey key) {
        Line line = (Line) key.attachment();
        if (key.isConnectable()) {
            line.connected(key);
        } else {
            line.read();
        }
    }

    private final class Line {

        private final Talk talk;
        private final Parser parser = new Parser();
        private @Nullable SocketChannel channel;
        private @Nullable Request request;
        private long since;

        Line(Talk talk) {
            this.talk = talk;
        }

        void begin() {
            open++;
            goOn();
        }

        long due() {
            return request == null ? 0 : request.due();
        }

        private void goOn() {
            request = talk.next().orElse(null);
            if (request == null) {
                open--;
                hangUp();
            } else if (request.due() > System.nanoTime()) {
                waiting.add(this);
            } else {
                send();
            }
        }

        private void send() {
            if (request == null) {
                return;
            }
            since = request.due() == 0 ? System.nanoTime() : request.due();
            try {
                if (channel == null) {
                    connect();
                } else {
                    write(channel, request);
                }
            } catch (IOException e) {
                broken();
            }
        }

        private void connect() throws IOException {
            SocketChannel fresh = SocketChannel.open();
            channel = fresh;
            fresh.configureBlocking(false);
            fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
            fresh.register(selector, SelectionKey.OP_CONNECT, this);
            fresh.connect(address);
        }

        void connected(SelectionKey key) {
            try {
                SocketChannel there = (SocketChannel) key.channel();
                there.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                if (request != null) {
                    write(there, request);
                }
            } catch (IOException e) {
                broken();
            }
        }

        /** Requests are small, so that the socket takes them whole. */
        private static void write(SocketChannel channel, Request request) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(request.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        void read() {
            try {
                SocketChannel there = channel;
                if (there == null) {
                    return;
                }
                buffer.clear();
                if (there.read(buffer) < 0) {
                    broken();
                    return;
                }
                Reply reply = parser.take(buffer.flip());
                if (reply != null) {
                    if (reply.header("Connection").equals("close")) {
                        hangUp();
                    }
                    talk.heard(reply, System.nanoTime() - since);
                    goOn();
                }
            } catch (IOException e) {
                broken();
            }
        }

        /** A server may close a connection that rests; only an answer that was owed is missed. */
        private void broken() {
            hangUp();
            if (request != null && !waiting.contains(this)) {
                talk.heard(Reply.BROKEN, System.nanoTime() - since);
                goOn();
            }
        }

        private void hangUp() {
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException e) {
                // It is gone, which is what was wanted.
            }
            channel = null;
            parser.forget();
        }
    }

    private static final class Once implements Talk {

        private @Nullable Request request;
        private @Nullable Reply reply;

        Once(Request request) {
            this.request = request;
        }

        @Override
        public Optional<Request> next() {
            Optional<Request> one = Optional.ofNullable(request);
            request = null;
            return one;
        }

        @Override
        public void heard(Reply answer, long nanos) {
            reply = answer;
        }
    }
}
