package org.obsenv.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.obsenv.domain.PackageName;

/**
 * A hot-fix that can be pushed again and again.
 *
 * @param subject with {@code {n}} for the new number
 * @param number the text before the number in the file
 * @param step by how much the number grows
 */
record HotFix(PackageName packageName, String author, String subject, String file, String number, int step) {
    /** The file's new text and the subject that tells of it. */
    record Applied(String content, String subject) {}

    Applied to(String content) {
        Matcher found = Pattern.compile(Pattern.quote(number) + "([0-9]{1,6})").matcher(content);
        if (!found.find()) {
            throw new IllegalStateException("the demo's " + file + " does not hold: " + number);
        }
        String grown = Integer.toString(Integer.parseInt(found.group(1)) + step);
        return new Applied(
                content.substring(0, found.start(1)) + grown + content.substring(found.end(1)),
                subject.replace("{n}", grown));
    }
}
