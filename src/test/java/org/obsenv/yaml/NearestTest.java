package org.obsenv.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("name", "tier", "zone", "environment", "deploy", "at", "by", "ts_wep");

    @ParameterizedTest
    @CsvSource({
        "nmae,name",
        "nam,name",
        "names,name",
        "Name,name",
        "nane,name",
        "enviroment,environment",
        "enviromnet,environment",
        "delpoy,deploy",
        "ts_wpe,ts_wep",
        "tswep,ts_wep"
    })
    void aSlipOfTheFingerIsSeenThrough(String typed, String meant) {
        assertThat(Nearest.to(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"theme", "ad-hoc", "mail", "zona_horaria", "ts_wep_new", "deployment"})
    void anotherWordIsNotTakenForOne(String typed) {
        assertThat(Nearest.to(typed, KNOWN)).isEmpty();
    }

    @Test
    void nothingIsNearNothing() {
        assertThat(Nearest.to("name", List.of())).isEmpty();
    }
}
