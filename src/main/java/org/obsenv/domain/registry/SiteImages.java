package org.obsenv.domain.registry;

/**
 * A site's images.
 *
 * @param source where they are looked up
 * @param recommended the tag that people start from, e.g. {@code recommended}
 * @param isOurs whether the verb moves that tag itself; else somebody does by hand, and the verb records it
 * @param retention how long they are kept
 */
public record SiteImages(ImageSource source, String recommended, boolean isOurs, Retention retention) {}
