package org.cybox.platform.data;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;

/**
 * Spring's client with one thing of our own: rows become records by {@link RecordRows}. Spring's own way asks the
 * driver for each column of each row by two names, the first of which fails with an exception: for 40 rows it took more
 * time than everything else of a lesson.
 */
final class RecordClient implements JdbcClient {

    private final JdbcClient client;

    RecordClient(JdbcClient client) {
        this.client = client;
    }

    @Override
    public StatementSpec sql(String sql) {
        return new Statement(client.sql(sql));
    }

    private record Statement(StatementSpec spec) implements StatementSpec {

        @Override
        public <T> MappedQuerySpec<T> query(Class<T> type) {
            return type.isRecord() ? spec.query(new RecordRows<>(type)) : spec.query(type);
        }

        @Override
        public StatementSpec withFetchSize(int size) {
            spec.withFetchSize(size);
            return this;
        }

        @Override
        public StatementSpec withMaxRows(int most) {
            spec.withMaxRows(most);
            return this;
        }

        @Override
        public StatementSpec withQueryTimeout(int seconds) {
            spec.withQueryTimeout(seconds);
            return this;
        }

        @Override
        public StatementSpec param(@Nullable Object value) {
            spec.param(value);
            return this;
        }

        @Override
        public StatementSpec param(int index, @Nullable Object value) {
            spec.param(index, value);
            return this;
        }

        @Override
        public StatementSpec param(int index, @Nullable Object value, int sqlType) {
            spec.param(index, value, sqlType);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value) {
            spec.param(name, value);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value, int sqlType) {
            spec.param(name, value, sqlType);
            return this;
        }

        @Override
        public StatementSpec params(@Nullable Object... values) {
            spec.params(values);
            return this;
        }

        @Override
        public StatementSpec params(List<?> values) {
            spec.params(values);
            return this;
        }

        @Override
        public StatementSpec params(Map<String, ?> values) {
            spec.params(values);
            return this;
        }

        @Override
        public StatementSpec paramSource(Object values) {
            spec.paramSource(values);
            return this;
        }

        @Override
        public StatementSpec paramSource(SqlParameterSource values) {
            spec.paramSource(values);
            return this;
        }

        @Override
        public ResultQuerySpec query() {
            return spec.query();
        }

        @Override
        public <T> MappedQuerySpec<T> query(RowMapper<T> mapper) {
            return spec.query(mapper);
        }

        @Override
        public void query(RowCallbackHandler handler) {
            spec.query(handler);
        }

        @Override
        public <T extends @Nullable Object> T query(ResultSetExtractor<T> extractor) {
            return spec.query(extractor);
        }

        @Override
        public int update() {
            return spec.update();
        }

        @Override
        public int update(KeyHolder keys) {
            return spec.update(keys);
        }

        @Override
        public int update(KeyHolder keys, String... names) {
            return spec.update(keys, names);
        }
    }
}
