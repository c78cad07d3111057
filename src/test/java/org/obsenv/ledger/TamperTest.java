package org.obsenv.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Refusal;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Doubt;
import org.obsenv.domain.signoff.Doubt.Why;
import org.obsenv.domain.signoff.LedgerReading.KeyState;
import org.obsenv.domain.signoff.Revision;
import org.obsenv.fixture.SignOffPolicy;
import org.obsenv.helper.LedgerSite;
import org.obsenv.protocol.SignOffRequest;

/**
 * Whoever edits the store without its key is found out: from the first act that is not as it was sealed, nothing counts,
 * and the verb adds nothing behind it. Four acts: a proposal and three acknowledgements.
 */
@Execution(ExecutionMode.CONCURRENT)
class TamperTest {
    @TempDir
    Path directory;

    LedgerSite site;
    String weekly;
    Path file;

    @BeforeEach
    void signThree() {
        site = new LedgerSite(directory);
        weekly = site.propose();
        file = site.paths().candidates().resolve(weekly + ".yaml");
        for (Map.Entry<String, String> each :
                new TreeMap<>(Map.of("lead1", "platform", "lead2", "pipelines", "lead3", "owner")).entrySet()) {
            assertThat(site.sign(each.getKey(), weekly, each.getValue())).isInstanceOf(Outcome.Recorded.class);
        }
        assertThat(site.candidate(weekly).isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "actor", "host", "tag", "digest", "act", "seat", "before", "seal"})
    void everyFieldOfAnActIsSealed(String field) throws Exception {
        edit(chain -> Forgery.with(chain, 3, Forgery.changed(chain.acts().get(2), field)));

        unverified(3, Why.CHANGED, 2);
    }

    @Test
    void aFieldThatIsAddedOrRemovedShows() throws Exception {
        String sound = Files.readString(file);
        edit(chain -> Forgery.with(chain, 2, Forgery.added(chain.acts().get(1), "comment", "fine")));
        unverified(2, Why.CHANGED, 1);

        Files.writeString(file, sound);
        edit(chain -> Forgery.with(chain, 2, Forgery.without(chain.acts().get(1), "host")));
        unverified(2, Why.CHANGED, 1);
    }

    @Test
    void anActThatIsTakenOutShows() throws Exception {
        edit(chain -> Forgery.acts(chain, 0, 2, 3));
        unverified(2, Why.CHANGED, 1);
    }

    @Test
    void actsInAnotherOrderShow() throws Exception {
        edit(chain -> Forgery.acts(chain, 0, 2, 1, 3));
        unverified(2, Why.CHANGED, 1);
    }

    @Test
    void anActThatStandsTwiceShows() throws Exception {
        edit(chain -> Forgery.acts(chain, 0, 1, 1, 2, 3));
        unverified(3, Why.CHANGED, 2);
    }

    @Test
    void anActThatNobodySealedShows() throws Exception {
        edit(chain -> {
            Map<String, String> forged = new LinkedHashMap<>(chain.acts().get(3).fields());
            forged.put("number", "5");
            forged.put("actor", "lead5");
            forged.put("seat", "community");
            forged.put("before", chain.hashAt(4));
            return chain.with(new SealedFields(forged, chain.acts().get(3).seal()));
        });
        unverified(5, Why.CHANGED, 4);
    }

    @Test
    void aDocumentThatEndsTooEarlyIsBehindItsIndex() throws Exception {
        edit(chain -> Forgery.acts(chain, 0, 1));
        doubt(new Doubt(3, Why.BEHIND_INDEX), 2);
        assertThat(sign5()).isEqualTo(behind(weekly, 2, 4));
    }

    @Test
    void aDocumentThatIsGoneIsNamed() throws Exception {
        Files.delete(file);

        assertThat(site.reading().candidates()).isEmpty();
        assertThat(site.reading().broken()).singleElement().satisfies(each -> assertThat(each.problem())
                .isEqualTo("candidates/w_2026_45-1.yaml is gone: acts were written to it"));
        // Its name is not used again: the next one is another.
        assertThat(site.propose()).isEqualTo("w_2026_45-2");
    }

    @Test
    void anActOfAnotherCandidateShows() throws Exception {
        Outcome outcome = site.run(
                "maint1",
                new SignOffRequest.Ask.Propose(
                        "w_2026_46", SignOffPolicy.IMAGE, new Deed.Proposed("new middleware", Optional.empty())));
        String other = ((Outcome.Recorded) outcome).document();
        assertThat(site.sign("lead5", other, "community")).isInstanceOf(Outcome.Recorded.class);
        SealedFields moved = ChainDocument.parse(
                        "x", Files.readAllBytes(site.paths().candidates().resolve(other + ".yaml")))
                .chain()
                .acts()
                .get(1);
        edit(chain -> Forgery.with(chain, 2, moved));
        unverified(2, Why.CHANGED, 1);
        assertThat(site.candidate(other).isWhole())
                .as("the other one is not touched by it")
                .isTrue();
    }

