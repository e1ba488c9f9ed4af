package org.cybox.platform.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.CyboxSettings;
import org.cybox.platform.data.Scope;
import org.cybox.platform.data.Work;
import org.cybox.platform.jobs.Progress;
import org.cybox.platform.jobs.Task;
import org.cybox.platform.web.Space;
import org.cybox.platform.web.SpaceSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one message. What has gone is not sent again because the note of it could not be written. */
@Component
class MailTask implements Task {

    static final String KIND = "platform.mail";

    private static final Logger LOG = LoggerFactory.getLogger(MailTask.class);

    private final MailStore store;
    private final Work work;
    private final SpaceSource spaces;
    private final MailSettings settings;
    private final Transport transport;
    private final Cache<UUID, Boolean> gone = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofDays(1))
            .maximumSize(100_000)
            .build();

    MailTask(MailStore store, Work work, SpaceSource spaces, MailSettings settings, CyboxSettings cybox) {
        this.store = store;
        this.work = work;
        this.spaces = spaces;
        this.settings = settings;
        this.transport = settings.real() ? new SmtpTransport(settings) : new OutboxFolder(Outbox.folder(cybox));
        if (cybox.production() && !settings.real()) {
            LOG.warn("CYBOX_MAIL_HOST is not set: mail is kept in the folder outbox and reaches nobody.");
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String payload, Progress progress) {
        UUID id = UUID.fromString(payload);
        Optional<MailStore.Waiting> waiting = work.here(() -> store.waiting(id));
        if (waiting.isEmpty()) {
            return;
        }
        try {
            if (gone.getIfPresent(id) == null) {
                send(waiting.get());
                gone.put(id, true);
            }
            note(() -> store.sent(id));
        } catch (Transport.Rejected | AddressException e) {
            LOG.warn("a mail of {} was rejected: {}", Scope.tenant(), e.getMessage());
            note(() -> store.failed(id, String.valueOf(e.getMessage())));
        } catch (MessagingException e) {
            throw new IllegalStateException("mail did not go: " + e.getMessage(), e);
        }
    }

    private void send(MailStore.Waiting mail) throws MessagingException {
        Space space = spaces.space(Scope.tenant());
        transport.send(new Post(mail, settings.from(), space.name().in(mail.language()), space.slug()));
    }

    private void note(Runnable update) {
        work.here(() -> {
            update.run();
            return true;
        });
    }

    @Override
    public void gaveUp(String payload, String reason) {
        note(() -> store.failed(UUID.fromString(payload), reason));
    }
}
