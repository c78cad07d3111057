package org.obsenv.helper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.Sha256;
import org.obsenv.layout.SyncState.Gate;
import org.obsenv.layout.SyncState.PackageState;
import org.obsenv.layout.SyncState.Verdict;
import org.obsenv.site.SharedPackage;
import org.obsenv.words.Words;

/**
 * A head that the package's {@code prepare} came to nothing with. It runs under the build lock, so it is tried twice and
 * then not again, until the branch goes on, the site file says otherwise or a maintainer asks for it.
 */
record Unprepared(SharedPackage shared) {
    /** Whether that head is left alone now. */
    boolean isStill(PackageState before, CommitId offered, Instant now) {
        return under(before, offered)
                .filter(under -> under.equals(rule()) || look().isInPause(under, now))
                .isPresent();
    }

    /** What is known of it once it has failed. */
    PackageState failed(
            PackageState before,
            CommitId offered,
            BareRepository repository,
            Prepared.FailedException problem,
            Instant now) {
        Words words = Words.of("gate");
        boolean isAgain = under(before, offered).filter(look()::isFirst).isPresent();
        HeadVerdict.Failed found = problem.verdict();
        HeadVerdict.Failed failed = new HeadVerdict.Failed(
                words.text("prepare.head", "what", found.what()), found.lines(), HeadVerdict.Hold.UNSURE);
        HeadVerdict.Failed told =
                isAgain ? failed : failed.with(words.text("prepare.again", "time", SecondLook.time(now)));
        return RefusedHead.failed(before, offered, repository, told, Gate.PREPARE, look().under(isAgain, now), now);
    }

    private static Optional<String> under(PackageState before, CommitId offered) {
        return RefusedHead.verdict(before)
                .filter(verdict -> before.head().equals(offered) && verdict.gate() == Gate.PREPARE)
                .map(Verdict::under);
    }

    private SecondLook look() {
        return new SecondLook(rule());
    }

    private String rule() {
        byte[] text = shared.prepare().toString().getBytes(StandardCharsets.UTF_8);
        return Sha256.hex(text).substring(0, 16);
    }
}
