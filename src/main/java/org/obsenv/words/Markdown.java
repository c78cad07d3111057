package org.obsenv.words;

import java.util.regex.Pattern;

/** Foreign text in Markdown (CommonMark 0.31): shown as it is, whatever signs are in it. */
final class Markdown {
    // An underline within a word is none of Markdown's; ts_wep stays readable where nobody renders it.
    private static final Pattern SIGNS =
            Pattern.compile("[\\\\`*\\[\\]<>|~&]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    /** What makes a heading or a list of a line that begins with it. */
    private static final Pattern AT_START = Pattern.compile("^(\\s*\\d{0,9})([-+#=.)])");

    private Markdown() {}

    static String escaped(String text) {
        return AT_START.matcher(SIGNS.matcher(text).replaceAll("\\\\$0")).replaceFirst("$1\\\\$2");
    }
}
