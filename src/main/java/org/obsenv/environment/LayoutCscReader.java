package org.obsenv.environment;

import java.io.IOException;
import java.nio.file.Files;
import org.obsenv.domain.CscList;
import org.obsenv.domain.CscReader;
import org.obsenv.domain.Known;
import org.obsenv.layout.CscDocument;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.words.IoWords;
import org.obsenv.words.Words;
import org.obsenv.yaml.YamlProblem;

/** Reads the CSCs under test of a generation layout. */
public final class LayoutCscReader implements CscReader {
    private final LayoutPaths paths;

    public LayoutCscReader(LayoutPaths paths) {
        this.paths = paths;
    }

    @Override
    public Known<CscList> read() {
        // Without the layout there is no list, and none that is empty: an export may be away.
        if (!Files.isDirectory(paths.inner())) {
            return Known.unknown(Words.of("reading").text("switch.away", "root", paths.root()));
        }
        try {
            return Known.of(CscDocument.read(paths.cscs()));
        } catch (YamlProblem e) {
            return Known.unknown(e.told());
        } catch (IOException e) {
            return Known.unknown(IoWords.of(e));
        }
    }
}
