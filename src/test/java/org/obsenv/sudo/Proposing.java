package org.obsenv.sudo;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.site.SiteFile;
import org.obsenv.yaml.YamlProblem;

/**
 * A console that proposes one image and nothing else, as a program of its own: its environment, and what is in its
 * memory afterwards, are the test's to choose and to look at.
 */
public final class Proposing {
    private Proposing() {}

    /** The site file, the tag, {@code window} or {@code terminal}, and where to write what is in memory, or nothing. */
    public static void main(String[] words) throws IOException, YamlProblem {
        SudoSignOffGateway gateway = new SudoSignOffGateway(SiteFile.read(Path.of(words[0])), Duration.ofMinutes(2));
        if (words[2].equals("window")) {
            gateway.askInWindow("red");
        }
        Outcome outcome = gateway.run(new SignOffRequest(
                new Ask.Propose(words[1], SignOffPolicy.IMAGE, new Deed.Proposed("new", Optional.empty())),
                Optional.empty()));
        if (words.length > 3) {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(words[3], false);
        }
        System.out.println(outcome);
    }
}
