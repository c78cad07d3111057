package org.obsenv.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.obsenv.domain.ChangeReader;
import org.obsenv.domain.EnvironmentReader;
import org.obsenv.protocol.VerbGateway;
import org.obsenv.site.Contact;

/**
 * An environment that a command works on.
 *
 * @param zone the site's local time
 * @param gateway what changes it; empty for a directory of plain clones, which is only watched
 * @param afterRollback what people do after a roll back, as the site file says it
 */
public record Opened(
        ZoneId zone,
        EnvironmentReader reader,
        ChangeReader changes,
        Optional<VerbGateway> gateway,
        List<String> afterRollback,
        Optional<Contact> contact)
        implements AutoCloseable {
    public Opened {
        afterRollback = List.copyOf(afterRollback);
    }

    @Override
    public void close() {
        reader.close();
    }
}
