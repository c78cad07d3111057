package org.obsenv.domain.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.comparison.Comparison.Aged;
import org.obsenv.domain.comparison.Comparison.Gap;
import org.obsenv.domain.comparison.Comparison.Origin;
import org.obsenv.domain.comparison.Comparison.Subject;
import org.obsenv.domain.comparison.Comparison.Why;
import org.obsenv.domain.content.PackageChanges;
import org.obsenv.domain.content.PackageList;
import org.obsenv.domain.content.PackageListProblem;
import org.obsenv.domain.content.PackageListText;
import org.obsenv.domain.registry.ImageFacts;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;

/**
 * Finds what a candidate replaces and compares the two: by the lists attached to candidates, else by a label that holds
 * a list, else by the labels themselves.
 *
 * @param images where images are looked up; empty where the site names no source
 * @param recommended the tag that people start from
 * @param label the label that holds a list of packages, where the site names one
 */
public record ImageComparison(Optional<ImageSource> images, String recommended, Optional<String> label) {
    /** Labels that differ in every build and say nothing of what is in it. */
    private static final Set<String> NOISE = Set.of(
            "org.opencontainers.image.created",
            "org.opencontainers.image.revision",
            "org.label-schema.build-date",
            "org.label-schema.vcs-ref",
            "build-date",
            "vcs-ref");

    private static final int LONGEST_LABEL = 300;

    /** Blocks for a bounded time where a registry is asked; call from a background thread. */
    public Comparison of(LedgerReading ledger, Candidate candidate, Digest image) {
        Subject newer = new Subject(candidate.tag().text(), image);
        return switch (replaced(ledger, candidate)) {
            case Found.Nowhere(Gap gap) -> new Comparison.Unsaid(Optional.empty(), newer, List.of(gap));
            case Found.There(Subject older, Optional<Aged> aged)
            when older.digest().equals(image) -> new Comparison.Same(newer, aged);
            case Found.There(Subject older, Optional<Aged> aged) -> compare(ledger, older, newer, aged);
        };
    }

    /** What the registry or the ledger says of a name. */
    private sealed interface Found {
        record There(Subject subject, Optional<Aged> aged) implements Found {}

        record Nowhere(Gap gap) implements Found {}
    }

    private Found replaced(LedgerReading ledger, Candidate candidate) {
        Optional<String> named = candidate.replaces();
        if (named.isPresent()) {
            Optional<Found> inLedger = KnownImages.of(ledger, candidate)
                    .named(named.get())
                    .map(subject -> new Found.There(subject, Optional.empty()));
            return inLedger.orElseGet(() -> ask(ledger, candidate, named.get()));
        }
        Optional<Digest> before = candidate.promotedFrom();
        if (before.isPresent()) {
            return new Found.There(
                    KnownImages.of(ledger, candidate)
                            .called(before.get())
                            .orElse(new Subject(recommended, before.get())),
                    Optional.empty());
        }
        return ask(ledger, candidate, recommended);
    }

    private Found ask(LedgerReading ledger, Candidate candidate, String tag) {
        if (images.isEmpty()) {
            return new Found.Nowhere(new Gap(Why.NO_SOURCE, tag, ""));
        }
        Looked<Optional<Digest>> looked =
                images.get().digests(Set.of(tag)).getOrDefault(tag, new Looked.Never<>("it was not asked"));
        return switch (looked) {
            case Looked.Now<Optional<Digest>>(Optional<Digest> digest, var at) ->
                found(ledger, candidate, tag, digest, Optional.empty());
            case Looked.Before<Optional<Digest>>(Optional<Digest> digest, var at, String reason) ->
                found(ledger, candidate, tag, digest, Optional.of(new Aged(at, reason)));
            case Looked.Never<Optional<Digest>>(String reason) -> new Found.Nowhere(new Gap(Why.AWAY, tag, reason));
        };
    }

