package org.cybox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cybox.bench.Kill.Outcome;
import org.junit.jupiter.api.Test;

/** A real process, a real database, a real {@code kill -9}, while learners answer a test. */
class KillTest {

    @Test
    void everyAcknowledgedAnswerIsThereAfterTheProgramOrItsDatabaseWasKilled() throws Exception {
        try (Installation installation = Installation.fresh(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m"))) {
            installation.start();
            Data data = new Data(installation);
            data.prepare();
            data.make(0, 0, Data.Size.SMALL);
            Kill kill = new Kill(installation);

            Outcome program = kill.program(new Kill.Size(3, 20, 40));
            assertThat(program.lost()).isEmpty();
            assertThat(program.unexpected()).as("%s", program.problems()).isEmpty();
            assertThat(program.acknowledged()).as("%s", program.problems()).isEqualTo(program.expected());

            Outcome database = kill.database(new Kill.Size(23, 20, 40));
            assertThat(database.lost()).isEmpty();
            assertThat(database.unexpected()).as("%s", database.problems()).isEmpty();
            assertThat(database.acknowledged()).as("%s", database.problems()).isEqualTo(database.expected());
        }
    }
}
