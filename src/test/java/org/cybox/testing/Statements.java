package org.cybox.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Writes down the SQL statements that a request costs, the setting of the tenant included. See {@link Answer#statements()}. */
public final class Statements {

    static final String HEADER = "X-Test-Trace";
    /** Header that says, in tests, which address a request comes from. */
    public static final String ADDRESS = "X-Test-Address";

    private static final Map<String, List<String>> TRACES = new ConcurrentHashMap<>();
    private static final ThreadLocal<@Nullable List<String>> TRACE = new ThreadLocal<>();

    private Statements() {}

    static List<String> of(String trace) {
        return List.copyOf(TRACES.getOrDefault(trace, List.of()));
    }

    /**
     * The statements of the cheapest of five equal requests: the first fills caches, and other tests empty some of them
     * meanwhile. What refills them - tenants, memberships - is left out with the transaction it came in.
     */
    public static List<String> least(Supplier<Answer> request) {
        return IntStream.range(0, 5)
                .mapToObj(n -> withoutRefills(request.get().statements()))
                .min(java.util.Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static List<String> withoutRefills(List<String> statements) {
        List<String> kept = new ArrayList<>();
        for (String sql : statements) {
            if (!sql.contains("from tenancy.tenant\n")
                    && !sql.contains("from identity.membership\nwhere account_id = ?")) {
                kept.add(sql);
            } else if (kept.size() > 1 && kept.getLast().contains("set_config")) {
                kept.removeLast();
            }
        }
        return List.copyOf(kept);
    }

    static DataSource counted(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                List<String> trace = TRACE.get();
                return trace == null ? connection : connection(connection, trace);
            }
        };
    }

    private static Connection connection(Connection real, List<String> trace) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(real, method, arguments);
            return switch (result) {
                case CallableStatement statement -> statement;
                case PreparedStatement statement ->
                    proxy(PreparedStatement.class, (p, m, a) -> counted(statement, m, a, (String) arguments[0], trace));
                case Statement statement ->
                    proxy(
                            Statement.class,
                            (p, m, a) -> counted(
                                    statement,
                                    m,
                                    a,
                                    a != null && a.length > 0 ? String.valueOf(a[0]) : "batch",
                                    trace));
                case null, default -> result;
            };
        });
    }

    private static @Nullable Object counted(
            Statement statement, Method method, Object @Nullable [] arguments, String sql, List<String> trace)
            throws Throwable {
        if (method.getName().startsWith("execute")) {
            trace.add(sql);
        }
        return call(statement, method, arguments);
    }

    private interface Call {
        @Nullable
        Object of(Object proxy, Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Statements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> call.of(proxy, method, arguments);
                }));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    static final class Filter implements jakarta.servlet.Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            FromAddress told = new FromAddress((HttpServletRequest) request);
            @Nullable String trace = told.getHeader(HEADER);
            if (trace == null) {
                chain.doFilter(told, response);
                return;
            }
            TRACE.set(TRACES.computeIfAbsent(trace, t -> new CopyOnWriteArrayList<>()));
            try {
                chain.doFilter(told, response);
            } finally {
                TRACE.remove();
            }
        }
    }

    /** Every test browser comes from an address of its own, so that no test uses up another's allowance. */
    private static final class FromAddress extends HttpServletRequestWrapper {
        FromAddress(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRemoteAddr() {
            return Optional.ofNullable(getHeader(ADDRESS)).orElseGet(super::getRemoteAddr);
        }
    }
}
