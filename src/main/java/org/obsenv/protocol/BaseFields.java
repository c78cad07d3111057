package org.obsenv.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.obsenv.domain.CommitId;
import org.obsenv.domain.PackageName;
import org.obsenv.domain.Sha256;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** What {@code set-base} and {@code review-base} are asked for in their requests. */
final class BaseFields {
    private static final String SAW = "saw-list";
    private static final String EDITS = "edits";
    private static final String CYCLE = "cycle";
    private static final String VERSION = "version";
    private static final String PIN = "pin";
    private static final String KEEP = "keep";
    private static final int LONGEST_PIN = 200;

    private BaseFields() {}

    static void write(Map<String, Object> fields, Aim.SetBase aim) {
        fields.put(SAW, aim.saw());
        switch (aim.change()) {
            case ListChange.Edits(List<PinEdit> pins, Optional<String> cycle) -> {
                if (!pins.isEmpty()) {
                    fields.put(EDITS, pins.stream().map(BaseFields::written).toList());
                }
                cycle.ifPresent(name -> fields.put(CYCLE, name));
            }
            case ListChange.Version(int number) -> fields.put(VERSION, number);
        }
    }

    static void write(Map<String, Object> fields, Aim.Reviewed aim) {
        fields.put(SAW, aim.saw());
    }

    private static Map<String, String> written(PinEdit edit) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", edit.name().text());
        switch (edit) {
            case PinEdit.To(var name, String revision, Optional<CommitId> seen) -> {
                fields.put(PIN, revision);
                seen.ifPresent(commit -> fields.put("saw", commit.hex()));
            }
            case PinEdit.Keep(var name, CommitId commit) -> fields.put(KEEP, commit.hex());
        }
        return fields;
    }

    /** Of one that names no list the verb says it all: typed by hand, and built from the list as it is. */
    static Aim setBase(Fields fields) throws YamlProblem {
        if (!fields.has(SAW)) {
            return new Aim.None();
        }
        String saw = saw(fields);
        Optional<Integer> version = fields.optionalValue(VERSION, "a number of a kept list", Texts::positive);
        List<PinEdit> edits = edits(fields);
        Optional<String> cycle = fields.optionalValue(CYCLE, "a cycle such as c0044.007", BaseFields::cycle);
        if (version.isPresent() && (!edits.isEmpty() || cycle.isPresent())) {
            throw fields.problem(VERSION, "expected either a version to return to or edits, not both");
        }
        return new Aim.SetBase(
                saw,
                version.<ListChange>map(ListChange.Version::new).orElseGet(() -> new ListChange.Edits(edits, cycle)));
    }

    static Aim reviewed(Fields fields) throws YamlProblem {
        return fields.has(SAW) ? new Aim.Reviewed(saw(fields)) : new Aim.None();
    }

    private static String saw(Fields fields) throws YamlProblem {
        return fields.value(
                SAW,
                "the SHA-256 of the list, " + Sha256.HEX_LENGTH + " digits",
                text -> text.matches("[0-9a-f]{" + Sha256.HEX_LENGTH + "}") ? Optional.of(text) : Optional.empty());
    }

    private static List<PinEdit> edits(Fields fields) throws YamlProblem {
        List<PinEdit> edits = new ArrayList<>();
        Set<PackageName> named = new HashSet<>();
        for (Fields each : fields.mappings(EDITS)) {
            PinEdit edit = edit(each);
            each.end();
            if (!named.add(edit.name())) {
                throw fields.problem(EDITS, "names " + edit.name() + " twice");
            }
            edits.add(edit);
        }
        return edits;
    }

    private static PinEdit edit(Fields fields) throws YamlProblem {
        PackageName name = fields.value(
                "name",
                "a package name",
                text -> PackageName.isValid(text) ? Optional.of(new PackageName(text)) : Optional.empty());
        if (fields.has(KEEP)) {
            return new PinEdit.Keep(name, fields.value(KEEP, "a commit of forty digits", BaseFields::commit));
        }
        return new PinEdit.To(
                name,
                fields.value(PIN, "a tag, a branch or a commit", BaseFields::pin),
                fields.optionalValue("saw", "a commit of forty digits", BaseFields::commit));
    }

    private static Optional<CommitId> commit(String text) {
        return CommitId.isFull(text) ? Optional.of(new CommitId(text)) : Optional.empty();
    }

    private static Optional<String> pin(String text) {
        boolean isName = !text.isBlank()
                && text.length() <= LONGEST_PIN
                && text.chars().noneMatch(each -> each <= ' ' || each == 0x7f);
        return isName ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> cycle(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}") ? Optional.of(text) : Optional.empty();
    }
}
