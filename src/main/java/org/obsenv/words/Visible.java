package org.obsenv.words;

/** Foreign text made fit to be shown: control and direction characters appear as their code. */
public final class Visible {
    private Visible() {}

    /** One line in which nothing is invisible or moves its neighbours. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (Character.isISOControl(each) || Character.getType(each) == Character.FORMAT) {
                shown.append(String.format("\\u%04x", each));
            } else {
                shown.appendCodePoint(each);
            }
        });
        return shown.toString();
    }
}
