package org.obsenv.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.image.Suffix;
import org.obsenv.words.ImageNames;
import org.obsenv.words.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what tags of container images mean, one reading for each, in their order. Asks no registry. */
@Command(name = "image", sortOptions = false)
final class ImageCommand implements Callable<Integer> {
    private final ImageNames names = new ImageNames();
    private final Screen screen;

    @Parameters(arity = "1..*", paramLabel = "TAG")
    List<String> tags = List.of();

    @Option(names = "--json")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    ImageCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<ImageTag> all = tags.stream().map(ImageTag::parse).toList();
        if (json) {
            screen.out().print(Json.write(all.stream().map(this::fields).toList()));
        } else {
            all.forEach(each -> screen.out().println(Visible.of(names.of(each))));
        }
        return 0;
    }

    private Map<String, Object> fields(ImageTag tag) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tag", tag.text());
        fields.put("type", tag.type().written());
        fields.put("name", names.of(tag));
        fields.put("cycle", tag.cycle().map(Suffix.Cycle::digits));
        fields.put("build", tag.cycle().flatMap(Suffix.Cycle::build));
        fields.put("architecture", tag.architecture());
        fields.put("date", tag.date());
        return fields;
    }
}
