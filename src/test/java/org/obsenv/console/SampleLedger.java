package org.obsenv.console;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.obsenv.console.signoff.SignOffParts;
import org.obsenv.domain.Known;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.Sha256;
import org.obsenv.domain.comparison.ImageComparison;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.ImageFacts;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.registry.Retention;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Candidate;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.CheckReports;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.ImportedCheck;
import org.obsenv.domain.signoff.LedgerReader;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.domain.signoff.Rules;
import org.obsenv.domain.signoff.Ruling;
import org.obsenv.domain.window.WindowRule;
import org.obsenv.protocol.SignOffGateway;
import org.obsenv.protocol.SignOffRequest;

/** The candidates of the design's picture, in a store that takes acts by the real rules and forgets them afterwards. */
public final class SampleLedger implements LedgerReader, SignOffGateway, ImageSource {
    public static final Digest IMAGE = digest("9f3c");
    public static final Digest BEFORE = digest("51d0");
    public static final Digest OTHER = digest("ab12");
    public static final String CANDIDATE = "w_2026_45-1";
    private static final Instant NOW = Sample.NOW;

    private final Map<String, List<Act>> acts = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Doubt> doubts = new LinkedHashMap<>();
    private final String actor;
    public final List<SignOffRequest> requests = new ArrayList<>();
    public final SampleWindows windows = new SampleWindows();
    public final SampleDesignations designations = new SampleDesignations(NOW);
    public CheckReports reports = (source, tag, image) -> new ImportedCheck.Unsaid("the sample has no reports");
    /** What a person points at when she is asked for a file. */
    public Optional<Path> file = Optional.empty();

    public final Map<Digest, String> labels = new HashMap<>();
    public boolean refuses;
    public Optional<String> unreadable = Optional.empty();
    public Map<String, Looked<Optional<Digest>>> registry = new LinkedHashMap<>();
    /** What somebody else does while the next request is on its way. */
    public Runnable meanwhile = () -> {};

    public SampleLedger(String actor) {
        this.actor = actor;
        weekly38();
        weekly43();
        weekly45();
    }

    public String actor() {
        return actor;
    }

    public SignOffParts parts() {
        return new SignOffParts(
                policy(),
                this,
                this,
                Optional.of(new SiteImages(this, "recommended", true, Retention.USUAL)),
                WindowRule.DEFAULTS,
                new ImageComparison(Optional.of(this), "recommended", Optional.of("packages")),
                (source, tag, image) -> reports.read(source, tag, image),
                title -> file,
                ZoneId.of("America/Santiago"));
    }

    public static Policy policy() {
        return SamplePolicy.policy();
    }

    private void weekly38() {
        String id = candidate("w_2026_38-1", "w_2026_38");
        act(id, "maint1", 60, BEFORE, new Deed.Proposed("monthly", Optional.of("w_2026_30")));
        act(id, "maint1", 51, BEFORE, new Deed.Promoted("recommended", Optional.empty()));
    }

    private void weekly43() {
        Digest digest = digest("07aa");
        String id = candidate("w_2026_43-1", "w_2026_43");
        act(id, "maint1", 22, digest, new Deed.Proposed("new numpy", Optional.of("w_2026_38")));
        check(id, 20, digest, "system-test", "summit", Deed.CheckResult.FAILED);
    }

    private void weekly45() {
        String id = candidate(CANDIDATE, "w_2026_45");
        act(
                id,
                "maint1",
                8,
                IMAGE,
                new Deed.Proposed("new middleware, needed for DP2 tutorials", Optional.of("w_2026_38")));
        act(id, "maint1", 5, IMAGE, new Deed.MeetingHeld("rsp", true, Optional.empty()));
        act(id, "maint1", 4, IMAGE, new Deed.MeetingHeld("coordination", true, Optional.empty()));
        for (Policy.Repository repository : policy().repositories()) {
            for (String place : policy().deployments()) {
                check(id, 3, IMAGE, repository.name(), place, Deed.CheckResult.PASSED);
            }
        }
        act(id, "maint1", 3, IMAGE, new Deed.TicketOpened("DM-51902"));
        act(id, "lead1", 2, IMAGE, new Deed.Acknowledged("platform", Optional.empty(), Optional.empty()));
        act(id, "lead4", 2, IMAGE, new Deed.Acknowledged("owner", Optional.of("lead3"), Optional.empty()));
        act(
                id,
                "lead5",
                1,
                IMAGE,
                new Deed.Acknowledged("community", Optional.empty(), Optional.of("tutorials fine on int")));
    }

    private String candidate(String id, String tag) {
        acts.put(id, new ArrayList<>());
        tags.put(id, tag);
        return id;
    }

    private void check(String id, int days, Digest digest, String repository, String place, Deed.CheckResult result) {
        act(
                id,
                "maint3",
                days,
                digest,
                new Deed.Checked(new Policy.Cell(repository, place), result, Optional.of("https://runs.example/812")));
    }

