package org.obsenv.domain.image;

import java.util.Locale;

/** The series an image belongs to. Only images of one type can be put in an order of time. */
public enum ImageType {
    RELEASE,
    CANDIDATE,
    WEEKLY,
    DAILY,
    EXPERIMENTAL,
    /** Points at another image; what it means now is a question of digests. */
    ALIAS,
    UNKNOWN;

    /** As JSON and the site file write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
