package org.obsenv.environment;

import java.nio.file.Path;
import java.util.Optional;
import org.obsenv.base.BaseList;
import org.obsenv.base.ListedPin;
import org.obsenv.domain.BaseState;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.Known;
import org.obsenv.domain.PackageName;
import org.obsenv.layout.Links;
import org.obsenv.layout.Manifest;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/**
 * The base list beside the generation that was built from it.
 *
 * @param built the manifest of the generation that {@code base} names; empty when there is no such link
 */
record ListedBase(Known<BaseList> list, Optional<Known<Manifest>> built, BaseState state) {
    static ListedBase read(Path file, Optional<String> baseLink, Manifests manifests) {
        Known<BaseList> list = list(file);
        if (baseLink.isEmpty()) {
            return new ListedBase(list, Optional.empty(), new BaseState.NotBuilt());
        }
        Optional<GenerationId> id = baseLink.flatMap(Links::generationIn);
        if (id.isEmpty()) {
            String odd = Words.of("reading").text("base.odd", "target", baseLink.get());
            return new ListedBase(list, Optional.of(Known.unknown(odd)), new BaseState.Unknown(Optional.empty(), odd));
        }
        Known<Manifest> manifest = manifests.of(id.get());
        return new ListedBase(list, Optional.of(manifest), state(list, id.get(), manifest));
    }

    private static BaseState state(Known<BaseList> list, GenerationId id, Known<Manifest> manifest) {
        return switch (manifest) {
            case Known.Unknown<Manifest>(String reason) -> new BaseState.Unknown(Optional.of(id), reason);
            case Known.Value<Manifest>(Manifest built) ->
                switch (list) {
                    case Known.Unknown<BaseList>(String reason) -> new BaseState.Unknown(Optional.of(id), reason);
                    case Known.Value<BaseList>(BaseList now) ->
                        built.list().equals(Optional.of(now.sha256()))
                                ? new BaseState.Built(id)
                                : new BaseState.Edited(id);
                };
        };
    }

    private static Known<BaseList> list(Path file) {
        try {
            return Known.of(BaseList.read(file));
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        }
    }

    /**
     * The commit that was proven for the package, while the list still says what base was built from; empty when its
     * entry was edited since, or base was never built.
     */
    Optional<CommitId> proven(PackageName name, ListedPin listed) {
        Optional<Manifest> manifest = built.flatMap(Known::found);
        if (manifest.isEmpty()) {
            return Optional.empty();
        }
        Optional<CommitId> commit =
                Optional.ofNullable(manifest.get().packages().get(name));
        if (state instanceof BaseState.Built) {
            return commit;
        }
        return switch (listed) {
            case ListedPin.Named(String text, int line) ->
                text.equals(manifest.get().pins().get(name)) ? commit : Optional.empty();
            case ListedPin.Keep(String text, int line) ->
                commit.filter(each -> each.hex().startsWith(text));
        };
    }
}
