/** Measures against the git program and against C, for packaging/bench.sh. No test: it takes minutes. */
package org.obsenv.bench;
