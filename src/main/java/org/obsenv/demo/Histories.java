package org.obsenv.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.PackageName;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.StrictYaml;
import org.obsenv.yaml.YamlProblem;

/** The document {@code histories.yaml} beside this class. */
record Histories(List<DemoPackage> packages, List<HotFix> hotFixes, StrayBracket stray) {
    private static final String RESOURCE = "histories.yaml";
    private static final Pattern AGE = Pattern.compile("([0-9]{1,5}) (min|h|d)");

    Histories {
        packages = List.copyOf(packages);
        hotFixes = List.copyOf(hotFixes);
    }

    static Histories read() throws IOException {
        try (InputStream in = Histories.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException(RESOURCE + " is missing from the program");
            }
            return parse(in.readAllBytes());
        } catch (YamlProblem e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static Histories parse(byte[] document) throws YamlProblem {
        Fields top = StrictYaml.mapping(RESOURCE, document, StrictYaml.LARGE);
        List<DemoPackage> packages = new ArrayList<>();
        for (Fields each : top.mappings("packages")) {
            packages.add(new DemoPackage(
                    new PackageName(each.text("name")), commits(each, "commits"), commits(each, "pushed")));
            each.end();
        }
        List<HotFix> hotFixes = new ArrayList<>();
        for (Fields each : top.mappings("hot-fixes")) {
            hotFixes.add(new HotFix(
                    new PackageName(each.text("package")),
                    each.text("by"),
                    each.text("subject"),
                    each.text("file"),
                    each.text("number"),
                    Integer.parseInt(each.text("step"))));
            each.end();
        }
        StrayBracket stray = stray(top.mapping("stray-bracket"));
        top.end();
        return new Histories(packages, hotFixes, stray);
    }

    private static StrayBracket stray(Fields of) throws YamlProblem {
        StrayBracket stray = new StrayBracket(
                new PackageName(of.text("package")),
                of.text("by"),
                of.text("subject"),
                of.text("mended"),
                of.text("file"),
                of.text("sound"),
                of.text("broken"));
        of.end();
        return stray;
    }

    private static List<DemoCommit> commits(Fields of, String key) throws YamlProblem {
        List<DemoCommit> commits = new ArrayList<>();
        for (Fields each : of.mappings(key)) {
            Optional<DemoCommit.Text> text = Optional.empty();
            if (each.has("subject")) {
                text = Optional.of(new DemoCommit.Text(
                        each.text("subject"),
                        each.text("by"),
                        each.value("age", "an age such as 41 min, 2 h or 9 d", Histories::age)));
            }
            commits.add(new DemoCommit(
                    each.text("on"),
                    each.optionalText("from"),
                    each.optionalText("merge"),
                    each.optionalText("rewrite"),
                    text,
                    each.optionalText("tag"),
                    files(each),
                    edits(each)));
            each.end();
        }
        return commits;
    }

    private static Map<String, String> files(Fields of) throws YamlProblem {
        Map<String, String> files = new LinkedHashMap<>();
        Optional<Fields> fields = of.optionalMapping("files");
        if (fields.isPresent()) {
            for (String path : fields.get().keys()) {
                files.put(path, fields.get().text(path));
            }
        }
        return files;
    }

    private static List<DemoCommit.Edit> edits(Fields of) throws YamlProblem {
        List<DemoCommit.Edit> edits = new ArrayList<>();
        for (Fields each : of.mappings("edits")) {
            edits.add(new DemoCommit.Edit(each.text("file"), each.text("find"), each.text("put")));
            each.end();
        }
        return edits;
    }

    private static Optional<Duration> age(String text) {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(age.group(1));
        return Optional.of(
                switch (age.group(2)) {
                    case "min" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }
}
