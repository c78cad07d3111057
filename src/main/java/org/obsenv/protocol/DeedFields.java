package org.obsenv.protocol;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.DesignationAct;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.Policy;
import org.obsenv.yaml.Fields;
import org.obsenv.yaml.YamlProblem;

/** What was done, as plain keys and texts: the same in a request and in the store. Texts are bounded. */
public final class DeedFields {
    /** The key that says what kind of deed it is. */
    public static final String ACT = "act";

    /** The most characters of a reason or a comment. */
    public static final int LONGEST_TEXT = 1000;

    private static final int LONGEST_NAME = 200;
    private static final String EXPECTED =
            "proposed, meeting, ticket, check, packages, acknowledged, objected, withdrew, pulled, promotion-ordered, "
                    + "promoted, return-ordered or returned";

    private DeedFields() {}

    /** Puts the deed's keys behind those that are there. */
    public static void put(Map<String, Object> fields, Deed deed) {
        switch (deed) {
            case Deed.Proposed(String reason, Optional<String> replaces) -> {
                fields.put(ACT, "proposed");
                fields.put("reason", reason);
                replaces.ifPresent(text -> fields.put("replaces", text));
            }
            case Deed.MeetingHeld(String meeting, boolean agreed, Optional<String> note) -> {
                fields.put(ACT, "meeting");
                fields.put("meeting", meeting);
                fields.put("outcome", agreed ? "agreed" : "declined");
                note.ifPresent(text -> fields.put("note", text));
            }
            case Deed.TicketOpened(String ticket) -> {
                fields.put(ACT, "ticket");
                fields.put("ticket", ticket);
            }
            case Deed.Checked(Policy.Cell cell, Deed.CheckResult result, Optional<String> evidence) -> {
                fields.put(ACT, "check");
                fields.put("repository", cell.repository());
                fields.put("deployment", cell.deployment());
                fields.put("result", result.name().toLowerCase(Locale.ROOT));
                evidence.ifPresent(text -> fields.put("evidence", text));
            }
            case Deed.PackagesListed listed -> {
                fields.put(ACT, PackageFields.WORD);
                PackageFields.put(fields, listed);
            }
            case Deed.Acknowledged(String seat, Optional<String> holder, Optional<String> comment) -> {
                fields.put(ACT, "acknowledged");
                fields.put("seat", seat);
                holder.ifPresent(text -> fields.put("for", text));
                comment.ifPresent(text -> fields.put("comment", text));
            }
            case Deed.Objected(String seat, String comment) -> {
                fields.put(ACT, "objected");
                fields.put("seat", seat);
                fields.put("comment", comment);
            }
            case Deed.Withdrew(int act, Optional<String> comment) -> {
                fields.put(ACT, "withdrew");
                fields.put("of", act);
                comment.ifPresent(text -> fields.put("comment", text));
            }
            case Deed.Pulled(String deployment) -> {
                fields.put(ACT, "pulled");
                fields.put("deployment", deployment);
            }
            case Deed.Promoted(String tag, Optional<Digest> from) -> {
                fields.put(ACT, "promoted");
                fields.put("recommended", tag);
                from.ifPresent(digest -> fields.put("from", digest.text()));
            }
            case Deed.PromotionOrdered(String tag, Optional<Digest> from) -> {
                fields.put(ACT, "promotion-ordered");
                fields.put("recommended", tag);
                from.ifPresent(digest -> fields.put("from", digest.text()));
            }
            case Deed.ReturnOrdered(String tag, Digest to, String reason) -> {
                fields.put(ACT, "return-ordered");
                fields.put("recommended", tag);
                fields.put("to", to.text());
                fields.put("reason", reason);
            }
            case Deed.Returned(String tag, Digest to) -> {
                fields.put(ACT, "returned");
                fields.put("recommended", tag);
                fields.put("to", to.text());
            }
        }
    }

