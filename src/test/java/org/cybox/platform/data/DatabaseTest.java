package org.cybox.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseTest {

    @Test
    void aServerOlderThanFifteenIsRefusedInASentence() {
        assertThatThrownBy(() -> Database.requireVersion(140012))
                .isInstanceOf(CannotStart.class)
                .hasMessage("CYBOX needs PostgreSQL 15 or newer, this is 14.");
        assertThatThrownBy(() -> Database.requireVersion(90624)).hasMessageEndingWith("this is 9.");
        Database.requireVersion(150000);
        Database.requireVersion(180006);
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInASentence() {
        assertThatThrownBy(() -> Database.at("jdbc:postgresql://127.0.0.1:1/nowhere", "nobody", "x"))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("cannot reach the database at jdbc:postgresql://127.0.0.1:1/nowhere");
        assertThat(new StartProblems().analyze(new CannotStart("Why.")).getDescription())
                .isEqualTo("Why.");
    }
}
