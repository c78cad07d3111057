package org.obsenv.app.askpass;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of proc(5), {@code stat}; PasswordThroughSudoTest shows the same with the real sudo. */
class AskerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    711 (sudo) S 1 711 711 0 -1 4194560 700 0 0 0 0 0 0 0 20                 | false
                    711 (sudo) S 1 711 711 0 -1 4194560 700 412 0 0 0 0 0 0 20               | false
                    711 (sudo) S 1 711 711 0 -1 4194560 700 48211 0 0 0 0 90 20 20           | true
                    711 (a) name (b) S 1 711 711 0 -1 4194560 700 48211 0 0 0 0 90 20 20     | true
                    711 (sudo) S 1 711                                                       | false
                    711 (sudo) S 1 711 711 0 -1 4194560 700 unknown 0                        | false
                    nothing                                                                  | false
                    """)
    void aWindowThatSudoWaitedForIsAnAnswerBefore(String stat, boolean again) {
        assertThat(Asker.isAgain(stat)).isEqualTo(again);
    }
}
