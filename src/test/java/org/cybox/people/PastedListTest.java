package org.cybox.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.cybox.people.PastedList.Line;
import org.cybox.people.PastedList.Outcome;
import org.cybox.platform.web.Refused;
import org.cybox.platform.web.Role;
import org.junit.jupiter.api.Test;

class PastedListTest {

    @Test
    void aNameWithItsAddressInBrackets() {
        Line line = only("\"Amina Diallo\" <Amina@Court.Example>");
        assertThat(line.name()).isEqualTo("Amina Diallo");
        assertThat(line.email()).isEqualTo("amina@court.example");
        assertThat(line.outcome()).isEqualTo(Outcome.INVITE);
    }

    @Test
    void columnsInAnyOrderAndAnySeparator() {
        for (String text : List.of(
                "a@court.example;Ana;trainer;Judges",
                "Ana\ta@court.example\tTrainer\tJudges",
                "Ana,Judges,a@court.example,trainer")) {
            Line line = only(text);
            assertThat(line.email()).isEqualTo("a@court.example");
            assertThat(line.name()).isEqualTo("Ana");
            assertThat(line.role()).isEqualTo(Role.TRAINER);
            assertThat(line.group()).isEqualTo("Judges");
        }
    }

    @Test
    void whoHasNoAddressGetsAUserName() {
        assertThat(only("Peter Paper").outcome()).isEqualTo(Outcome.USER_NAME);
    }

    @Test
    void aHeadingAndEmptyLinesArePassedOver() {
        assertThat(read("\uFEFFmail;name\n\na@court.example;Ana\n\n").lines()).hasSize(1);
    }

    @Test
    void whatIsNoAddressIsSaid() {
        assertThat(only("ana@court;Ana").reason()).isEqualTo("people.list.badAddress");
        assertThat(only("a@b@court.example").outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void theSamePersonStandsInItOnce() {
        PastedList list = read("a@court.example\nA@court.example\n").against(Map.of());
        assertThat(list.count(Outcome.INVITE)).isOne();
        assertThat(list.count(Outcome.TWICE)).isOne();
    }

    @Test
    void tooManyAndNoneAreRefused() {
        assertThatThrownBy(() -> read("\n \n")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read("a@court.example\n".repeat(2_001))).isInstanceOf(Refused.class);
    }

    private static PastedList read(String text) {
        return PastedList.read(text, Role.LEARNER, "");
    }

    private static Line only(String text) {
        assertThat(read(text).lines()).hasSize(1);
        return read(text).lines().getFirst();
    }
}
