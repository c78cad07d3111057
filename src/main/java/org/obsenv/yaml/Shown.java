package org.obsenv.yaml;

/** Foreign text made fit to be shown in a complaint. */
final class Shown {
    private static final int MOST = 60;

    private Shown() {}

    /** At most sixty characters, control characters replaced by their code. */
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(MOST).forEach(each -> {
            if (Character.isISOControl(each) || Character.getType(each) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", each));
            } else {
                shown.appendCodePoint(each);
            }
        });
        return text.codePointCount(0, text.length()) > MOST ? shown.append("…").toString() : shown.toString();
    }
}