    /** The word that says what kind of deed it is. */
    public static String word(Deed deed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, deed);
        return String.valueOf(fields.get(ACT));
    }

    /** Reads the deed's keys; those of what stands around it are for the caller to ask for. */
    public static Deed read(Fields fields) throws YamlProblem {
        String act = fields.text(ACT);
        return switch (act) {
            case "proposed" -> new Deed.Proposed(text(fields, "reason"), optionalName(fields, "replaces"));
            case "meeting" ->
                new Deed.MeetingHeld(
                        name(fields, "meeting"),
                        fields.value("outcome", "agreed or declined", DeedFields::agreed),
                        optionalText(fields, "note"));
            case "ticket" -> new Deed.TicketOpened(name(fields, "ticket"));
            case "check" ->
                new Deed.Checked(
                        new Policy.Cell(name(fields, "repository"), name(fields, "deployment")),
                        fields.value("result", "passed or failed", DeedFields::result),
                        optionalText(fields, "evidence"));
            case PackageFields.WORD -> PackageFields.read(fields);
            case "acknowledged" ->
                new Deed.Acknowledged(
                        name(fields, "seat"), optionalName(fields, "for"), optionalText(fields, "comment"));
            case "objected" -> new Deed.Objected(name(fields, "seat"), text(fields, "comment"));
            case "withdrew" -> new Deed.Withdrew(number(fields, "of"), optionalText(fields, "comment"));
            case "pulled" -> new Deed.Pulled(name(fields, "deployment"));
            case "promoted" ->
                new Deed.Promoted(
                        name(fields, "recommended"), fields.optionalValue("from", "a digest", DeedFields::digest));
            case "promotion-ordered" ->
                new Deed.PromotionOrdered(
                        name(fields, "recommended"), fields.optionalValue("from", "a digest", DeedFields::digest));
            case "return-ordered" ->
                new Deed.ReturnOrdered(
                        name(fields, "recommended"),
                        fields.value("to", "a digest", DeedFields::digest),
                        text(fields, "reason"));
            case "returned" ->
                new Deed.Returned(name(fields, "recommended"), fields.value("to", "a digest", DeedFields::digest));
            default -> throw fields.problem(ACT, "expected " + EXPECTED);
        };
    }

    public static void put(Map<String, Object> fields, DesignationAct.Change change) {
        switch (change) {
            case DesignationAct.Change.Made made -> {
                fields.put(ACT, "designated");
                fields.put("seat", made.seat());
                fields.put("designate", made.designate());
                fields.put("from", made.from().toString());
                fields.put("to", made.to().toString());
            }
            case DesignationAct.Change.Ended(int act) -> {
                fields.put(ACT, "ended");
                fields.put("of", act);
            }
        }
    }

    public static DesignationAct.Change readChange(Fields fields) throws YamlProblem {
        return switch (fields.text(ACT)) {
            case "designated" -> made(fields);
            case "ended" -> new DesignationAct.Change.Ended(number(fields, "of"));
            default -> throw fields.problem(ACT, "expected designated or ended");
        };
    }

    private static DesignationAct.Change made(Fields fields) throws YamlProblem {
        DesignationAct.Change.Made made = new DesignationAct.Change.Made(
                name(fields, "seat"),
                fields.value("designate", "an account name", text -> Optional.of(text)
                        .filter(DeedFields::isAccount)),
                Texts.instant(fields, "from"),
                Texts.instant(fields, "to"));
        if (!made.from().isBefore(made.to())) {
            throw fields.problem("to", "expected a time after from");
        }
        return made;
    }

    /** As useradd makes them, and a directory service may. */
    private static boolean isAccount(String text) {
        return text.matches("[a-z_][a-z0-9_.-]{0,31}");
    }

    static int number(Fields fields, String key) throws YamlProblem {
        return fields.value(key, "the number of an act", Texts::positive);
    }

    static String name(Fields fields, String key) throws YamlProblem {
        return Texts.bounded(fields, key, LONGEST_NAME);
    }

    private static Optional<String> optionalName(Fields fields, String key) throws YamlProblem {
        return fields.has(key) ? Optional.of(name(fields, key)) : Optional.empty();
    }

    private static String text(Fields fields, String key) throws YamlProblem {
        return Texts.bounded(fields, key, LONGEST_TEXT);
    }

    private static Optional<String> optionalText(Fields fields, String key) throws YamlProblem {
        return fields.has(key) ? Optional.of(text(fields, key)) : Optional.empty();
    }

    private static Optional<Boolean> agreed(String text) {
        return switch (text) {
            case "agreed" -> Optional.of(true);
            case "declined" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Deed.CheckResult> result(String text) {
        return Arrays.stream(Deed.CheckResult.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    static Optional<Digest> digest(String text) {
        return Digest.isValid(text) ? Optional.of(new Digest(text)) : Optional.empty();
    }
}
