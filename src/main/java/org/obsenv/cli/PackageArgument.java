package org.obsenv.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.PackageReading;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One package of the environment, named whole, and which of its two commits is meant. */
final class PackageArgument {
    @Parameters(index = "0", paramLabel = "PACKAGE")
    String name = "";

    @Option(names = "--head")
    boolean head;

    @Spec(Spec.Target.MIXEE)
    @Nullable
    CommandSpec command;

    /** The package's reading; a name the environment does not have is a wrong command line. */
    PackageReading find(List<PackageReading> packages) {
        Optional<PackageReading> found = packages.stream()
                .filter(each -> each.name().text().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new ParameterException(
                Objects.requireNonNull(command).commandLine(),
                Texts.words()
                        .text(
                                "usage.no-package",
                                "name",
                                name,
                                "names",
                                packages.stream()
                                        .map(PackageReading::name)
                                        .map(PackageName::text)
                                        .collect(Collectors.joining(", ")))));
    }
}
