package org.cybox.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cybox.platform.data.Ids;
import org.cybox.platform.web.Role;
import org.cybox.platform.web.Visitor;
import org.cybox.testing.Cast;
import org.cybox.testing.Program;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuditTest {

    private final Cast cast = Cast.open();
    private final Audit audit = Program.bean(Audit.class);
    private final UUID attempt = Ids.next();

    @Test
    void whoDidWhatAndWhyIsKeptInOrder() {
        Visitor ada = new Visitor(
                cast.ada().account(),
                cast.ada().person(),
                Visitor.NOBODY,
                "Ada",
                Optional.of(Role.TRAINER),
                false,
                false,
                "en",
                false);
        cast.run(() -> audit.record(
                ada, "assessment.extend", "attempt", attempt, " the network failed ", Map.of("minutes", 10)));
        cast.run(() -> audit.record(Visitor.stranger("en"), "assessment.end", "attempt", attempt, "", Map.of()));

        List<AuditEntry> entries = cast.in(() -> audit.of(attempt));
        assertThat(entries).extracting(AuditEntry::action).containsExactly("assessment.end", "assessment.extend");
        assertThat(entries.getFirst().accountId()).isNull();
        assertThat(entries.getLast().personId()).isEqualTo(cast.ada().person());
        assertThat(entries.getLast().reason()).isEqualTo("the network failed");
        assertThat(entries.getLast().details()).containsEntry("minutes", 10);
    }

    @Test
    void anotherTenantSeesNothingAndNobodyChangesIt() {
        cast.run(() -> audit.record(Visitor.stranger("en"), "test.done", "attempt", attempt, "", Map.of()));
        assertThat(Program.in(cast.elsewhere().id(), () -> audit.of(attempt))).isEmpty();
        for (String change : List.of("update platform.audit set reason = ''", "delete from platform.audit")) {
            assertThatThrownBy(() -> cast.run(
                            () -> Program.bean(JdbcClient.class).sql(change).update()))
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
