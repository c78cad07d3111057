package org.obsenv.cli;

import java.util.Optional;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.signoff.TagRules;
import org.obsenv.protocol.SignOffRequest.Ask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Moves of the recommended tag, each as a command: it says what is moved where before it asks for it. */
final class MoveTagCommands {
    private MoveTagCommands() {}

    /** A move that is about one candidate. */
    abstract static class Move extends LedgerCommand {
        @Parameters(index = "0", paramLabel = "CANDIDATE")
        String candidate = "";

        Move(Sources sources, Screen screen) {
            super(sources, screen);
        }

        /** What is asked for about the image; says first what that comes to. */
        abstract Asked asked(LedgerAccess ledger, Candidate candidate) throws LedgerAccess.Unusable;

        /** A move of an image. */
        record Asked(Digest image, TagMove move) {}

        @Override
        int act(LedgerAccess ledger) throws LedgerAccess.Unusable {
            CandidateReading reading = ledger.candidate(candidate);
            Asked asked = asked(ledger, reading.candidate());
            // Not sent again when somebody else wrote meanwhile: what a tag is moved by is looked at as a whole.
            return ledger.act(
                    new Ask.MoveTag(reading.candidate().id(), reading.revision(), asked.image(), asked.move()));
        }

        LedgerAccess.Unusable nothing(String key, Candidate candidate) {
            return new LedgerAccess.Unusable(ExitCodes.DIFFERS, words.text(key, "candidate", candidate.id()));
        }

        String shown(Optional<Digest> digest) {
            return digest.map(Digest::text).orElseGet(() -> words.text("deed.no-image"));
        }
    }

    /** Advances the recommended tag to the candidate's image. */
    @Command(sortOptions = false)
    static final class Promote extends Move {
        Promote(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        Asked asked(LedgerAccess ledger, Candidate candidate) throws LedgerAccess.Unusable {
            Digest image = candidate.image().orElseThrow(() -> nothing("signoff.withdrawn", candidate));
            SiteImages images = TagMeaning.images(ledger);
            Optional<Digest> now = TagMeaning.of(images, images.recommended());
            screen.out()
                    .println(words.text(
                            "signoff.moves", "tag", images.recommended(), "from", shown(now), "to", image.text()));
            return new Asked(image, new TagMove.Promote(now));
        }
    }

    /** Puts the recommended tag back to the image that the candidate replaced. */
    @Command(sortOptions = false)
    static final class Return extends Move {
        @Option(names = "--reason", paramLabel = "TEXT", required = true)
        String reason = "";

        Return(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        Asked asked(LedgerAccess ledger, Candidate candidate) throws LedgerAccess.Unusable {
            Digest image = candidate
                    .promotion()
                    .map(Act::digest)
                    .orElseThrow(() -> nothing("signoff.not-promoted", candidate));
            screen.out()
                    .println(words.text(
                            "signoff.returns", "from", image.text(), "to", shown(TagRules.replaced(candidate))));
            return new Asked(image, new TagMove.Return(reason));
        }
    }

    /** Looks whether a move that was ordered is done, and has it recorded. */
    @Command(sortOptions = false)
    static final class Verify extends Move {
        Verify(Sources sources, Screen screen) {
            super(sources, screen);
        }

        @Override
        Asked asked(LedgerAccess ledger, Candidate candidate) throws LedgerAccess.Unusable {
            Digest image =
                    candidate.order().map(Act::digest).orElseThrow(() -> nothing("signoff.not-ordered", candidate));
            return new Asked(image, new TagMove.Verify());
        }
    }
}
