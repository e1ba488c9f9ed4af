package org.cybox.notifications;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.UUID;
import org.cybox.platform.data.Bulletin;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.Work;
import org.cybox.platform.web.ShellContributor;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How many notices a person has not read: on every page, so from memory, for at most 30 seconds. */
@Component
class UnreadNotices implements ShellContributor {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadNotices.class);

    private static final String TOPIC = "notices";

    /** More people than this, and the whole tenant forgets. */
    private static final int FEW = 50;

    private record Reader(UUID tenant, UUID person) {}

    private final NoticeStore store;
    private final Work work;
    private final Bulletin bulletin;
    private final Cache<Reader, Integer> counts = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();

    UnreadNotices(NoticeStore store, Work work, Bulletin bulletin) {
        this.store = store;
        this.work = work;
        this.bulletin = bulletin;
        bulletin.listen(TOPIC, this::heard);
    }

    /** Without the database there is a page all the same: the one that says so. */
    @Override
    public OptionalInt unread(Visitor visitor, Space space) {
        if (!visitor.learner()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(counts.get(new Reader(space.id(), visitor.person()), this::count));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("could not count notices: {}", e.getMessage());
            return OptionalInt.empty();
        }
    }

    private int count(Reader reader) {
        return work.inTenant(reader.tenant(), () -> store.unread(reader.person()));
    }

    /** To be called in the writing transaction. */
    void changed(Collection<UUID> persons) {
        String tenant = Scope.tenant().toString();
        String news = persons.size() > FEW
                ? tenant
                : tenant + " "
                        + String.join(" ", persons.stream().map(UUID::toString).toList());
        bulletin.post(TOPIC, news);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                heard(news);
            }
        });
    }

    private void heard(String news) {
        if (news.equals(Bulletin.EVERYTHING)) {
            counts.invalidateAll();
            return;
        }
        String[] parts = news.split(" ");
        UUID tenant = UUID.fromString(parts[0]);
        if (parts.length == 1) {
            counts.asMap().keySet().removeIf(reader -> reader.tenant().equals(tenant));
        }
        for (int i = 1; i < parts.length; i++) {
            counts.invalidate(new Reader(tenant, UUID.fromString(parts[i])));
        }
    }
}
