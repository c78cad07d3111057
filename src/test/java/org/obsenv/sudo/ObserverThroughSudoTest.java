package org.obsenv.sudo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.JournalEntry;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.fixture.OnSudoSite;
import org.obsenv.fixture.Person;
import org.obsenv.fixture.Ran;
import org.obsenv.fixture.Running;
import org.obsenv.fixture.SudoSite;
import org.obsenv.fixture.TreeState;
import org.obsenv.protocol.Aim;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** Who may do what, and as whom it is recorded, through the real sudo and the installed verbs. */
@Tag("root")
@ExtendWith(OnSudoSite.class)
class ObserverThroughSudoTest {
    private final SudoSite site;

    ObserverThroughSudoTest(SudoSite site) {
        this.site = site;
    }

    @BeforeEach
    void follow() {
        site.follow();
    }

    @Test
    void observerRollsBackFromTheConsole() throws Exception {
        Request request = new Request(
                Verb.ROLLBACK,
                new Saw.Base(site.links().base().orElseThrow()),
                Optional.of("dome handshake fails"),
                Optional.empty(),
                Optional.of("console-3"));

        Outcome outcome = site.run(site.observer(), request);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Switched.class, switched -> {
            assertThat(switched.from()).isEqualTo("deploy");
            assertThat(switched.to()).isEqualTo("generations/000002");
            assertThat(switched.remarks()).isEmpty();
        });
        assertThat(site.current()).isEqualTo("generations/000002");
        JournalEntry entry = site.newestAct();
        assertThat(entry.actor()).isEqualTo(site.observer().name());
        assertThat(entry.act()).isEqualTo("rollback");
        assertThat(entry.outcome()).isEqualTo("done");
        assertThat(entry.reason()).contains("dome handshake fails");
        assertThat(entry.host()).isEqualTo("console-3");
    }

    @Test
    void observerRollsBackByTheTypedCommand() {
        String command = site.gateway(site.observer()).typedCommand(Verb.ROLLBACK);
        String typed = command.substring(command.indexOf("sudo "));
        assertThat(typed).isEqualTo("sudo -u " + site.account() + " " + site.verb(Verb.ROLLBACK));

        Ran ran = atATerminal(site.observer(), typed);

        assertThat(ran.exit()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("The environment was switched from deploy to base (generation 2)");
        assertThat(site.current()).isEqualTo("generations/000002");
        assertThat(site.newestAct().actor()).isEqualTo(site.observer().name());
    }

    @Test
    void maintainerResumesAndObserverMayNot() {
        site.run(site.observer(), Verb.ROLLBACK);
        TreeState held = TreeState.of(site.root());

        assertThat(site.run(site.observer(), Verb.RESUME)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.refusal()).isEqualTo(Refusal.NOT_PERMITTED);
            assertThat(refused.facts()).containsKey("problem");
        });
        assertThat(TreeState.of(site.root())).isEqualTo(held);

        assertThat(site.run(site.maintainer(), Verb.RESUME)).isInstanceOf(Outcome.Switched.class);
        assertThat(site.current()).isEqualTo("deploy");
        assertThat(site.newestAct().actor()).isEqualTo(site.maintainer().name());
    }

    @Test
    void maintainerGoesToAGenerationAndObserverMayNot() throws Exception {
        Request request = new Request(
                Verb.SWITCH,
                new Saw.Current(site.links().current().orElseThrow()),
                new Aim.Generation(new GenerationId(1)),
                Optional.of("the last good night"),
                Optional.empty(),
                Optional.empty());
        TreeState before = TreeState.of(site.root());
        assertThat(site.run(site.observer(), request))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.NOT_PERMITTED));
        assertThat(TreeState.of(site.root())).isEqualTo(before);

        assertThat(site.run(site.maintainer(), request)).isInstanceOf(Outcome.Switched.class);
        assertThat(site.current()).isEqualTo("generations/000001");
        assertThat(site.newestAct().actor()).isEqualTo(site.maintainer().name());

        Ran typed = atATerminal(site.maintainer(), "sudo -u " + site.account() + " " + site.verb(Verb.SWITCH));
        assertThat(typed.exit()).isNotZero();
        assertThat(typed.output()).contains("typed by hand it is told none").contains("obsenv switch");
    }

    @Test
    void observerMarksWhatRunsByTheTypedCommand() throws Exception {
        GenerationId running = site.links().deploy().orElseThrow();
        Ran typed = atATerminal(site.observer(), "sudo -u " + site.account() + " " + site.verb(Verb.MARK));
        assertThat(typed.exit()).as(typed.output()).isZero();
        assertThat(typed.output()).contains("generation " + running.number() + " is marked good");
        assertThat(site.newestAct().act()).isEqualTo("mark");
        assertThat(site.newestAct().actor()).isEqualTo(site.observer().name());
        assertThat(site.current()).isEqualTo("deploy");
    }

    /** As Red Hat's sudoers asked for it, and as administrators elsewhere have copied it. */
    @Test
    void needsNoTerminalWhereSudoWantsOneOfOtherCommands() {
        String observer = site.observer().name();
        List<String> words = new ArrayList<>(List.of("setsid", "--wait"));
        words.addAll(site.observer().command("sudo", "-n", "/usr/bin/true"));
        site.leak()
                .open("Defaults:" + observer + " requiretty\n" + observer + " ALL = (root) NOPASSWD: /usr/bin/true\n");
        try {
            assertThat(Ran.of(words).complaint()).contains("you must have a tty");

            SudoHelperGateway console = site.gateway(site.observer(), "setsid, --wait");
            // Of "sudo -l" the general default holds, so the question cannot be asked; that is not a no.
            assertThat(console.permission(Verb.ROLLBACK)).isInstanceOf(Permission.Unknown.class);
            assertThat(console.run(Request.plain(Verb.ROLLBACK), step -> {})).isInstanceOf(Outcome.Switched.class);
            assertThat(site.current()).isEqualTo("generations/000002");
        } finally {
            site.leak().mend();
        }
    }

    @Test
    void strangerMayNothing() {
        TreeState before = TreeState.of(site.root());
        for (Verb verb : Verb.values()) {
            assertThat(site.run(site.stranger(), verb))
                    .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.NOT_PERMITTED));
        }
        assertThat(TreeState.of(site.root())).isEqualTo(before);
    }

    @Test
    void preFlightTellsEachPersonsPermissions() {
        for (Verb verb : Verb.values()) {
            assertThat(site.gateway(site.maintainer()).permission(verb)).isEqualTo(new Permission.Granted());
            assertThat(site.gateway(site.stranger()).permission(verb)).isInstanceOf(Permission.Denied.class);
            Permission observers = site.gateway(site.observer()).permission(verb);
            if (Set.of(Verb.ROLLBACK, Verb.MARK).contains(verb)) {
                assertThat(observers).isEqualTo(new Permission.Granted());
            } else {
                assertThat(observers).isInstanceOf(Permission.Denied.class);
            }
        }
    }

    @Test
    void aMachineWhoseNameNobodyKnowsTellsTheSame() {
        SudoHelperGateway observers = site.gatewayOnANamelessMachine(site.observer());
        SudoHelperGateway strangers = site.gatewayOnANamelessMachine(site.stranger());
        Ran warned = Ran.of(List.of("unshare", "--uts", "sh", "-c", "hostname nameless-9; sudo -n -l"));
        assertThat(warned.complaint()).contains("sudo: unable to resolve host nameless-9");

        assertThat(observers.permission(Verb.ROLLBACK)).isEqualTo(new Permission.Granted());
        assertThat(observers.permission(Verb.RESUME)).isInstanceOf(Permission.Denied.class);
        assertThat(strangers.permission(Verb.ROLLBACK)).isInstanceOf(Permission.Denied.class);
        assertThat(strangers.run(Request.plain(Verb.ROLLBACK), step -> {}))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.NOT_PERMITTED));
        assertThat(observers.run(Request.plain(Verb.ROLLBACK), step -> {})).isInstanceOf(Outcome.Switched.class);
    }

    @Test
    void ctrlCDoesNotStopARollBackThatWasAskedFor() {
        try (Running sudo = Running.of(site.directory(), site.words(site.observer(), Verb.ROLLBACK))) {
            ProcessHandle helper = sudo.awaitProgram(
                    "org.obsenv.helper.Main rollback", site.siteFile().toString());

            sudo.interrupt();
            sudo.say(RequestDocument.write(Request.plain(Verb.ROLLBACK)));

            assertThat(sudo.exit()).as(sudo.output() + sudo.complaint()).isZero();
            assertThat(sudo.output()).startsWith("event: switched\n");
            assertThat(helper.isAlive()).isFalse();
        }
        assertThat(site.current()).isEqualTo("generations/000002");
        assertThat(site.newestAct().outcome()).isEqualTo("done");
    }

    /** sudo's own log, which names who asked for what, allowed or not. */
    @Test
    void sudoRecordsWhatItAllowsAndWhatItRefuses() throws Exception {
        site.run(site.observer(), Verb.ROLLBACK);
        site.run(site.observer(), Verb.RESUME);

        String log = Files.readString(site.sudoLog()).replaceAll("\\n +", " ");
        String observer = site.observer().name();
        assertThat(log)
                .containsPattern(
                        observer + " : [^\n]*USER=" + site.account() + " ; COMMAND=" + site.verb(Verb.ROLLBACK))
                .containsPattern(observer + " : [^\n]*(not allowed|password is required)[^\n]*COMMAND="
                        + site.verb(Verb.RESUME));
    }

    private static Ran atATerminal(Person person, String line) {
        return person.runs("script", "-qec", line, "/dev/null");
    }
}
