package org.obsenv.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListEdit;
import org.obsenv.base.ListedPin;
import org.obsenv.cycle.CycleBuild;
import org.obsenv.domain.PackageName;
import org.obsenv.ledger.ActDocument;
import org.obsenv.ledger.ChainDocument;
import org.obsenv.protocol.RequestDocument;
import org.obsenv.protocol.SignOffRequestDocument;
import org.obsenv.protocol.Verb;
import org.obsenv.site.SiteFile;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.TextCases;
import org.obsenv.yaml.YamlProblem;

/**
 * Whatever bytes a parser gets, it reads them or complains in one way (security row 14). Usually this goes through
 * what is stored: the hand-made cases, and what a fuzzer found to lead elsewhere ({@code ParsersFuzzTestInputs} in the
 * resources). {@code packaging/proofs.sh fuzz} looks for more.
 */
class ParsersFuzzTest {
    private static final String NAME = "fuzzed";
    private static final int LONGEST_COMPLAINT = 2000;
    private static final String LINE_END = "\r\n|[\r\n\u0085\u2028\u2029]";

    private interface Parser {
        void parse(byte[] bytes) throws YamlProblem;
    }

    static Stream<byte[]> documents() {
        return cases(StrictYaml.class, List.of());
    }

    @MethodSource("documents")
    @FuzzTest
    void document(byte[] bytes) {
        requireOneKindOfComplaint(bytes, each -> StrictYaml.mapping(NAME, each, StrictYaml.SMALL));
    }

    static Stream<byte[]> sites() {
        String sound = TextCases.text(SiteFile.class, "sound.yaml");
        return Stream.concat(
                Stream.of(bytes(sound), bytes(TextCases.text(SiteFile.class, "issue.yaml"))),
                cases(SiteFile.class, sound.lines().toList()));
    }

    @MethodSource("sites")
    @FuzzTest
    void site(byte[] bytes) {
        requireOneKindOfComplaint(bytes, each -> SiteFile.parse(NAME, each));
    }

    static Stream<byte[]> lists() {
        return Stream.of(
                        "ts_wep: v1.0.0\nsummit_utils: 0123abc\n",
                        "packages: {ts_wep: v1.0.0, cwfs: deploy-summit}\nunpinned: {atmospec: keep 0123abcd}\n",
                        "cycle: c0044.007\nreviewed: {at: 2026-11-21, by: maint2}\nts_wep: w.2023.42\n",
                        "reviewed: {at: \"2026-11-21T03:00:00Z\", by: Zoë}\nts_wep: versión-1\n",
                        "ts_wep: v1^\n",
                        "unpinned: {ts_wep: keep 1}\nts_wep: v1\n")
                .map(ParsersFuzzTest::bytes);
    }

    @MethodSource("lists")
    @FuzzTest
    void list(byte[] bytes) {
        requireOneKindOfComplaint(bytes, each -> BaseList.parse(NAME, each));
    }

    static Stream<byte[]> edits() {
        return Stream.concat(
                lists(),
                Stream.of(
                                "\ufeff# Zoë \ud83d\udd2d\r\nts_wep : 'v1'  # why\r\ncwfs:\r\n  a6971dc\r\n",
                                "packages: {ts_wep: v1, \"cwfs\": master,}\nunpinned: {}\n",
                                "{ts_wep: v1}",
                                "? ts_wep\n: v1\n? cwfs\n: |-\n  v1\n",
                                "ts_wep: \"v\\x31\"\runpinned:\r    cwfs: keep 0123abc\r",
                                "--- # x\nts_wep: v1\n... # end\n",
                                "ts_wep: v1\nreviewed: {at: 2026-11-21, by: a}\n")
                        .map(ParsersFuzzTest::bytes));
    }

    /** Whatever the list: a pin is exchanged and every byte outside of it stays, or it is refused in the one way. */
    @MethodSource("edits")
    @FuzzTest
    void listEdit(byte[] bytes) {
        requireOneKindOfComplaint(bytes, each -> {
            BaseList before = BaseList.parse(NAME, each);
            PackageName added = new PackageName("added_here");
            for (PackageName name : before.pins().keySet()) {
                requireOnlyThat(before, each, name, new ListedPin.Named("v9.8.7", 0));
            }
            requireOnlyThat(before, each, added, new ListedPin.Named("v9.8.7", 0));
            requireOnlyThat(before, each, added, new ListedPin.Keep("0123abcd", 0));
        });
    }

