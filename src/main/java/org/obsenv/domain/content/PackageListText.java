package org.obsenv.domain.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a list of packages in the plain forms that tools print: {@code pip freeze} and {@code pip list}, {@code conda
 * list} with and without {@code --export}, {@code eups list}, {@code dpkg -l}, and two columns. What cannot be a package
 * is a complaint with its line: half a list would look like packages that were removed.
 */
public final class PackageListText {
    /** The most characters of a list. */
    public static final int LONGEST = 1024 * 1024;

    private static final int SHOWN = 60;
    private static final String NAME = "(?<name>[A-Za-z0-9_@/][A-Za-z0-9._+:@/~-]*)";

    /**
     * In this order; what a tool prints behind the version is not compared. Without a sign between the two a version has
     * a digit: prose is no list.
     */
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(NAME + "===?(?<version>[^\\s=;]+)"),
            Pattern.compile(NAME + "=(?<version>[^\\s=]+)(?:=\\S*)?"),
            Pattern.compile(NAME + "\\s+@\\s+(?<version>\\S+)"),
            Pattern.compile("-e\\s+(?<version>\\S+?)#egg=(?<name>[A-Za-z0-9._-]+)(?:&\\S*)?"),
            Pattern.compile(NAME + "\\s+(?<version>LOCAL:\\S+|\\S*[0-9]\\S*)(?:\\s.*)?"));

    /** The rows of dpkg begin behind this line, each with a state; only ii and hi are installed. */
    private static final String DPKG = "+++-";

    private static final Pattern DPKG_ROW =
            Pattern.compile("(?<state>[a-zA-Z]{2,3})\\s+(?<name>\\S+)\\s+(?<version>\\S+)(?:\\s.*)?");
    private static final Pattern RULE = Pattern.compile("-+(?:\\s+-+)*");
    private static final Pattern HEADING = Pattern.compile("Package\\s+Version(?:\\s.*)?");

    private final String file;
    private final Map<String, String> versions = new HashMap<>();

    private PackageListText(String file) {
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @param file how the text is named in complaints
     */
    public static PackageList parse(String file, String text) throws PackageListProblem {
        if (text.length() > LONGEST) {
            throw new PackageListProblem(
                    file, 0, "expected at most " + LONGEST + " characters, found " + text.length());
        }
        PackageListText list = new PackageListText(file);
        list.read(text.lines().toList());
        if (list.versions.isEmpty()) {
            throw new PackageListProblem(file, 0, "expected a list of packages, found none");
        }
        return PackageList.of(list.versions);
    }

    private void read(List<String> lines) throws PackageListProblem {
        int first = 0;
        boolean isDpkg = false;
        for (int i = 0; i < lines.size() && !isDpkg; i++) {
            if (lines.get(i).startsWith(DPKG)) {
                isDpkg = true;
                first = i + 1;
            }
        }
        for (int i = first; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean isRow = !line.isEmpty()
                    && !line.startsWith("#")
                    && !RULE.matcher(line).matches()
                    && !HEADING.matcher(line).matches();
            if (isRow && isDpkg) {
                dpkg(i + 1, line);
            } else if (isRow) {
                row(i + 1, line);
            }
        }
    }

    private void row(int number, String line) throws PackageListProblem {
        Optional<Matcher> match = FORMS.stream()
                .map(form -> form.matcher(line))
                .filter(Matcher::matches)
                .findFirst();
        if (match.isEmpty()) {
            throw unread(number, line);
        }
        add(number, line, match.get());
    }

    private void dpkg(int number, String line) throws PackageListProblem {
        Matcher match = DPKG_ROW.matcher(line);
        if (!match.matches()) {
            throw unread(number, line);
        }
        if (match.group("state").charAt(1) == 'i') {
            add(number, line, match);
        }
    }

    private void add(int number, String line, Matcher match) throws PackageListProblem {
        String name = match.group("name");
        String version = match.group("version");
        if (!PackageList.isToken(name) || !PackageList.isToken(version)) {
            throw unread(number, line);
        }
        String before = versions.putIfAbsent(name, version);
        if (before != null && !before.equals(version)) {
            throw new PackageListProblem(
                    file,
                    number,
                    name + " stands here a second time, with another version: " + before + " and " + version);
        }
    }

    private PackageListProblem unread(int number, String line) {
        String shown = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
        return new PackageListProblem(
                file, number, "expected a package and its version, such as numpy==2.3.1, found \"" + shown + "\"");
    }
}
