package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.HostReader;
import org.obsenv.domain.HostSight;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.layout.ManifestDocument;
import org.obsenv.words.IoWords;
import org.obsenv.yaml.YamlProblem;

/** What this machine's mount shows of an environment; needs no site file. */
public final class LayoutHostReader implements HostReader {
    private final LayoutPaths paths;

    public LayoutHostReader(LayoutPaths paths) {
        this.paths = paths;
    }

    @Override
    public HostSight look() {
        try {
            Links links = new Links(paths);
            Optional<String> text = links.current().map(SwitchToken::target);
            Optional<GenerationId> running = text.isEmpty() ? Optional.empty() : links.generationFor(text.get());
            if (running.isEmpty()) {
                return new HostSight.Unknown(
                        paths.current() + text.map(each -> " names " + each).orElse(" is not there"));
            }
            GenerationId id = running.get();
            Optional<String> problem = problem(id);
            return problem.<HostSight>map(each -> new HostSight.Partly(id, each))
                    .orElseGet(() -> new HostSight.Whole(id));
        } catch (IOException e) {
            return new HostSight.Unknown(IoWords.of(e));
        }
    }

    private Optional<String> problem(GenerationId id) {
        try {
            for (Map.Entry<PackageName, CommitId> each :
                    ManifestDocument.read(paths.manifest(id)).packages().entrySet()) {
                Path stable = paths.stable(each.getKey());
                Path meant = paths.checkout(each.getKey(), each.getValue()).toRealPath();
                if (!stable.toRealPath().equals(meant) || !Files.isReadable(meant)) {
                    return Optional.of(stable + " is not " + meant);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(IoWords.of(e));
        } catch (YamlProblem e) {
            return Optional.of(e.told());
        }
    }
}
