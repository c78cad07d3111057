package org.obsenv.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.Known;
import org.obsenv.domain.basing.ListSight;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which pins differ between two texts of the base list. */
@Command(name = "compare", sortOptions = false)
final class BaseCompareCommand implements Callable<Integer> {
    private final Sources sources;
    private final Screen screen;

    @Parameters(paramLabel = "VERSION", index = "0")
    int older;

    @Parameters(paramLabel = "VERSION", index = "1", arity = "0..1")
    @Nullable
    Integer newer;

    @Mixin
    SiteOption site = new SiteOption();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    BaseCompareCommand(Sources sources, Screen screen) {
        this.sources = sources;
        this.screen = screen;
    }

    @Override
    public Integer call() throws YamlProblem {
        try (Opened opened = sources.site(site.file())) {
            Known<ListSight> before = BaseLists.read(opened, Optional.of(older));
            Known<ListSight> after = BaseLists.read(opened, Optional.ofNullable(newer));
            BaseLists lists = new BaseLists(screen);
            if (before instanceof Known.Unknown<ListSight>(String reason)) {
                return lists.unknown(reason);
            }
            if (after instanceof Known.Unknown<ListSight>(String reason)) {
                return lists.unknown(reason);
            }
            return lists.differences(before.found().orElseThrow(), after.found().orElseThrow());
        }
    }
}
