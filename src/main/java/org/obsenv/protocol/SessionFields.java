package org.obsenv.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.obsenv.domain.window.SessionName;
import org.obsenv.domain.window.WindowChange;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** What was said of a session, as plain keys and texts: the same in a request and in the store. */
public final class SessionFields {
    private static final String WINDOW = "window";
    private static final String SESSION = "session";
    private static final String START = "start";
    private static final String END = "end";

    private SessionFields() {}

    /** Puts the change's keys behind those that are there. */
    public static void put(Map<String, Object> fields, WindowChange change) {
        switch (change) {
            case WindowChange.Confirmed confirmed -> put(fields, "confirmed", change);
            case WindowChange.Moved moved -> {
                put(fields, "moved", change);
                fields.put(START, moved.start().toString());
                fields.put(END, moved.end().toString());
            }
            case WindowChange.Overran overran -> {
                put(fields, "overran", change);
                fields.put(END, overran.end().toString());
            }
            case WindowChange.Cancelled cancelled -> put(fields, "cancelled", change);
            case WindowChange.Added added -> {
                put(fields, "added", change);
                fields.put(START, added.start().toString());
                fields.put(END, added.end().toString());
            }
        }
    }

    private static void put(Map<String, Object> fields, String word, WindowChange change) {
        fields.put(DeedFields.ACT, word);
        fields.put(WINDOW, change.window());
        change.about().ifPresent(session -> fields.put(SESSION, session.text()));
    }

    /** The word that says what was said. */
    public static String word(WindowChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, change);
        return String.valueOf(fields.get(DeedFields.ACT));
    }

    /** Reads the change's keys; those of what stands around it are for the caller to ask for. */
    public static WindowChange read(Fields fields) throws YamlProblem {
        String act = fields.text(DeedFields.ACT);
        String window = DeedFields.name(fields, WINDOW);
        return switch (act) {
            case "confirmed" -> new WindowChange.Confirmed(window, session(fields));
            case "moved" -> {
                SessionName session = session(fields);
                Instant start = Texts.instant(fields, START);
                yield new WindowChange.Moved(window, session, start, endAfter(fields, start));
            }
            case "overran" -> new WindowChange.Overran(window, session(fields), Texts.instant(fields, END));
            case "cancelled" -> new WindowChange.Cancelled(window, session(fields));
            case "added" -> {
                Instant start = Texts.instant(fields, START);
                yield new WindowChange.Added(window, start, endAfter(fields, start));
            }
            default -> throw fields.problem(DeedFields.ACT, "expected confirmed, moved, overran, cancelled or added");
        };
    }

    private static SessionName session(Fields fields) throws YamlProblem {
        return fields.value(SESSION, "a day such as 2026-12-02, or extra-7", SessionName::parse);
    }

    private static Instant endAfter(Fields fields, Instant start) throws YamlProblem {
        Instant end = Texts.instant(fields, END);
        if (!start.isBefore(end)) {
            throw fields.problem(END, "expected a time after start");
        }
        return end;
    }
}
