package org.cybox.platform.data;

import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One transaction in one place. Requests get theirs from the web layer; everything that does not begin with a request -
 * jobs, start-up, sign-in across spaces - says here where it works.
 */
@Component
public class Work {

    private final TransactionTemplate transaction;
    private final TransactionTemplate own;
    private final TransactionTemplate aside;

    Work(PlatformTransactionManager manager) {
        transaction = new TransactionTemplate(manager);
        own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        aside = new TransactionTemplate(manager);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** Joins a running transaction of the same tenant; begun inside another tenant's it is a transaction of its own. */
    public <T> T inTenant(UUID tenant, Supplier<T> work) {
        if (Scope.current().filter(new Scope.OfTenant(tenant)::equals).isPresent()) {
            return transaction.execute(status -> work.get());
        }
        return aside.execute(set -> Scope.inTenant(tenant, () -> own.execute(status -> work.get())));
    }

    public void doInTenant(UUID tenant, Runnable work) {
        inTenant(tenant, () -> {
            work.run();
            return tenant;
        });
    }

    /** World tables can be touched from inside a tenant as well, so a running transaction is joined. */
    public <T> T inWorld(Supplier<T> work) {
        return Scope.current().isPresent()
                ? transaction.execute(status -> work.get())
                : Scope.inWorld(() -> transaction.execute(status -> work.get()));
    }

    public void doInWorld(Runnable work) {
        inWorld(() -> {
            work.run();
            return true;
        });
    }

    /** In the current scope, in the running transaction if there is one. */
    public <T> T here(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** In the current scope, committed by itself even when the caller's transaction fails. */
    public <T> T apart(Supplier<T> work) {
        return own.execute(status -> work.get());
    }
}
