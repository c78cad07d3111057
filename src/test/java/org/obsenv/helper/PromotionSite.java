package org.obsenv.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.signoff.Act;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Deed.CheckResult;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy.Cell;
import org.obsenv.domain.signoff.TagMove;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.fixture.RegistryServer;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.registry.Credentials;
import org.obsenv.registry.RegistryAddress;
import org.obsenv.registry.RegistryClient;

/** A site with a real registry that asks for a password, and a weekly that climbs there. */
public final class PromotionSite implements AutoCloseable {
    public static final String REPOSITORY = "lsst/sciplat-lab";
    public static final String WEEKLY = "w_2026_45-1";
    public static final Credentials WRITER = new Credentials.Basic("reader", "two words");
    // bcrypt of "two words"
    private static final String PASSWORDS = "reader:$2y$05$UihdWi7mFPzohW8nDVBr5umG.x9GTg4pHNbNNND93SWbww3dmANx.\n";
    private static final WindowChange CONFIRMED =
            new WindowChange.Confirmed("Patch Thursday", new SessionName.Planned(LocalDate.of(2026, 11, 19)));

    public final RegistryServer registry;
    public final LedgerSite site;
    final Path credentials;
    public final Digest image;
    public final Digest before;

    /** Where the account has credentials to move the recommended tag with. */
    public PromotionSite(Path directory) {
        this(directory, "promote-with", "recommended");
    }

    /**
     * @param key under which the site file names the credentials
     * @param recommended the tag that people start from
     */
    PromotionSite(Path directory, String key, String recommended) {
        try {
            Path passwords = Files.writeString(directory.resolve("passwords"), PASSWORDS);
            registry = new RegistryServer(
                    directory, "auth: {htpasswd: {realm: tests, path: " + passwords + "}}", WRITER.header());
            before = push("w_2026_38");
            push("recommended", "w_2026_38");
            image = push("w_2026_45");
            credentials =
                    Files.writeString(directory.resolve("credentials.yaml"), "user: reader\npassword: two words\n");
            Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        site = new LedgerSite(
                directory,
                text -> text + "images: {registry: \"" + registry.base() + "\", repository: " + REPOSITORY + ", " + key
                        + ": " + credentials + ", recommended: " + recommended + "}\n");
    }

    /** Makes a tag mean an image of that name. */
    public Digest push(String tag, String name) {
        try {
            return new Digest(registry.push(REPOSITORY, tag, Map.of("name", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Digest push(String tag) {
        return push(tag, tag);
    }

    /** What the registry says, asked by another client. */
    public Optional<Digest> recommended() {
        return meaning("recommended");
    }

    Optional<Digest> meaning(String tag) {
        try {
            return new RegistryClient(new RegistryAddress(registry.base(), REPOSITORY), WRITER).digest(tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that is asked before the promotion, in a session that somebody confirmed and that is open. */
    void agree() {
        climb();
        pull();
        confirm();
        open();
    }

    /** Everything that is asked before a promotion by the clock of the machine: for a verb in a process of its own. */
    public static void agreeNow(LedgerSite site, Digest image) {
        site.passes(Duration.between(site.now(), Instant.now().minus(Duration.ofHours(1))));
        climb(site, image);
        pull(site, image);
        recorded(site.say(
                "maint1",
                new WindowChange.Added("Patch Thursday", site.now(), site.now().plus(Duration.ofHours(24)))));
    }

    void climb() {
        climb(site, image);
    }

    void pull() {
        pull(site, image);
    }

    private static void climb(LedgerSite site, Digest image) {
        recorded(site.run("maint1", new Ask.Propose("w_2026_45", image, new Deed.Proposed("x", Optional.empty()))));
        act(site, image, "maint1", new Deed.MeetingHeld("rsp", true, Optional.empty()));
        act(site, image, "maint1", new Deed.MeetingHeld("coordination", true, Optional.empty()));
        for (Cell cell : site.site().signOff().orElseThrow().policy().cells()) {
            act(site, image, "owner1", new Deed.Checked(cell, CheckResult.PASSED, Optional.empty()));
        }
        act(site, image, "maint1", new Deed.TicketOpened("DM-51902"));
        Map.of("lead1", "platform", "lead2", "pipelines", "lead4", "owner", "lead5", "community", "lead6", "middleware")
                .forEach((lead, seat) ->
                        act(site, image, lead, new Deed.Acknowledged(seat, Optional.empty(), Optional.empty())));
    }

    private static void pull(LedgerSite site, Digest image) {
        act(site, image, "maint1", new Deed.Pulled("data-int"));
        act(site, image, "maint1", new Deed.Pulled("summit"));
    }

    void confirm() {
        recorded(site.say("maint1", CONFIRMED));
    }

    /** Goes on to a time at which Patch Thursday has opened. */
    void open() {
        site.passes(Duration.between(site.now(), Instant.parse("2026-11-19T23:05:00Z")));
    }

    void act(String actor, Deed deed) {
        act(site, image, actor, deed);
    }

    private static void act(LedgerSite site, Digest image, String actor, Deed deed) {
        recorded(site.act(actor, WEEKLY, image, deed));
    }

    Outcome promote(String actor) {
        return promote(actor, Optional.of(before));
    }

    Outcome promote(String actor, Optional<Digest> saw) {
        return site.move(actor, WEEKLY, image, new TagMove.Promote(saw));
    }

    Outcome putBack(String actor) {
        return site.move(actor, WEEKLY, image, new TagMove.Return("tutorials crash"));
    }

    Outcome verify(String actor) {
        return site.move(actor, WEEKLY, image, new TagMove.Verify());
    }

    /** The newest act of the weekly. */
    Act newest() {
        return site.candidate(WEEKLY).candidate().acts().getLast();
    }

    static Outcome.Recorded recorded(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return (Outcome.Recorded) outcome;
    }

    @Override
    public void close() {
        registry.close();
    }
}
