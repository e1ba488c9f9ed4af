package org.cybox.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A poor line between a browser and the program, as TCP feels it. All connections share its bits; a new one pays a round
 * trip for its handshake; a segment that is lost comes a round trip later, and what is behind it in its connection waits
 * for it. TCP begins with more segments than such a line holds, so its slow start is left out. A browser reaches it as a
 * SOCKS 5 proxy: names, ports and the number of connections stay what they are.
 */
public final class Line implements AutoCloseable {

    private static final int SEGMENT = 1_400;
    private static final int IN_FLIGHT = 24;

    private final int port;
    private final ServerSocket socket;
    private final Way down;
    private final Way up;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean cut;

    private Line(int port, int bitsDown, int bitsUp, Duration roundTrip, double loss, long seed) {
        this.port = port;
        this.down = new Way(bitsDown, roundTrip.dividedBy(2).toNanos(), loss, new Random(seed));
        this.up = new Way(bitsUp, roundTrip.dividedBy(2).toNanos(), loss, new Random(seed + 1));
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** 50 kbit/s down, 20 up, 800 ms there and back, one segment of twenty lost. */
    public static Line poor(Program program, long seed) {
        return new Line(program.port(), 50_000, 20_000, Duration.ofMillis(800), .05, seed);
    }

    /** For a browser's proxy setting. */
    String address() {
        return "socks5://127.0.0.1:" + socket.getLocalPort();
    }

    /** The network goes: what is under way is lost, nothing new gets through. */
    public void cut() {
        cut = true;
        open.forEach(Line::close);
    }

    public void mend() {
        cut = false;
    }

    public int connections() {
        return connections.get();
    }

    /** Segments that had to be sent again. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        cut();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket browser = socket.accept();
                Thread.startVirtualThread(() -> connect(browser));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket browser) {
        open.add(browser);
        try {
            greet(browser);
            if (cut) {
                close(browser);
                return;
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(server);
            browser.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            connections.incrementAndGet();
            long handshake = 2 * up.delay;
            Thread.startVirtualThread(() -> carry(browser, server, up, handshake));
            Thread.startVirtualThread(() -> carry(server, browser, down, 0));
        } catch (IOException e) {
            close(browser);
        }
    }

    /** RFC 1928: a greeting, a request to connect to a name; whatever the name, the program is behind it. */
    private static void greet(Socket browser) throws IOException {
        DataInputStream in = new DataInputStream(browser.getInputStream());
        OutputStream out = browser.getOutputStream();
        in.readByte();
        in.skipNBytes(in.readUnsignedByte());
        out.write(new byte[] {5, 0});
        in.skipNBytes(3);
        switch (in.readByte()) {
            case 1 -> in.skipNBytes(4);
            case 3 -> in.skipNBytes(in.readUnsignedByte());
            default -> in.skipNBytes(16);
        }
        in.skipNBytes(2);
        out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
    }

    private record Segment(byte[] bytes, long arrives) {}

    private void carry(Socket from, Socket to, Way way, long late) {
        BlockingQueue<Segment> flight = new ArrayBlockingQueue<>(IN_FLIGHT);
        Thread.startVirtualThread(() -> deliver(flight, from, to));
        try {
            byte[] buffer = new byte[SEGMENT];
            long extra = late;
            long last = 0;
            for (int n = from.getInputStream().read(buffer);
                    n >= 0;
                    n = from.getInputStream().read(buffer)) {
                last = Math.max(last, way.arrival(n) + extra);
                extra = 0;
                flight.put(new Segment(java.util.Arrays.copyOf(buffer, n), last));
            }
            flight.put(new Segment(new byte[0], last));
        } catch (IOException e) {
            close(from);
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(BlockingQueue<Segment> flight, Socket from, Socket to) {
        try {
            for (Segment next = flight.take(); next.bytes().length > 0; next = flight.take()) {
                for (long left = next.arrives() - System.nanoTime();
                        left > 0;
                        left = next.arrives() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                to.getOutputStream().write(next.bytes());
            }
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.removeIf(Socket::isClosed);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It was closed already, which is all we want.
        }
    }

    /** One direction: when does a segment arrive that is sent now? */
    private final class Way {

        private final int bits;
        private final long delay;
        private final double loss;
        private final Random random;
        private long free = System.nanoTime();

        private Way(int bits, long delay, double loss, Random random) {
            this.bits = bits;
            this.delay = delay;
            this.loss = loss;
            this.random = random;
        }

        private synchronized long arrival(int bytes) {
            long sending = bytes * 8_000_000_000L / bits;
            free = Math.max(System.nanoTime(), free) + sending;
            long arrives = free + delay;
            while (random.nextDouble() < loss) {
                lost.incrementAndGet();
                free += sending;
                arrives += 2 * delay + sending;
            }
            return arrives;
        }
    }
}