    @Test
    void aWholeDocumentUnderAnotherNameIsBroken() throws Exception {
        Files.copy(file, site.paths().candidates().resolve("w_2026_50-1.yaml"));

        assertThat(site.reading().broken()).singleElement().satisfies(each -> assertThat(each.problem())
                .contains("expected the keys candidate, w_2026_50-1"));
        assertThat(site.candidate(weekly).isWhole()).isTrue();
    }

    @Test
    void aHeaderThatIsChangedTakesAllOfIt() throws Exception {
        Files.writeString(file, Files.readString(file).replaceFirst("tag: w_2026_45\n", "tag: w_2026_46\n"));
        unverified(1, Why.CHANGED, 0);
    }

    @Test
    void aDocumentSealedWithAnotherKeyShows() throws Exception {
        KeyPair own = KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
        edit(chain -> Forgery.resealed(chain, own));
        unverified(1, Why.CHANGED, 0);
    }

    /** Only whoever can write the store can do that; a site that names the key in its own file is safe from it. */
    @Test
    void anotherKeyWithAStoreSealedByItShowsWhereTheSiteNamesTheKey() throws Exception {
        String fingerprint = ((KeyState.Trusted) site.reading().key()).fingerprint();
        LedgerSite pinned = new LedgerSite(directory, text -> text + "  key: \"" + fingerprint + "\"\n");
        assertThat(pinned.candidate(weekly).isWhole()).isTrue();
        KeyPair own = KeyPairGenerator.getInstance(SealKey.ALGORITHM).generateKeyPair();
        SealKey half = SealKey.of(own.getPublic());
        edit(chain -> Forgery.resealed(chain, own));
        Revision revision = chain().revision();
        TreeMap<String, Revision> known = new TreeMap<>(Map.of(LedgerPaths.document(weekly), revision));
        Files.write(
                site.paths().index(), IndexDocument.write(known, Forgery.seal(own, IndexDocument.canonical(known))));
        Files.writeString(site.paths().publicKey(), half.pem());

        assertThat(site.candidate(weekly).isWhole())
                .as("nothing in the store tells")
                .isTrue();
        assertThat(pinned.candidate(weekly).doubt()).contains(new Doubt(1, Why.NO_KEY));
        assertThat(pinned.reading().key()).isEqualTo(new KeyState.Foreign(half.fingerprint()));
    }

    @Test
    void withoutAnIndexNobodyKnowsWhatIsMissing() throws Exception {
        Files.delete(site.paths().index());
        doubt(new Doubt(5, Why.NO_INDEX), 4);
        assertThat(sign5()).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(Refusal.STORE_DAMAGED));

        Files.writeString(site.paths().index(), "documents: {}\nseal: \"AAAA\"\n");
        doubt(new Doubt(5, Why.NO_INDEX), 4);
    }

    @Test
    void neverANewKeyOverOldActs() throws Exception {
        Files.delete(site.paths().privateKey());

        assertThat(sign5()).isInstanceOfSatisfying(Outcome.Refused.class, each -> assertThat(each.refusal())
                .isEqualTo(Refusal.KEY_UNUSABLE));
        assertThat(site.paths().privateKey()).doesNotExist();
    }

    private void edit(UnaryOperator<Chain> change) throws Exception {
        Files.write(file, ChainDocument.write(change.apply(chain())));
    }

    private Chain chain() throws Exception {
        return ChainDocument.parse(LedgerPaths.document(weekly), Files.readAllBytes(file))
                .chain();
    }

    private void unverified(int from, Why why, int counted) {
        doubt(new Doubt(from, why), counted);
        assertThat(sign5())
                .isEqualTo(new Outcome.Refused(
                        Refusal.STORE_DAMAGED,
                        Map.of(
                                "document",
                                LedgerPaths.document(weekly),
                                "problem",
                                "from act " + from + " on it is unverified")));
    }

    private void doubt(Doubt doubt, int counted) {
        CandidateReading reading = site.candidate(weekly);
        assertThat(reading.doubt()).contains(doubt);
        assertThat(reading.candidate().acts()).hasSize(counted);
    }

    private Outcome sign5() {
        return site.sign("lead5", weekly, "community");
    }

    private static Outcome behind(String candidate, int has, int known) {
        return new Outcome.Refused(
                Refusal.STORE_BEHIND,
                Map.of(
                        "document",
                        LedgerPaths.document(candidate),
                        "has",
                        Integer.toString(has),
                        "known",
                        Integer.toString(known)));
    }
}
