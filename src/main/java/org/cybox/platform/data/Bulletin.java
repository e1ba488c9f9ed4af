package org.cybox.platform.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells all nodes that something cached is no longer true (PostgreSQL's NOTIFY). What is posted in a transaction is
 * heard when it commits. After a lost connection every listener hears {@link #EVERYTHING}, since posts may be missing.
 */
@Component
public class Bulletin implements SmartLifecycle {

    /** Payload that stands for "you may have missed something: forget all you know". */
    public static final String EVERYTHING = "*";

    private static final Logger LOG = LoggerFactory.getLogger(Bulletin.class);

    private final JdbcClient jdbc;
    private final Database database;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Thread reader;

    Bulletin(JdbcClient jdbc, Database database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** @param topic a plain word; @param payload under 8,000 bytes */
    public void post(String topic, String payload) {
        jdbc.sql("select pg_notify('cybox', :message)")
                .param("message", topic + ":" + payload)
                .query((row, n) -> "")
                .list();
    }

    public void listen(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        // Known before it runs: it goes on for as long as it is known, and would end at once if it came first.
        Thread fresh = Thread.ofVirtual().name("bulletin").unstarted(this::readForEver);
        reader = fresh;
        fresh.start();
    }

    private void readForEver() {
        while (isRunning()) {
            try (Connection connection = DriverManager.getConnection(
                            database.url(), database.application(), database.applicationPassword());
                    Statement statement = connection.createStatement()) {
                statement.execute("listen cybox");
                listeners.values().forEach(all -> all.forEach(listener -> listener.accept(EVERYTHING)));
                read(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                LOG.warn("lost the bulletin: {}", e.getMessage());
                rest();
            }
        }
    }

    private void read(PGConnection connection) throws SQLException {
        while (isRunning()) {
            PGNotification @Nullable [] news = connection.getNotifications(2_000);
            for (PGNotification one : news == null ? new PGNotification[0] : news) {
                String[] parts = one.getParameter().split(":", 2);
                listeners.getOrDefault(parts[0], List.of()).forEach(listener -> listener.accept(parts[1]));
            }
        }
    }

    private static void rest() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        @Nullable Thread running = reader;
        reader = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }
}
