package org.cybox.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * The least that a page can cost here, as a process of its own: the same server with the same compression, one
 * statement over the same rows without any security, the result put together as a string of the same size. Arguments:
 * port, port of the database, folder with {@code name.sql} and {@code name.html} for each page.
 */
final class BarePage extends HttpServlet {

    private static final int WRITES = 204;

    private final transient DataSource source;
    private final transient Path folder;
    private final transient Map<String, Known> pages = new ConcurrentHashMap<>();

    private BarePage(DataSource source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /** @param sql with one parameter, an identifier; @param filler what stands around the rows */
    private record Known(String sql, String filler) {}

    public static void main(String[] arguments) throws Exception {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + arguments[1] + "/postgres");
        pool.setUsername("postgres");
        pool.setPassword(System.getenv("BENCH_PASSWORD"));
        pool.setMaximumPoolSize(16);
        pool.addDataSourceProperty("prepareThreshold", "2");
        Path folder = Path.of(arguments[2]);
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector(Integer.parseInt(arguments[0])));
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "bare", new BarePage(new HikariDataSource(pool), folder));
        context.addServletMappingDecoded("/*", "bare");
        tomcat.start();
        // Whoever started it holds its input open; when they are gone, it goes too.
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static Connector connector(int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("compression", "on");
        connector.setProperty("compressionMinSize", "1024");
        ((AbstractHttp11Protocol<?>) connector.getProtocolHandler()).setExecutor(new VirtualThreadExecutor("bare-"));
        return connector;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Known page = page(request);
        byte[] bytes = draw(page, id(request)).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(page(request).sql())) {
            statement.setObject(1, id(request));
            statement.executeUpdate();
            response.setStatus(WRITES);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private String draw(Known page, UUID id) throws IOException {
        int size = page.filler().length();
        StringBuilder html = new StringBuilder(size + 2048);
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(page.sql())) {
            statement.setObject(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    html.append("<tr>");
                    for (int column = 1; column <= columns; column++) {
                        html.append("<td>");
                        escape(rows.getString(column), html);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return html.append(page.filler(), 0, Math.max(0, size - html.length())).toString();
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                default -> out.append(c);
            }
        }
    }

    private static UUID id(HttpServletRequest request) {
        return UUID.fromString(request.getQueryString());
    }

    private Known page(HttpServletRequest request) {
        return pages.computeIfAbsent(request.getRequestURI().substring(1), this::read);
    }

    private Known read(String name) {
        try {
            return new Known(
                    Files.readString(folder.resolve(name + ".sql")), Files.readString(folder.resolve(name + ".html")));
        } catch (IOException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
