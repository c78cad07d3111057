package org.obsenv.site;

import java.util.AbstractList;
import java.util.List;

/** In place of packages that nobody has read: not none, but unknown. */
final class UnreadPackages extends AbstractList<SharedPackage> {
    static final List<SharedPackage> UNREAD = new UnreadPackages();

    private UnreadPackages() {}

    @Override
    public SharedPackage get(int index) {
        throw unread();
    }

    @Override
    public int size() {
        throw unread();
    }

    /** A record's text may hold it. */
    @Override
    public String toString() {
        return "unread";
    }

    private static IllegalStateException unread() {
        return new IllegalStateException("the packages of the site file were not read");
    }
}
