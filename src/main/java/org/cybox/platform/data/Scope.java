package org.cybox.platform.data;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Whose data the running code may touch: one tenant's, or none ("world": accounts, tenants, reference lists). Entered
 * once at the edge - a request, a job - and read by {@link TenantTransactions}. Nobody leaves a tenant for another.
 */
public sealed interface Scope {

    record OfTenant(UUID id) implements Scope {}

    record OfWorld() implements Scope {}

    ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    static Optional<Scope> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The tenant one is in; throws outside of one, because asking there is a mistake of the program. */
    static UUID tenant() {
        if (current().orElse(null) instanceof OfTenant(UUID id)) {
            return id;
        }
        throw new IllegalStateException("not inside a tenant");
    }

    static <T> T inTenant(UUID tenant, Supplier<T> work) {
        return enter(new OfTenant(tenant), work);
    }

    static <T> T inWorld(Supplier<T> work) {
        return enter(new OfWorld(), work);
    }

    /** As {@link #inTenant}, for work that throws checked exceptions. */
    static <T> T callInTenant(UUID tenant, Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, new OfTenant(tenant)).call(work::call);
    }

    private static <T> T enter(Scope scope, Supplier<T> work) {
        return ScopedValue.where(CURRENT, scope).call(work::get);
    }
}
