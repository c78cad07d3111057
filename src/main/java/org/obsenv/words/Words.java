package org.obsenv.words;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one bundle. A place is written {@code {name}}; a place nobody fills stays as it is written. */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][A-Za-z-]*)\\}");

    private final ResourceBundle bundle;

    private Words(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The bundle of that name beside this class. */
    public static Words of(String bundle) {
        return new Words(ResourceBundle.getBundle("org.obsenv.words." + bundle));
    }

    /** The text, e.g. {@code text("verdict.differ", "differing", 3, "total", 16)}. */
    public String text(String key, Object... namesAndValues) {
        return fill(bundle.getString(key), pairs(namesAndValues));
    }

    /** The text with named facts in its places. */
    public String text(String key, Map<String, String> facts) {
        return fill(bundle.getString(key), facts);
    }

    /** The text for a number: {@code key.one} or {@code key.other}, with {@code {n}} in it. */
    public String count(String key, long n, Object... namesAndValues) {
        String form = n == 1 ? ".one" : ".other";
        return fill(text(key + form, namesAndValues), Map.of("n", Long.toString(n)));
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** Fills the places of any text, such as one of the site file. */
    public static String fill(String text, Map<String, String> facts) {
        Matcher matcher = PLACE.matcher(text);
        return matcher.replaceAll(place -> Matcher.quoteReplacement(facts.getOrDefault(place.group(1), place.group())));
    }

    private static Map<String, String> pairs(Object... namesAndValues) {
        Map<String, String> facts = new java.util.HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
        }
        return facts;
    }
}
