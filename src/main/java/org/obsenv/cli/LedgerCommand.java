package org.obsenv.cli;

import java.util.concurrent.Callable;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command about the site's sign-offs has: a site, its help, and the store to work with. */
abstract class LedgerCommand implements Callable<Integer> {
    /** Where it prints. */
    final Screen screen;

    /** The words of the bundle {@code cli}. */
    final Words words = Texts.words();

    private final Sources sources;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    LedgerCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    /** Does it; the result is the exit code. */
    abstract int act(LedgerAccess ledger) throws LedgerAccess.Unusable;

    @Override
    public final Integer call() throws YamlProblem {
        return LedgerAccess.with(sources, screen, site, this::act);
    }
}