    private static Found found(
            LedgerReading ledger, Candidate candidate, String tag, Optional<Digest> digest, Optional<Aged> aged) {
        return digest.<Found>map(each -> new Found.There(
                        KnownImages.of(ledger, candidate).called(each).orElse(new Subject(tag, each)), aged))
                .orElseGet(() -> new Found.Nowhere(new Gap(Why.NO_SUCH_TAG, tag, "")));
    }

    /** A list and where it is from, or why there is none. */
    private sealed interface Listed {
        record There(PackageList list, Origin origin) implements Listed {}

        record Missing(Gap gap) implements Listed {}
    }

    private Comparison compare(LedgerReading ledger, Subject older, Subject newer, Optional<Aged> aged) {
        Optional<Listed.There> attachedOlder = attached(ledger, older.digest());
        Optional<Listed.There> attachedNewer = attached(ledger, newer.digest());
        // Without a label for it, labels are compared with labels: packages with labels would all be added or removed.
        boolean byLabels = label.isEmpty() && attachedOlder.isEmpty() && attachedNewer.isEmpty();
        Listed first = attachedOlder.<Listed>map(each -> each).orElseGet(() -> look(older, byLabels));
        Listed second = attachedNewer.<Listed>map(each -> each).orElseGet(() -> look(newer, byLabels));
        if (first instanceof Listed.There(PackageList left, Origin ofOlder)
                && second instanceof Listed.There(PackageList right, Origin ofNewer)) {
            return new Comparison.Compared(older, ofOlder, newer, ofNewer, PackageChanges.between(left, right), aged);
        }
        List<Gap> gaps = new ArrayList<>();
        for (Listed each : List.of(second, first)) {
            if (each instanceof Listed.Missing(Gap gap)) {
                gaps.add(gap);
            }
        }
        return new Comparison.Unsaid(Optional.of(older), newer, gaps);
    }

    private static Optional<Listed.There> attached(LedgerReading ledger, Digest digest) {
        return ledger.candidates().stream()
                .flatMap(each -> each.candidate().packages(digest).stream())
                .max(java.util.Comparator.comparing(Act::at))
                .flatMap(act -> act.deed() instanceof Deed.PackagesListed(String source, PackageList packages)
                        ? Optional.of(new Listed.There(packages, new Origin.Attached(act.actor(), act.at())))
                        : Optional.empty());
    }

    private Listed look(Subject subject, boolean byLabels) {
        if (images.isEmpty()) {
            return new Listed.Missing(new Gap(Why.NO_SOURCE, subject.tag(), ""));
        }
        if (label.isEmpty() && !byLabels) {
            return new Listed.Missing(new Gap(Why.NO_LIST, subject.tag(), ""));
        }
        Looked<ImageFacts> facts = images.get().facts(subject.digest());
        return facts.answer()
                .map(each -> byLabels ? labels(each) : labelled(subject, each, label.orElse("")))
                .orElseGet(() -> new Listed.Missing(
                        new Gap(Why.AWAY, subject.tag(), facts.silence().orElse(""))));
    }

    private static Listed labels(ImageFacts facts) {
        Map<String, String> kept = new HashMap<>();
        facts.labels().forEach((name, value) -> {
            if (!NOISE.contains(name)
                    && value.length() <= LONGEST_LABEL
                    && value.lines().count() <= 1) {
                kept.put(name, value);
            }
        });
        return new Listed.There(PackageList.of(kept), new Origin.Labels());
    }

    private static Listed labelled(Subject subject, ImageFacts facts, String name) {
        String text = facts.labels().get(name);
        if (text == null) {
            return new Listed.Missing(new Gap(Why.NO_LIST, subject.tag(), name));
        }
        try {
            return new Listed.There(PackageListText.parse(name, text), new Origin.Label(name));
        } catch (PackageListProblem e) {
            return new Listed.Missing(new Gap(Why.NOT_A_LIST, subject.tag(), e.told()));
        }
    }
}
