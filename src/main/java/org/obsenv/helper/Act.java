package org.obsenv.helper;

import java.time.InstantSource;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.protocol.Request;
import org.obsenv.site.Site;

/**
 * What a verb works with: who asked for what, on which environment.
 *
 * @param text the site file that {@code site} was read from
 * @param host the name of the machine this runs on
 */
record Act(
        Site site, SiteText text, Request request, Caller caller, String host, InstantSource clock, Reporter reporter) {
    LayoutPaths paths() {
        return new LayoutPaths(site.root());
    }

    Links links() {
        return new Links(paths());
    }
}
