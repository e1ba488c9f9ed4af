package org.cybox.platform.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "08000, AWAY",
        "08003, AWAY",
        "08006, AWAY",
        "08P01, AWAY",
        "57P01, AWAY",
        "57P02, AWAY",
        "57P03, AWAY",
        "57P05, AWAY",
        "53300, AWAY",
        "53200, AWAY",
        "58030, AWAY",
        "53100, FULL",
        "23505, NONE",
        "42501, NONE",
        "42601, NONE",
        "40P01, NONE",
        "57014, NONE",
        "22P02, NONE"
    })
    void aStateOfTheDatabaseSaysWhetherItIsAway(String state, Outage outage) {
        SQLException said = new SQLException("what it said", state);
        assertThat(Outage.of(said)).isEqualTo(outage);
        assertThat(Outage.of(new UncategorizedSQLException("asking", null, said)))
                .isEqualTo(outage);
        assertThat(Outage.of(new UnexpectedRollbackException("rolled back", said)))
                .isEqualTo(outage);
    }

    @Test
    void whereverItBrokeItIsTheSameOutage() {
        SQLException given = new SQLException("Connection is closed");
        assertThat(Outage.of(new TransactionSystemException("Could not roll back JDBC transaction", given)))
                .isEqualTo(Outage.AWAY);
        assertThat(Outage.of(new SQLTransientConnectionException("cybox - Connection is not available")))
                .isEqualTo(Outage.AWAY);
        assertThat(Outage.of(new CannotCreateTransactionException("no connection")))
                .isEqualTo(Outage.AWAY);
        TransactionSystemException hiding = new TransactionSystemException("could not roll back");
        hiding.initApplicationException(new RuntimeException(new SQLException("terminated", "57P01")));
        assertThat(Outage.of(hiding)).isEqualTo(Outage.AWAY);
        assertThat(Outage.of(new RuntimeException("in the middle", given))).isEqualTo(Outage.AWAY);
    }

    @Test
    void aFullDiskIsNotAnAbsentDatabase() {
        assertThat(Outage.of(new IOException("No space left on device"))).isEqualTo(Outage.FULL);
        assertThat(Outage.of(new CannotCreateTransactionException("no", new SQLException("x", "53100"))))
                .isEqualTo(Outage.FULL);
        assertThat(Outage.of(new SQLException("ERROR: could not extend file: File too large", "XX000")))
                .isEqualTo(Outage.FULL);
    }

    @Test
    void mistakesOfOurOwnStayMistakes() {
        assertThat(Outage.of(new DataIntegrityViolationException("twice", new SQLException("twice", "23505"))))
                .isEqualTo(Outage.NONE);
        assertThat(Outage.of(new IOException("Broken pipe"))).isEqualTo(Outage.NONE);
        assertThat(Outage.of(new IllegalStateException("no"))).isEqualTo(Outage.NONE);
        assertThat(Outage.of(new TransactionSystemException("of no known reason")))
                .isEqualTo(Outage.NONE);
    }
}
