package org.obsenv.console.base;

import java.util.Optional;

/**
 * The page's head.
 *
 * @param isUnknown whether the list or the environment could not be read
 * @param warning what has to be known before anything is decided; usually empty
 * @param isMoved whether the list changed under a proposal
 * @param build what the button says below its name
 * @param blocked why base cannot be built now; empty when it can
 * @param review why the list cannot be called reviewed now; empty when it can
 */
record BaseLook(
        String title,
        String sub,
        boolean isUnknown,
        String warning,
        boolean isMoved,
        String build,
        Optional<String> blocked,
        Optional<String> review) {}
