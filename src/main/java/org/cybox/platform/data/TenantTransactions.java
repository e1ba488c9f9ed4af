package org.cybox.platform.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins every transaction by telling the database whose it is. The database's row-level security does the rest; a
 * transaction of nobody is refused, and so is one that would change tenant half-way.
 */
public final class TenantTransactions extends JdbcTransactionManager {

    private static final String KEY = TenantTransactions.class.getName();

    public TenantTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        Scope scope = Scope.current()
                .orElseThrow(() -> new CannotCreateTransactionException("a transaction needs a tenant or the world"));
        super.doBegin(transaction, definition);
        TransactionSynchronizationManager.bindResource(KEY, scope);
        try {
            if (scope instanceof Scope.OfTenant(var id)) {
                announce(id.toString());
            }
        } catch (SQLException | RuntimeException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("could not enter the tenant", e);
        }
    }

    private void announce(String tenant) throws SQLException {
        DataSource source = Objects.requireNonNull(getDataSource());
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement set = connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
            set.setString(1, tenant);
            set.execute();
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        boolean existing = super.isExistingTransaction(transaction);
        if (existing) {
            @Nullable Object begun = TransactionSynchronizationManager.getResource(KEY);
            if (begun != null && !begun.equals(Scope.current().orElse(null))) {
                throw new CannotCreateTransactionException("a transaction may not change its tenant");
            }
        }
        return existing;
    }

    @Override
    protected Object doSuspend(Object transaction) {
        @Nullable Object scope = TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        return new Suspended(super.doSuspend(transaction), scope);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspended) {
        Suspended both = (Suspended) suspended;
        super.doResume(transaction, both.connection());
        if (both.scope() != null) {
            TransactionSynchronizationManager.bindResource(KEY, both.scope());
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        super.doCleanupAfterCompletion(transaction);
    }

    private record Suspended(Object connection, @Nullable Object scope) {}
}
