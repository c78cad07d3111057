package org.obsenv.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.obsenv.console.Console;
import org.obsenv.console.ConsoleParts;
import org.obsenv.site.SiteFile;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the console. Does not extend the toolkit's application class: that one wants a module path. */
@Command(name = "obsenv-console", mixinStandardHelpOptions = true, resourceBundle = "org.obsenv.words.app")
public final class ConsoleMain implements Callable<Integer> {
    private static final int CONFIGURATION = 3;

    @Option(names = "--site", paramLabel = "FILE")
    private Path site = SiteFile.DEFAULT;

    @Option(names = "--clones", paramLabel = "DIR")
    private @Nullable Path clones;

    @Option(names = "--base", paramLabel = "FILE")
    private @Nullable Path base;

    @Option(names = "--deploy", paramLabel = "BRANCH")
    private String deploy = "deploy";

    @Option(names = "--demo", paramLabel = "DIR")
    private @Nullable Path demo;

    @Option(names = "--snapshot", paramLabel = "FILE")
    private @Nullable Path snapshot;

    private ConsoleMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ConsoleMain())
                .setExecutionExceptionHandler(ConsoleMain::complain)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        ConsoleParts parts = parts();
        Optional<Path> picture = Optional.ofNullable(snapshot);
        if (picture.isPresent()) {
            Console.takePicture(parts, picture.get());
        } else {
            Console.launch(parts, new Browser()::open);
        }
        return 0;
    }

    private ConsoleParts parts() throws YamlProblem, IOException {
        InstantSource clock = InstantSource.system();
        ConsoleWiring wiring = new ConsoleWiring(clock);
        if (clones != null) {
            if (base == null) {
                throw new CommandLine.ParameterException(
                        new CommandLine(this), Words.of("app").text("clones.need-base"));
            }
            return wiring.clones(clones, base, deploy);
        }
        return demo == null
                ? wiring.site(site)
                : wiring.demo(site, new DemoMenu(Words.of("app"), demo, clock).extras(), demo);
    }

    private static int complain(Exception problem, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (problem instanceof YamlProblem bad) {
            command.getErr().println(Words.of("app").text("site.bad", "problem", bad.told()));
            command.getErr().flush();
            return CONFIGURATION;
        }
        throw problem;
    }
}
