/**
 * The command line: status, diff, log and the verbs that observers and maintainers run from an ssh session. It reads
 * through the domain's ports and changes through {@code protocol.VerbGateway}; it knows neither git nor files.
 */
@NullMarked
package org.obsenv.cli;

import org.jspecify.annotations.NullMarked;
