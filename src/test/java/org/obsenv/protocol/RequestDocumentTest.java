package org.obsenv.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.SwitchToken;
import org.obsenv.yaml.TextCases;
import org.obsenv.yaml.YamlProblem;

public class RequestDocumentTest {
    private static final long SEED = 20261121;
    private static final int MUTATIONS = 10_000;

    private static final Request FULL = new Request(
            Verb.RESUME,
            new Saw.Current(new SwitchToken("generations/000002", 4711, Instant.parse("2026-11-21T03:13:02.5Z"))),
            Optional.of("dome\n\u202e --- done: \"yes\""),
            Optional.of("nk"),
            Optional.of("console-3"));

    public static List<TextCases.Case> malformed() {
        return TextCases.read(RequestDocumentTest.class, "malformed.txt", List.of());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWithLineAndKey(TextCases.Case malformed) {
        assertThatThrownBy(() -> RequestDocument.parse(Verb.ROLLBACK, malformed.document()))
                .isInstanceOfSatisfying(YamlProblem.class, problem -> {
                    assertThat(problem.problem()).isEqualTo(malformed.problem());
                    assertThat(problem.key()).isEqualTo(malformed.key());
                    assertThat(problem.line()).isEqualTo(malformed.line());
                    assertThat(problem.file()).isEqualTo("request");
                });
    }

    @Test
    void aSwitchNamesItsGenerationAndNoOtherVerbDoes() throws YamlProblem {
        Request to = new Request(
                Verb.SWITCH,
                new Saw.Nothing(),
                new Aim.Generation(new GenerationId(38)),
                Optional.of("undo"),
                Optional.empty(),
                Optional.empty());
        assertThat(RequestDocument.parse(Verb.SWITCH, RequestDocument.write(to)))
                .isEqualTo(to);
        assertThatThrownBy(() -> RequestDocument.parse(Verb.SWITCH, RequestDocument.write(Request.plain(Verb.SWITCH))))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("generation");
        assertThatThrownBy(() -> RequestDocument.parse(
                        Verb.RESUME, "verb: resume\ngeneration: \"000038\"\n".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(YamlProblem.class)
                .hasMessageContaining("generation");
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        assertThat(RequestDocument.parse(Verb.RESUME, withoutEnd(FULL))).isEqualTo(FULL);
        Request base = new Request(
                Verb.ROLLBACK,
                new Saw.Base(new GenerationId(39)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(RequestDocument.parse(Verb.ROLLBACK, withoutEnd(base))).isEqualTo(base);
    }

    /** Whatever comes in, it is a request or one kind of complaint, and a request has nothing but what is allowed. */
    @Test
    void hasOneKindOfComplaintForAnything() throws Exception {
        Random random = new Random(SEED);
        int taken = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = withoutEnd(FULL);
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                bytes = mutated(bytes, random);
            }
            byte[] document = bytes;
            Throwable thrown = catchThrowable(() -> RequestDocument.parse(Verb.RESUME, document));
            if (thrown == null) {
                taken++;
                assertThat(RequestDocument.parse(Verb.RESUME, document).verb()).isEqualTo(Verb.RESUME);
            } else {
                assertThat(thrown).as("seed " + SEED + ", round " + i).isInstanceOf(YamlProblem.class);
            }
        }
        // Neither all refused nor all taken: the mutations reach past the first character.
        assertThat(taken).isBetween(100, MUTATIONS / 2);
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] next = bytes.clone();
        int at = random.nextInt(next.length);
        byte[] hostile = {
            0, '\n', '\t', ' ', '&', '*', '!', '%', '-', ':', '{', '[', '"', '\'', '#', '|', '>', (byte) 0xff
        };
        switch (random.nextInt(4)) {
            case 0 -> next[at] = hostile[random.nextInt(hostile.length)];
            case 1 -> next[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> System.arraycopy(bytes, at, next, 0, next.length - at);
            case 3 -> next = Arrays.copyOf(bytes, Math.max(1, at));
            default -> throw new IllegalStateException();
        }
        return next;
    }

    private static byte[] withoutEnd(Request request) {
        byte[] whole = RequestDocument.write(request);
        return Arrays.copyOf(whole, whole.length - RequestDocument.END.length());
    }
}
