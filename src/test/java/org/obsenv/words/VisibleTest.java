package org.obsenv.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void hiddenCharactersAreMadeVisible() {
        assertThat(Visible.line("a\u202Eb\u001B[31mc\nd\u200Be\tf"))
                .isEqualTo("a\\u202eb\\u001b[31mc\\u000ad\\u200be    f");
    }

    @Test
    void aLongLineIsCutAndSaysSo() {
        assertThat(Visible.line("x".repeat(3377))).hasSize(401).endsWith("…");
    }

    @Test
    void allOfALongTextIsShownWhereNothingMayBeLeftOut() {
        assertThat(Visible.of("x".repeat(3377) + "\u2028")).hasSize(3377 + 6).endsWith("x\\u2028");
        assertThat(Visible.value("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(Visible.value("x".repeat(60))).isEqualTo("x".repeat(60));
    }

    @Test
    void ordinaryNamesStayAsTheyAre() {
        assertThat(Visible.line("Núñez Πέτρος 観測 🔭")).isEqualTo("Núñez Πέτρος 観測 🔭");
    }
}