    private static void requireOnlyThat(BaseList before, byte[] bytes, PackageName name, ListedPin to) {
        byte[] edited;
        BaseList after;
        try {
            edited = ListEdit.of(NAME, bytes, Map.of(name, to), Optional.empty());
            after = BaseList.parse(NAME, edited);
        } catch (YamlProblem refused) {
            assertThat(refused.file()).isEqualTo(NAME);
            assertThat(refused.key()).isNotEmpty();
            return;
        }
        assertThat(after.pin(name).filter(to::isSame)).isPresent();
        before.pins().forEach((other, pin) -> {
            if (!other.equals(name)) {
                assertThat(after.pin(other).filter(pin::isSame)).isPresent();
            }
        });
        Optional<ListedPin> was = before.pin(name);
        boolean inPlace = was.isPresent() && was.get().getClass() == to.getClass();
        if (was.isEmpty() || inPlace) {
            int start = Arrays.mismatch(bytes, edited);
            int end = 0;
            while (start >= 0
                    && end < Math.min(bytes.length, edited.length) - start
                    && bytes[bytes.length - 1 - end] == edited[edited.length - 1 - end]) {
                end++;
            }
            int gone = start < 0 ? 0 : bytes.length - end - start;
            String lost = new String(bytes, Math.max(0, start), gone, StandardCharsets.UTF_8);
            // Escaped, a character takes ten; over several lines, only blanks are between.
            int most = was.map(pin -> 2 + 10 * pin.written().length()).orElse(0);
            assertThat(lost.replaceAll("[\\s\\\\]+", "")).hasSizeLessThanOrEqualTo(most);
        }
    }

    static Stream<byte[]> cycles() {
        return Stream.of(
                        "CYCLE=c0044\nrev=.007\nts_wep=16.5.0 # why\nexport cwfs='master'\n",
                        "lsst_sims=2.13.0.sims-4-g6cf0aa7+7c85dde3c7\r\n\r\n#\r\nSpectractor=\"w.2023.42\"\r\n",
                        "ts_wep=$(id)\n",
                        "ts_wep='a\n",
                        "ts_wep=1\nts_wep=2\n")
                .map(ParsersFuzzTest::bytes);
    }

    @MethodSource("cycles")
    @FuzzTest
    void cycle(byte[] bytes) {
        requireOneKindOfComplaint(bytes, each -> {
            CycleBuild build = CycleBuild.parse(NAME, each);
            build.cycle();
            build.version(new PackageName("ts_wep"));
        });
    }

    static Stream<byte[]> requests() {
        return cases(RequestDocument.class, List.of());
    }

    @MethodSource("requests")
    @FuzzTest
    void request(byte[] bytes) {
        for (Verb verb : Verb.values()) {
            requireOneKindOfComplaint(bytes, each -> RequestDocument.parse(verb, each));
        }
    }

    static Stream<byte[]> signOffs() {
        return Stream.concat(
                Stream.of(bytes("""
                                verb: signoff
                                on: candidate
                                candidate: w_2026_45-1
                                saw: {number: 1, hash: "%s"}
                                digest: "sha256:%s"
                                act: acknowledged
                                seat: pipelines
                                """.formatted("ab".repeat(32), "9f".repeat(32)))),
                cases(RequestDocument.class, List.of()));
    }

    @MethodSource("signOffs")
    @FuzzTest
    void signOff(byte[] bytes) {
        requireOneKindOfComplaint(bytes, SignOffRequestDocument::parse);
    }

    static Stream<byte[]> ledgers() {
        return Stream.concat(
                Stream.of(
                        bytes("candidate: w_2026_45-1\ntag: w_2026_45\nacts:\n- {number: 1, actor: a, seal: AA==}\n"),
                        bytes(
                                "windows: x\nacts:\n- {number: 1, at: 2026-11-21T03:00:00Z, actor: a, host: b, act: moved,"
                                        + " window: Summit, session: 2026-12-02, start: 2026-12-02T16:00:00Z,"
                                        + " end: 2026-12-02T17:00:00Z, before: c, seal: AA==}\n")),
                cases(StrictYaml.class, List.of()));
    }

    @MethodSource("ledgers")
    @FuzzTest
    void ledger(byte[] bytes) {
        requireOneKindOfComplaint(bytes, each -> {
            ChainDocument.Read read = ChainDocument.parse(NAME, each);
            read.chain().revision();
            ActDocument.candidate("w_2026_45-1", read);
        });
        requireOneKindOfComplaint(bytes, each -> ActDocument.windows(ChainDocument.parse(NAME, each)));
    }

    /** Anything else that is thrown, a StackOverflowError too, is a finding. */
    private static void requireOneKindOfComplaint(byte[] bytes, Parser parser) {
        try {
            parser.parse(bytes);
        } catch (YamlProblem problem) {
            String told = problem.told();
            assertThat(told).hasSizeLessThan(LONGEST_COMPLAINT);
            assertThat(told.codePoints().filter(Character::isISOControl)).isEmpty();
            assertThat(problem.line()).isBetween(0, lines(bytes));
        }
    }

    private static int lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).split(LINE_END, -1).length;
    }

    private static Stream<byte[]> cases(Class<?> owner, List<String> sample) {
        return TextCases.read(owner, "malformed.txt", sample).stream().map(TextCases.Case::document);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
