package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.obsenv.domain.Known;
import org.obsenv.domain.trace.AlarmReader;
import org.obsenv.domain.trace.Alarms;
import org.obsenv.layout.AlarmsDocument;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** Reads the alarms of a generation layout. */
public final class LayoutAlarmReader implements AlarmReader {
    private final LayoutPaths paths;
    private final Words words = Words.of("reading");

    public LayoutAlarmReader(LayoutPaths paths) {
        this.paths = paths;
    }

    @Override
    public Known<Alarms> read() {
        // Without the layout there are no alarms, and none that are no more: an export may be away.
        if (!Files.isDirectory(paths.inner())) {
            return Known.unknown(words.text("switch.away", "root", paths.root()));
        }
        try {
            return Known.of(AlarmsDocument.read(paths.alarms()).alarms());
        } catch (NoSuchFileException e) {
            return Known.unknown(words.text("alarms.never"));
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }
}
