package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.obsenv.domain.SwitchToken;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;

/**
 * All that can change of a layout, in a handful of system calls whatever the number of packages: everything else is
 * immutable, or is replaced together with one of these.
 */
record LayoutStamp(
        Optional<SwitchToken> current,
        Optional<String> deploy,
        Optional<String> base,
        FileStamp state,
        FileStamp heartbeat,
        FileStamp list,
        FileStamp alarms,
        FileStamp review) {

    static LayoutStamp take(LayoutPaths paths, Path list) throws IOException {
        return new LayoutStamp(
                new Links(paths).current(),
                Links.text(paths.deploy()),
                Links.text(paths.base()),
                FileStamp.of(paths.state()),
                FileStamp.of(paths.heartbeat()),
                FileStamp.of(list),
                FileStamp.of(paths.alarms()),
                FileStamp.of(paths.review()));
    }

    /** True when only the auto-pull's sign of life is newer. */
    boolean isSameBut(LayoutStamp other) {
        return equals(new LayoutStamp(
                other.current,
                other.deploy,
                other.base,
                other.state,
                heartbeat,
                other.list,
                other.alarms,
                other.review));
    }
}
