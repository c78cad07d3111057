package org.obsenv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.obsenv.domain.Outcome;
import org.obsenv.domain.Permission;
import org.obsenv.domain.comparison.ImageComparison;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Retention;
import org.obsenv.domain.registry.SiteImages;
import org.obsenv.domain.signoff.Seen;
import org.obsenv.helper.LedgerSite;
import org.obsenv.protocol.SignOffGateway;
import org.obsenv.protocol.SignOffRequest;
import org.obsenv.site.Contact;

/** {@code obsenv signoff} as people type it, on a real store, with the verb in this process. */
final class SignOffLine {
    private final LedgerSite site;
    private Optional<Runnable> between = Optional.empty();
    private Optional<ImageSource> images = Optional.empty();
    private Optional<String> label = Optional.empty();

    SignOffLine(LedgerSite site) {
        this.site = site;
    }

    /** What a command said and ended with. */
    record Said(int code, String out, String err) {}

    /** Where images are looked up, and which label holds their packages. */
    void images(ImageSource source, Optional<String> packagesLabel) {
        images = Optional.of(source);
        label = packagesLabel;
    }

    /** What happens between the next command's look at the store and its act. */
    void between(Runnable happens) {
        between = Optional.of(happens);
    }

    void done(String account, String... words) {
        Said said = run(account, words);
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        assertThat(said.out()).contains("It is written and sealed: act ");
    }

    Said run(String account, String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "signoff";
        System.arraycopy(words, 0, all, 1, words.length);
        return command(account, all);
    }

    /** Any command of {@code obsenv}. */
    Said command(String account, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ObsenvCommand.run(
                new OneLedger(account),
                new Screen(new PrintWriter(out), new PrintWriter(err), false, 100),
                new Waiting(site::now, time -> {}),
                words);
        return new Said(code, out.toString(), err.toString());
    }

    private final class OneLedger extends NoSources {
        private final String account;

        OneLedger(String account) {
            this.account = account;
        }

        @Override
        public Optional<OpenedLedger> ledger(Path siteFile) {
            return Optional.of(new OpenedLedger(
                    ZoneId.of("UTC"),
                    site.site().signOff().orElseThrow().policy(),
                    site.site().windows(),
                    site.reader(Seen.nothing()),
                    new SignOffGateway() {
                        @Override
                        public Outcome run(SignOffRequest request) {
                            Optional<Runnable> first = between;
                            between = Optional.empty();
                            first.ifPresent(Runnable::run);
                            return site.run(account, request.ask());
                        }

                        @Override
                        public Permission permission() {
                            return new Permission.Granted();
                        }

                        @Override
                        public String typedCommand() {
                            return "signoff";
                        }
                    },
                    account,
                    site::now,
                    images.map(each -> new SiteImages(each, "recommended", true, Retention.USUAL)),
                    Optional.of(new Contact("On call", "+56 2")),
                    new ImageComparison(images, "recommended", label),
                    Optional.of("https://notes.example.org/{tag}")));
        }
    }
}
