package org.obsenv.domain.basing;

import java.util.List;
import org.obsenv.domain.Known;

/** Reads the base list and the texts that it had. Blocks; safe to call from several background threads. */
public interface BaseListReader {
    /** The list as it is on the disk now. */
    Known<ListSight> list();

    /** Every text that was kept, newest first; one whose record is spoilt is unknown. */
    Known<List<Known<ListVersion>>> versions();

    /** The text that was kept under that number; unknown where it is not as it was kept. */
    Known<ListSight> version(int number);

    /** What another file has for packages, in the place of that name: a cycle build, or a base list in YAML. */
    Known<ImportedList> imported(String place);
}
