/**
 * Sources of images behind {@link org.obsenv.domain.registry.ImageSource}: a registry's repository, and a list kept by
 * hand where there is no registry. For consoles and the command line; the privileged side does not load it.
 */
@NullMarked
package org.obsenv.images;

import org.jspecify.annotations.NullMarked;
