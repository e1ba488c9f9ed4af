package org.cybox.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccentTest {

    @Test
    void aPaleColourHasADarkerOneThatCanBeRead() {
        Accent yellow = Accent.read("#FFCC00").orElseThrow();
        assertThat(yellow.readable()).isFalse();
        assertThat(yellow.darker().readable()).isTrue();
        assertThat(yellow.darker().red()).isGreaterThan(yellow.darker().blue());
    }

    @Test
    void aDarkColourStaysAndGetsALightOneForTheDark() {
        Accent blue = Accent.read("1f4e79").orElseThrow();
        assertThat(blue.readable()).isTrue();
        assertThat(blue.darker()).isEqualTo(blue);
        assertThat(blue.onDark()).isNotEqualTo(blue);
        assertThat(Accent.read("#000000").orElseThrow().onDark().word()).matches("#[0-9a-f]{6}");
    }

    @Test
    void whatIsNoColourIsNone() {
        assertThat(Accent.read("red")).isEmpty();
        assertThat(Accent.read("#12345")).isEmpty();
        assertThat(Accent.read("#12345g;}body{")).isEmpty();
    }
}
