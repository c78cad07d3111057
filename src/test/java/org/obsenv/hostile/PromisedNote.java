package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.trace.Alarm;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.environment.LayoutAlarmReader;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** An alarm's acknowledgement, there with its note or not. */
record PromisedNote(TestEnvironment environment, Alarm alarm) implements Promise {
    /** Has one raised, which holds as long as the list is as it is. */
    static Alarm raise(TestEnvironment environment) throws IOException {
        environment.writeList("# tonight\n" + Files.readString(environment.baseList()));
        Files.setLastModifiedTime(
                environment.baseList(), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        assertThat(environment.run(Verb.SYNC)).isInstanceOf(Outcome.Built.class);
        return alarms(environment, "raised").open().getFirst();
    }

    @Override
    public Verb verb() {
        return Verb.ACKNOWLEDGE;
    }

    @Override
    public Request request() {
        return new Request(
                verb(),
                new Saw.Nothing(),
                new Aim.Acknowledge(alarm.id(), alarm.raised()),
                Optional.of("it is being built"),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public boolean movesALink() {
        return false;
    }

    @Override
    public void requireKept(String when) {
        Alarm now = alarms(environment, when).find(alarm.id()).orElseThrow();
        assertThat(now.raised()).as(when).isEqualTo(alarm.raised());
        now.acknowledged().ifPresent(each -> assertThat(each.note()).as(when).isEqualTo("it is being built"));
    }

    @Override
    public void requireGoesOn(String when) {
        boolean isDone = alarms(environment, when).open().isEmpty();
        Outcome again = environment.run(request());
        if (isDone) {
            assertThat(again).as(when).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                            refused.refusal())
                    .isEqualTo(Refusal.ALARM_ACKNOWLEDGED));
        } else {
            assertThat(again).as(when).isInstanceOf(Outcome.Recorded.class);
        }
        assertThat(alarms(environment, when).open()).as(when).isEmpty();
        Promised.sweep(environment, when);
    }

    private static Alarms alarms(TestEnvironment environment, String when) {
        return switch (new LayoutAlarmReader(environment.paths()).read()) {
            case Known.Value<Alarms>(Alarms alarms) -> alarms;
            case Known.Unknown<Alarms>(String reason) -> throw new AssertionError(reason + " " + when);
        };
    }
}
