package org.obsenv.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Standing;
import org.obsenv.words.Visible;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the candidates and how each stands; its subcommands show one and act on it. */
@Command(name = "signoff", sortOptions = false)
final class SignOffCommand extends LedgerCommand {
    @Option(names = "--json")
    boolean json;

    SignOffCommand(Sources sources, Screen screen) {
        super(sources, screen);
    }

    /** With everything that can be done about a candidate. */
    static CommandLine line(Sources sources, Screen screen) {
        CommandLine line = new CommandLine(new SignOffCommand(sources, screen));
        line.addSubcommand("show", new SignOffShowCommand(sources, screen));
        line.addSubcommand("changes", new ImageChangesCommand(sources, screen));
        SignOffDeeds.all(sources, screen).forEach(line::addSubcommand);
        line.addSubcommand("window", WindowDeeds.line(sources, screen));
        return line;
    }

    @Override
    int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
        LedgerReading reading = ledger.read();
        if (json) {
            screen.out().print(Json.write(fields(ledger, reading)));
        } else {
            print(ledger, reading);
        }
        return isSound(reading) ? ExitCodes.AT_BASE : ExitCodes.UNKNOWN;
    }

    /** Whatever is broken or unverified is unknown, and never passed over. */
    private static boolean isSound(LedgerReading reading) {
        return reading.broken().isEmpty()
                && reading.designationsDoubt().isEmpty()
                && reading.windows().doubt().isEmpty()
                && reading.candidates().stream().allMatch(CandidateReading::isWhole);
    }

    private void print(LedgerAccess ledger, LedgerReading reading) {
        SignOffTexts texts = new SignOffTexts(ledger.opened().zone());
        if (reading.candidates().isEmpty()) {
            screen.out().println(words.text("signoff.empty"));
        }
        for (CandidateReading each : reading.candidates()) {
            Optional<Standing> standing = ledger.standing(each);
            Screen.Style style = each.isWhole() ? Screen.Style.PLAIN : Screen.Style.BAD;
            screen.line(
                    style,
                    words.text(
                            "signoff.line",
                            "candidate",
                            each.candidate().id(),
                            "name",
                            texts.name(each),
                            "digest",
                            each.candidate().image().map(Digest::shortened).orElse("-"),
                            "state",
                            texts.state(each, standing)));
        }
        for (LedgerReading.Broken each : reading.broken()) {
            screen.line(Screen.Style.BAD, words.text("problem", "text", Visible.of(each.problem())));
        }
        reading.designationsDoubt()
                .ifPresent(doubt -> screen.line(
                        Screen.Style.BAD, words.text("signoff.designations", "problem", texts.doubt(doubt))));
        reading.windows()
                .doubt()
                .ifPresent(doubt ->
                        screen.line(Screen.Style.BAD, words.text("signoff.windows", "problem", texts.doubt(doubt))));
    }

    private static Map<String, Object> fields(LedgerAccess ledger, LedgerReading reading) {
        SignOffJson write = new SignOffJson();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "candidates",
                reading.candidates().stream()
                        .map(each -> write.candidate(each, ledger.standing(each)))
                        .toList());
        fields.put(
                "broken", reading.broken().stream().map(SignOffCommand::broken).toList());
        fields.put("designations-unverified-from", reading.designationsDoubt().map(each -> each.from()));
        fields.put("windows-unverified-from", reading.windows().doubt().map(each -> each.from()));
        return fields;
    }

    private static Map<String, Object> broken(LedgerReading.Broken broken) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("document", broken.document());
        fields.put("problem", broken.problem());
        return fields;
    }
}
