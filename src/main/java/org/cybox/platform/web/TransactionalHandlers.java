package org.cybox.platform.web;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * One request, one transaction, around the controller's method and not around drawing the page: a slow line holds no
 * connection. Reads are read-only. A page that says no (status 400 and above) leaves nothing behind.
 */
final class TransactionalHandlers extends RequestMappingHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalHandlers.class);

    private final PlatformTransactionManager transactions;
    private final Map<Method, DefaultTransactionDefinition> definitions = new ConcurrentHashMap<>();

    TransactionalHandlers(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
        boolean ours = method.getBeanType().getPackageName().startsWith("org.cybox.");
        return ours && !method.hasMethodAnnotation(NoTransaction.class)
                ? new InTransaction(
                        method, definitions.computeIfAbsent(method.getMethod(), known -> definition(method)))
                : super.createInvocableHandlerMethod(method);
    }

    private static DefaultTransactionDefinition definition(HandlerMethod method) {
        @Nullable
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setReadOnly(mapping != null
                && Set.of(mapping.method()).equals(Set.of(RequestMethod.GET))
                && !method.hasMethodAnnotation(Writes.class));
        return definition;
    }

    private final class InTransaction extends ServletInvocableHandlerMethod {

        private final DefaultTransactionDefinition definition;

        InTransaction(HandlerMethod method, DefaultTransactionDefinition definition) {
            super(method);
            this.definition = definition;
        }

        @Override
        protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
            TransactionStatus status = transactions.getTransaction(definition);
            @Nullable Object result;
            try {
                result = super.doInvoke(arguments);
            } catch (Throwable e) {
                undo(status);
                throw e;
            }
            if (result instanceof Page page && page.status() >= 400) {
                undo(status);
            } else {
                transactions.commit(status);
            }
            return result;
        }

        /** On a connection that is gone nothing can be undone, and need not be: what is to be said is why it came to this. */
        private void undo(TransactionStatus status) {
            try {
                transactions.rollback(status);
            } catch (TransactionException | DataAccessException e) {
                LOG.warn("could not roll back: {}", e.getMessage());
            }
        }
    }
}
