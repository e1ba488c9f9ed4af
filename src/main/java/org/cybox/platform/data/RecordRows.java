package org.cybox.platform.data;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * A row as a record, columns by the names of its components ({@code openedAt} is {@code opened_at}): jsonb becomes a
 * {@link Document}, timestamptz an Instant. Columns are looked up once for a result; one mapper serves one result.
 */
final class RecordRows<T> implements RowMapper<T> {

    private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private final Shape shape;
    private int @Nullable [] columns;

    RecordRows(Class<T> type) {
        this.shape = SHAPES.computeIfAbsent(type, RecordRows::shape);
    }

    private interface Reader {
        @Nullable
        Object read(ResultSet row, int column) throws SQLException;
    }

    private record Shape(Constructor<?> constructor, String[] names, Reader[] readers) {}

    @Override
    @SuppressWarnings("unchecked")
    public T mapRow(ResultSet row, int number) throws SQLException {
        int[] places = columns;
        if (places == null || number == 0) {
            places = places(row);
            columns = places;
        }
        @Nullable Object[] values = new Object[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = shape.readers()[i].read(row, places[i]);
        }
        return (T) BeanUtils.instantiateClass(shape.constructor(), values);
    }

    private int[] places(ResultSet row) throws SQLException {
        int[] places = new int[shape.names().length];
        for (int i = 0; i < places.length; i++) {
            places[i] = row.findColumn(shape.names()[i]);
        }
        return places;
    }

    private static Shape shape(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            String[] names = Arrays.stream(parts)
                    .map(part -> JdbcUtils.convertPropertyNameToUnderscoreName(part.getName()))
                    .toArray(String[]::new);
            return new Shape(
                    constructor,
                    names,
                    Arrays.stream(types).map(RecordRows::reader).toArray(Reader[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reader reader(Class<?> type) {
        if (Document.class.isAssignableFrom(type)) {
            return (row, column) -> document(row.getString(column), type);
        }
        if (type == String.class) {
            return ResultSet::getString;
        }
        if (type == UUID.class || type == LocalDate.class) {
            return (row, column) -> row.getObject(column, type);
        }
        if (type == Instant.class) {
            return (row, column) -> instant(row.getObject(column, OffsetDateTime.class));
        }
        return (row, column) -> JdbcUtils.getResultSetValue(row, column, type);
    }

    private static @Nullable Object document(@Nullable String json, Class<?> type) {
        return json == null ? null : Json.read(json, type);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