    /** Somebody proposes another image now. */
    public void propose(String tag) {
        String id = candidate(tag + "-1", tag);
        act(id, "maint1", 0, OTHER, new Deed.Proposed("next", Optional.empty()));
    }

    /** Somebody does something, so many days ago. */
    public void act(String id, String who, int daysAgo, Digest digest, Deed deed) {
        List<Act> all = acts.getOrDefault(id, new ArrayList<>());
        all.add(new Act(all.size() + 1, NOW.minus(Duration.ofDays(daysAgo)), who, digest, deed));
    }

    /** Its record is unverified from there on. */
    public void doubt(String id, int from, Doubt.Why why) {
        doubts.put(id, new Doubt(from, why));
    }

    @Override
    public Known<LedgerReading> read() {
        if (unreadable.isPresent()) {
            return Known.unknown(unreadable.get());
        }
        return Known.of(new LedgerReading(
                acts.keySet().stream().map(this::reading).toList(),
                designations.acts(),
                revision("designations", List.of()),
                Optional.empty(),
                windows.reading(),
                List.of(),
                new LedgerReading.KeyState.Trusted("f".repeat(64))));
    }

    private CandidateReading reading(String id) {
        List<Act> all = acts.getOrDefault(id, List.of());
        Optional<Doubt> doubt = Optional.ofNullable(doubts.get(id));
        List<Act> genuine = doubt.map(each -> all.subList(0, each.from() - 1)).orElse(all);
        return new CandidateReading(
                new Candidate(id, ImageTag.parse(tags.getOrDefault(id, id)), genuine), revision(id, all), doubt);
    }

    private static Revision revision(String id, List<Act> all) {
        return new Revision(all.size(), Sha256.hex((id + all).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Outcome run(SignOffRequest request) {
        requests.add(request);
        if (refuses) {
            return new Outcome.Failed("the sample refuses");
        }
        meanwhile.run();
        meanwhile = () -> {};
        if (request.ask() instanceof SignOffRequest.Ask.OnWindows said) {
            return windows.run(said, policy(), actor);
        }
        if (request.ask() instanceof SignOffRequest.Ask.OnDesignations said) {
            return designations.run(said.change(), actor);
        }
        if (!(request.ask() instanceof SignOffRequest.Ask.OnCandidate ask)) {
            return new Outcome.Failed("the sample takes acts on candidates only");
        }
        CandidateReading reading = reading(ask.candidate());
        if (!reading.revision().equals(ask.saw())) {
            return new Outcome.Refused(Refusal.LEDGER_MOVED, Map.of("candidate", ask.candidate()));
        }
        Ruling ruling = new Rules(policy(), DesignationAct.standing(designations.acts()), actor, NOW)
                .of(reading.candidate(), ask.digest(), ask.deed());
        return switch (ruling) {
            case Ruling.Forbidden forbidden -> new Outcome.Refused(forbidden.refusal(), forbidden.facts());
            case Ruling.Allowed allowed -> {
                act(ask.candidate(), actor, 0, ask.digest(), allowed.deed());
                yield new Outcome.Recorded(
                        ask.candidate(),
                        acts.getOrDefault(ask.candidate(), List.of()).size(),
                        NOW,
                        List.of());
            }
        };
    }

    @Override
    public Permission permission() {
        return new Permission.Granted();
    }

    @Override
    public String typedCommand() {
        return "sudo -u obs_ledger /usr/lib/obsenv/signoff";
    }

    @Override
    public Looked<List<ImageTag>> tags() {
        return new Looked.Now<>(
                Stream.concat(tags.values().stream(), registry.keySet().stream())
                        .map(ImageTag::parse)
                        .toList(),
                NOW);
    }

    @Override
    public Map<String, Looked<Optional<Digest>>> digests(Set<String> wanted) {
        return wanted.stream().collect(Collectors.toMap(tag -> tag, this::digestOf));
    }

    private Looked<Optional<Digest>> digestOf(String asked) {
        String tag = asked.equals("recommended") ? "w_2026_38" : asked;
        return Optional.ofNullable(registry.get(asked))
                .orElseGet(() -> new Looked.Now<>(
                        tags.entrySet().stream()
                                .filter(each -> each.getValue().equals(tag))
                                .flatMap(each -> reading(each.getKey()).candidate().image().stream())
                                .findFirst(),
                        NOW));
    }

    @Override
    public Looked<ImageFacts> facts(Digest digest) {
        return Optional.ofNullable(labels.get(digest))
                .map(text -> new ImageFacts(digest, Optional.empty(), new TreeMap<>(Map.of("packages", text))))
                .<Looked<ImageFacts>>map(facts -> new Looked.Now<>(facts, NOW))
                .orElseGet(() -> new Looked.Never<>("the sample looks into no image"));
    }

    private static Digest digest(String start) {
        return new Digest("sha256:" + start + "0".repeat(58) + "e1");
    }
}
