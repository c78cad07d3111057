/** What is in an image: its list of packages, and how two such lists differ. Values only. */
@NullMarked
package org.obsenv.domain.content;

import org.jspecify.annotations.NullMarked;
