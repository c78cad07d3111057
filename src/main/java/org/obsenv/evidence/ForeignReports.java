package org.obsenv.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.signoff.CheckReports;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.ImportedCheck;
import org.obsenv.registry.Credentials;
import org.obsenv.registry.Download;
import org.obsenv.registry.RegistryProblem;
import org.obsenv.words.IoWords;
import org.obsenv.words.Visible;
import org.obsenv.words.Words;

/** Reports in files, and mobu's over https. */
public final class ForeignReports implements CheckReports {
    /** The most bytes of a report; what is longer is not read. */
    static final int LONGEST = 8 * 1024 * 1024;

    private static final int LONGEST_PLACE = 300;
    private static final int HASH_SHOWN = 12;
    private static final String SUMMARY = "/summary";
    private static final Words WORDS = Words.of("evidence");

    private final Credentials credentials;

    /** @param credentials what mobu is shown; its interface is not open to everybody */
    public ForeignReports(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public ImportedCheck read(Source source, ImageTag tag, Digest image) {
        try {
            return switch (source) {
                case Source.JUnit(String place) -> junit(place, tag, image);
                case Source.Mobu(String place) -> mobu(place, tag, image);
            };
        } catch (Inconclusive e) {
            return new ImportedCheck.Unsaid(String.valueOf(e.getMessage()));
        }
    }

    private static ImportedCheck junit(String place, ImageTag tag, Digest image) throws Inconclusive {
        byte[] bytes = file(place);
        JUnitReport.Counted counted = JUnitReport.read(bytes);
        List<String> remarks = new ArrayList<>(counted.doubts());
        for (ImageReference each : counted.images()) {
            each.require(tag, image);
        }
        if (counted.images().isEmpty()) {
            remarks.add(WORDS.text("junit.no-image", "digest", image.shortened()));
        }
        if (counted.passed() + counted.bad() == 0) {
            throw new Inconclusive(
                    counted.skipped() == 0
                            ? WORDS.text("junit.no-tests")
                            : WORDS.text("junit.all-skipped", "skipped", counted.skipped()));
        }
        String evidence = WORDS.text(
                "junit.evidence",
                "place",
                shown(place),
                "hash",
                Sha256.hex(bytes).substring(0, HASH_SHOWN),
                "passed",
                counted.passed(),
                "failed",
                counted.bad(),
                "skipped",
                counted.skipped());
        return said(
                counted.passed(),
                counted.bad(),
                counted.skipped(),
                counted.doubts().isEmpty() ? evidence : evidence + WORDS.text("junit.evidence.doubt"),
                remarks);
    }

    private ImportedCheck mobu(String place, ImageTag tag, Digest image) throws Inconclusive {
        MobuReport report = MobuReport.read(content(place));
        String read = place;
        if (report.images().named().isEmpty() && isWeb(place) && place.endsWith(SUMMARY)) {
            // The summary itself names no image; its flock does, and has the same counts.
            read = place.substring(0, place.length() - SUMMARY.length());
            report = MobuReport.read(content(read));
        }
        if (report.images().follows().isPresent()) {
            throw new Inconclusive(WORDS.text(
                    "mobu.follows",
                    "follows",
                    Visible.value(report.images().follows().get()),
                    "digest",
                    image.text()));
        }
        if (report.images().named().isEmpty()) {
            throw new Inconclusive(WORDS.text("mobu.no-image", "digest", image.text()));
        }
        for (ImageReference each : report.images().named()) {
            each.require(tag, image);
        }
        Optional<String> business = report.business();
        if (business.filter(each -> !each.toLowerCase(Locale.ROOT).contains("notebook"))
                .isPresent()) {
            throw new Inconclusive(WORDS.text("mobu.no-notebooks", "business", Visible.value(business.get())));
        }
        if (report.succeeded() + report.failed() == 0) {
            throw new Inconclusive(WORDS.text("mobu.nothing-ran", "flock", report.flock()));
        }
        String evidence = WORDS.text(
                "mobu.evidence",
                "flock",
                report.flock(),
                "place",
                shown(read),
                "business",
                business.map(Visible::value).orElse("?"),
                "passed",
                report.succeeded(),
                "failed",
                report.failed(),
                "since",
                report.started().map(Visible::value).orElse("?"));
        List<String> remarks =
                report.failed() > 0 && report.succeeded() > 0 ? List.of(WORDS.text("mobu.cumulative")) : List.of();
        return said(report.succeeded(), report.failed(), 0, evidence, remarks);
    }

    private static ImportedCheck said(long passed, long failed, long skipped, String evidence, List<String> remarks) {
        return new ImportedCheck.Said(
                failed > 0 ? Deed.CheckResult.FAILED : Deed.CheckResult.PASSED,
                passed,
                failed,
                skipped,
                evidence,
                remarks);
    }

    private byte[] content(String place) throws Inconclusive {
        if (!isWeb(place)) {
            return file(place);
        }
        try {
            return Download.of(URI.create(place), credentials);
        } catch (RegistryProblem e) {
            throw new Inconclusive(
                    WORDS.text("report.unreached", "problem", Visible.of(String.valueOf(e.getMessage()))));
        } catch (IOException | IllegalArgumentException e) {
            throw new Inconclusive(WORDS.text("report.no-address", "place", shown(place)));
        }
    }

    private static boolean isWeb(String place) {
        return place.matches("(?i)[a-z][a-z0-9+.-]*://.*");
    }

    private static byte[] file(String place) throws Inconclusive {
        try {
            Path path = Path.of(place);
            if (!Files.isRegularFile(path)) {
                throw new Inconclusive(WORDS.text("report.no-file", "place", shown(place)));
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(LONGEST + 1);
                if (bytes.length > LONGEST) {
                    throw new Inconclusive(WORDS.text("report.too-long", "place", shown(place), "most", LONGEST));
                }
                if (bytes.length == 0) {
                    throw new Inconclusive(WORDS.text("report.empty", "place", shown(place)));
                }
                return bytes;
            }
        } catch (InvalidPathException e) {
            throw new Inconclusive(WORDS.text("report.no-file", "place", shown(place)));
        } catch (IOException e) {
            throw new Inconclusive(WORDS.text("report.unreadable", "place", shown(place), "problem", IoWords.of(e)));
        }
    }

    private static String shown(String place) {
        return Visible.cut(place, LONGEST_PLACE);
    }
}
