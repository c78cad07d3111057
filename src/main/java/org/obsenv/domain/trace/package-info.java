/**
 * The traceability of what runs, and the alarms when it is not as it should be: what each is about, when it is raised,
 * and that it stays until somebody acknowledged it. Values and one port; nothing is read here.
 */
@NullMarked
package org.obsenv.domain.trace;

import org.jspecify.annotations.NullMarked;
