package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.protocol.Verb;
import org.obsenv.yaml.StrictYaml;

class RequestInputTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration NOT_AT_ALL = Duration.ZERO;

    @Test
    void asksNothingOfATerminal() throws Exception {
        InputStream terminal = new ByteArrayInputStream(new byte[0]) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                throw new AssertionError("was read");
            }
        };
        assertThat(new RequestInput(terminal, true, LONG, LONG).read(Verb.RESUME))
                .isEmpty();
    }

    @Test
    void takesAnEmptyInputForNoRequest() throws Exception {
        assertThat(read("", Verb.ROLLBACK)).isEmpty();
        assertThat(read("", Verb.RESUME)).isEmpty();
    }

    @Test
    void endsAtTheEndLineWithoutWaitingForTheEndOfInput() throws Exception {
        PipedOutputStream open = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(open);
        open.write(utf8("verb: rollback\n...\n"));

        assertThat(new RequestInput(in, false, LONG, LONG).read(Verb.ROLLBACK)).contains(utf8("verb: rollback\n"));
    }

    @Test
    void findsTheEndLineHoweverTheBytesAreCut() throws Exception {
        InputStream single = new ByteArrayInputStream(utf8("verb: rollback\n...\nnever read")) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(1, length));
            }
        };

        assertThat(new RequestInput(single, false, LONG, LONG).read(Verb.ROLLBACK))
                .contains(utf8("verb: rollback\n"));
    }

    @Test
    void readsLittleMoreThanARequestMayWeigh() throws Exception {
        byte[] endless = new byte[10 * 1024 * 1024];
        Arrays.fill(endless, (byte) 'a');
        ByteArrayInputStream in = new ByteArrayInputStream(endless);

        byte[] read =
                new RequestInput(in, false, LONG, LONG).read(Verb.ROLLBACK).orElseThrow();

        assertThat(read.length).isBetween(StrictYaml.SMALL + 1, StrictYaml.SMALL + 8192);
    }

    @Test
    void rollsBackWhereNothingComes() throws Exception {
        PipedInputStream silent = new PipedInputStream(new PipedOutputStream());

        assertThat(new RequestInput(silent, false, SHORT, LONG).read(Verb.ROLLBACK))
                .isEmpty();
    }

    /** A console that was stopped between its click and its request must not resume what it never saw. */
    @Test
    void refusesToResumeWhereNothingComes() throws Exception {
        PipedInputStream silent = new PipedInputStream(new PipedOutputStream());

        assertBad(() -> new RequestInput(silent, false, SHORT, LONG).read(Verb.RESUME), "nothing came");
    }

    @Test
    void refusesARequestThatIsBegunAndNotEnded() throws Exception {
        PipedOutputStream open = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(open);
        open.write(utf8("verb: rollback\n"));

        assertBad(() -> new RequestInput(in, false, LONG, NOT_AT_ALL).read(Verb.ROLLBACK), "begun and not ended");
    }

    private static void assertBad(ThrowingCallable call, String problem) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, refused -> {
            Outcome.Refused outcome = refused.outcome();
            assertThat(outcome.refusal()).isEqualTo(Refusal.BAD_REQUEST);
            assertThat(outcome.facts().get("problem")).contains(problem);
        });
    }

    private static Optional<byte[]> read(String text, Verb verb) throws Exception {
        return new RequestInput(new ByteArrayInputStream(utf8(text)), false, LONG, LONG).read(verb);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
