package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.GenerationId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.GenerationLinks;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.words.Words;

/** What people import and source: a name each under the root, a link through the switch. */
final class StablePaths {
    private static final String THROUGH_CURRENT = ".obsenv/current/";

    private final Act act;
    private final LayoutPaths paths;
    private final Words words = Words.of("endings");

    StablePaths(Act act) {
        this.act = act;
        this.paths = act.paths();
    }

    List<String> names() {
        List<String> names = new ArrayList<>(
                act.site().packageNames().stream().map(PackageName::text).toList());
        names.addAll(List.of(SetupFiles.STABLE, SetupFiles.PINNED));
        return names;
    }

    static String text(String name) {
        return THROUGH_CURRENT + name;
    }

    static boolean isOurs(Path stable) throws IOException {
        return Files.isSymbolicLink(stable)
                && Links.text(stable)
                        .filter(text -> text.startsWith(THROUGH_CURRENT))
                        .isPresent();
    }

    void requireNothingInTheWay() throws IOException, RefusedException {
        for (String name : names()) {
            Path stable = paths.root().resolve(name);
            boolean taken = Files.exists(stable, LinkOption.NOFOLLOW_LINKS);
            if (taken && !isOurs(stable)) {
                throw GitProgram.cannotBuild(name, stable + " is in the way: it is not a link of ours");
            }
        }
    }

    /** The switch, then the stable paths: whoever finds a package's path finds everything behind it. */
    void make() throws IOException {
        follow();
        for (String name : names()) {
            Path stable = paths.root().resolve(name);
            if (!Links.text(stable).equals(Optional.of(text(name)))) {
                Durable.replaceLink(stable, text(name));
            }
        }
    }

    /** Makes the switch, if there is none: it follows. */
    void follow() throws IOException {
        if (Links.text(paths.current()).isEmpty()) {
            Durable.replaceLink(paths.current(), LayoutPaths.DEPLOY);
        }
    }

    /**
     * Removes the paths of packages that the site shares no more and no generation holds. As long as one does, somebody
     * may return to it, and the path then leads to the package again.
     *
     * @return what is to be said of it, and of packages that what runs does not hold yet
     */
    List<String> settle() throws IOException {
        List<String> notes = new ArrayList<>();
        for (String name : former()) {
            if (isHeldSomewhere(name)) {
                notes.add(words.text("note.path-kept", "package", name));
            } else {
                Files.delete(paths.root().resolve(name));
                Durable.forceDirectory(paths.root());
                notes.add(words.text("note.path-removed", "package", name));
            }
        }
        Optional<String> current = act.links().current().map(SwitchToken::target);
        for (PackageName name : act.site().packageNames()) {
            if (current.isPresent() && !Files.exists(paths.current().resolve(name.text()))) {
                notes.add(words.text("note.not-yet", "package", name));
            }
        }
        return notes;
    }

    private List<String> former() throws IOException {
        List<String> former = new ArrayList<>();
        try (Stream<Path> all = Files.list(paths.root())) {
            for (Path each : all.sorted().toList()) {
                String name = String.valueOf(each.getFileName());
                if (PackageName.isValid(name)
                        && !names().contains(name)
                        && isOurs(each)
                        && Links.text(each).equals(Optional.of(text(name)))) {
                    former.add(name);
                }
            }
        }
        return former;
    }

    /** A generation that cannot be read is taken to hold it. */
    private boolean isHeldSomewhere(String name) throws IOException {
        try (Stream<Path> all = Files.list(paths.generations())) {
            for (Path each : all.toList()) {
                Optional<GenerationId> id = GenerationId.parse(String.valueOf(each.getFileName()));
                try {
                    Map<PackageName, CommitId> held = id.isEmpty() ? Map.of() : GenerationLinks.read(paths, id.get());
                    if (held.containsKey(new PackageName(name))) {
                        return true;
                    }
                } catch (IOException e) {
                    return true;
                }
            }
        }
        return false;
    }
}
