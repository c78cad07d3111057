package org.obsenv.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which environment: a site file, or a directory of plain clones. The descriptions are in the bundle {@code cli}. */
final class SourceOptions {
    static final String DEPLOY = "deploy";

    @Mixin
    SiteOption site = new SiteOption();

    @Option(names = "--clones", paramLabel = "DIR")
    @Nullable
    Path clones;

    @Option(names = "--base", paramLabel = "FILE")
    @Nullable
    Path base;

    @Option(names = "--deploy", paramLabel = "BRANCH")
    @Nullable
    String deploy;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    Opened open(Sources sources) throws YamlProblem {
        @Nullable Path directory = clones;
        @Nullable Path list = base;
        if (directory != null) {
            refuse(site.isGiven(), "--clones", "--site");
            if (list == null) {
                throw usage("usage.clones-need-base");
            }
            return sources.clones(directory, list, Optional.ofNullable(deploy).orElse(DEPLOY));
        }
        refuse(list != null || deploy != null, "--base, --deploy", "--site");
        return sources.site(site.file());
    }

    private void refuse(boolean both, String one, String other) {
        if (both) {
            throw usage("usage.not-together", "one", one, "other", other);
        }
    }

    private ParameterException usage(String key, Object... facts) {
        CommandSpec spec = java.util.Objects.requireNonNull(command);
        return new ParameterException(spec.commandLine(), Texts.words().text(key, facts));
    }
}
