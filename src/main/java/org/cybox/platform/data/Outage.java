package org.cybox.platform.data;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * What a failure says of the ground we stand on, wherever in a request it broke: while a connection was asked for, in
 * the middle of a statement, at the commit or while rolling back what had failed already.
 */
public enum Outage {
    NONE,

    /** The database is not there for a moment: what was asked may be asked again. */
    AWAY,

    /** No room is left, for the database or for a file. */
    FULL;

    /** By what it and its causes are. */
    public static Outage of(Throwable problem) {
        return of(problem, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Outage of(@Nullable Throwable problem, Set<Throwable> seen) {
        if (problem == null || !seen.add(problem)) {
            return NONE;
        }
        Outage deeper = of(problem.getCause(), seen);
        if (deeper == NONE && problem instanceof TransactionSystemException system) {
            deeper = of(system.getOriginalException(), seen);
        }
        return deeper == NONE ? itself(problem) : deeper;
    }

    private static Outage itself(Throwable problem) {
        return switch (problem) {
            case SQLException e -> sql(e);
            case IOException e -> noRoom(e.getMessage()) ? FULL : NONE;
            case CannotCreateTransactionException e -> AWAY;
            case DataAccessResourceFailureException e -> AWAY;
            default -> NONE;
        };
    }

    /**
     * States of PostgreSQL (appendix A): 08 connection, 53100 disk full, 53 resources, 57P shutdown, 58 system. A file at
     * a limit of its system has no state of its own; a connection that the pool has given up has none at all.
     */
    private static Outage sql(SQLException problem) {
        String state = String.valueOf(problem.getSQLState());
        if (state.equals("53100") || noRoom(problem.getMessage())) {
            return FULL;
        }
        boolean lost = problem instanceof SQLTransientConnectionException
                || problem instanceof SQLNonTransientConnectionException
                || problem instanceof SQLRecoverableException
                || said(problem.getMessage()).contains("connection is closed");
        boolean gone =
                state.startsWith("08") || state.startsWith("53") || state.startsWith("57P") || state.startsWith("58");
        return lost || gone ? AWAY : NONE;
    }

    private static boolean noRoom(@Nullable String message) {
        String said = said(message);
        return said.contains("no space left")
                || said.contains("not enough space")
                || said.contains("quota exceeded")
                || said.contains("file too large");
    }

    private static String said(@Nullable String message) {
        return String.valueOf(message).toLowerCase(Locale.ROOT);
    }
}
