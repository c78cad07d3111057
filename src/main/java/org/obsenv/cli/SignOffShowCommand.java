package org.obsenv.cli;

import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.words.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one candidate: its ladder, who signed, the checks, and every act. */
@Command(name = "show", sortOptions = false)
final class SignOffShowCommand extends LedgerCommand {
    @Parameters(index = "0", paramLabel = "CANDIDATE")
    String candidate = "";

    @Option(names = "--json")
    boolean json;

    SignOffShowCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    @Override
    int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
        CandidateReading reading = ledger.candidate(candidate);
        Optional<Standing> standing = ledger.standing(reading);
        if (json) {
            SignOffJson write = new SignOffJson();
            Map<String, Object> fields = write.candidate(reading, standing);
            fields.put("acts", write.acts(reading));
            screen.out().print(Json.write(fields));
        } else {
            print(reading, standing, new SignOffTexts(ledger.opened().zone()));
        }
        return reading.isWhole() ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
    }

    private void print(CandidateReading reading, Optional<Standing> standing, SignOffTexts texts) {
        screen.line(
                Screen.Style.STRONG,
                words.text(
                        "signoff.heading",
                        "name",
                        texts.name(reading),
                        "candidate",
                        reading.candidate().id(),
                        "digest",
                        reading.candidate().image().map(Digest::text).orElse("-")));
        screen.line(reading.isWhole() ? Screen.Style.PLAIN : Screen.Style.BAD, texts.state(reading, standing));
        standing.ifPresent(now -> print(now, texts));
        heading("signoff.acts");
        for (Act each : reading.candidate().acts()) {
            entry(texts.act(each, reading.candidate().isWithdrawn(each.number())));
        }
        reading.doubt().ifPresent(doubt -> screen.line(Screen.Style.BAD, "  " + texts.doubt(doubt)));
    }

    private void print(Standing now, SignOffTexts texts) {
        heading("signoff.ladder");
        now.rungs().forEach(rung -> pair(texts.step(rung.step()), texts.step(rung.state())));
        if (!now.seats().isEmpty()) {
            heading("signoff.seats");
            now.seats()
                    .forEach((seat, state) -> pair(
                            words.text("seat.name", "title", Visible.of(seat.title()), "id", Visible.of(seat.id())),
                            texts.seat(seat, state)));
        }
        if (!now.checks().isEmpty()) {
            heading("signoff.checks");
            now.checks()
                    .forEach((cell, state) -> pair(
                            words.text(
                                    "cell.name",
                                    "repository",
                                    Visible.of(cell.repository()),
                                    "deployment",
                                    Visible.of(cell.deployment())),
                            texts.cell(state)));
        }
        if (!now.pulled().isEmpty()) {
            heading("signoff.pulled");
            now.pulled().forEach(each -> entry(Visible.of(each)));
        }
    }

    private void heading(String key) {
        screen.out().println();
        screen.line(Screen.Style.STRONG, words.text(key));
    }

    private void pair(String name, String value) {
        entry(words.text("signoff.pair", "name", name, "value", value));
    }

    private void entry(String text) {
        screen.out().println("  " + text);
    }
}
