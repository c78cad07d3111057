package org.obsenv.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.SwitchToken;
import org.obsenv.fixture.HelperCommand;
import org.obsenv.fixture.TestEnvironment;
import org.obsenv.protocol.Request;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

/** A program that rolls back and resumes: the product's verbs, or a planted one. Exit code 0: it says it is done. */
public interface Switcher {
    /** How to start it for a person who saw that, or typed it; and what it gets to read. */
    Start start(TestEnvironment environment, Verb verb, Optional<SwitchToken> saw);

    /** A command, and what it gets to read. */
    record Start(List<String> command, String input) {}

    static Switcher product() {
        return (environment, verb, saw) -> new Start(
                HelperCommand.of(verb, environment.siteFile()),
                saw.map(token -> RequestDocument.write(new Request(
                                verb, new Saw.Current(token), Optional.empty(), Optional.empty(), Optional.empty())))
                        .map(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
                        .orElse(""));
    }

    /** {@code linkName}: what it calls its next link, with VERB for the verb. */
    static Switcher planted(String linkName) {
        return (environment, verb, saw) -> {
            List<String> command = new ArrayList<>(List.of(
                    HelperCommand.of(verb, environment.siteFile()).getFirst(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.obsenv.hostile.planted.NaiveSwitch",
                    environment.paths().inner().toString(),
                    verb.written(),
                    linkName.replace("VERB", verb.written())));
            saw.ifPresent(token -> command.add(token.target()));
            return new Start(command, "");
        };
    }
}
