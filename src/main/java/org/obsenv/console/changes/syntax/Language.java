package org.obsenv.console.changes.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The languages that are coloured. */
public enum Language {
    PYTHON,
    YAML,
    SHELL,
    RESTRUCTURED_TEXT,
    /** Any other: nothing is coloured. */
    NONE;

    private static final Set<String> PYTHON_FILES = Set.of("sconstruct", "sconscript", "wscript");
    private static final Set<String> SHELL_FILES =
            Set.of(".bashrc", ".bash_profile", ".profile", ".user_setups", ".zshrc", "pkgbuild");

    public Tokenizer tokenizer() {
        return switch (this) {
            case PYTHON -> new PythonTokenizer();
            case YAML -> new YamlTokenizer();
            case SHELL -> new ShellTokenizer();
            case RESTRUCTURED_TEXT -> new RestTokenizer();
            case NONE -> (line, state) -> new Tokenizer.Tokens(List.of(), Tokenizer.START);
        };
    }

    /**
     * By the file's name, or by the program that its first line asks for.
     *
     * @param firstLine empty for a file without any
     */
    public static Language of(String path, String firstLine) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Language named = named(name.substring(name.lastIndexOf('.') + 1));
        if (named != NONE) {
            return named;
        }
        if (PYTHON_FILES.contains(name)) {
            return PYTHON;
        }
        return SHELL_FILES.contains(name) ? SHELL : asked(firstLine);
    }

    private static Language named(String ending) {
        return switch (ending) {
            case "py", "pyi", "pyx", "pyw" -> PYTHON;
            case "yaml", "yml" -> YAML;
            case "sh", "bash", "zsh", "ksh", "env" -> SHELL;
            case "rst", "rest" -> RESTRUCTURED_TEXT;
            default -> NONE;
        };
    }

    private static Language asked(String firstLine) {
        if (!firstLine.startsWith("#!")) {
            return NONE;
        }
        if (firstLine.contains("python")) {
            return PYTHON;
        }
        return firstLine.matches("#!.*\\b(ba|z|k|da)?sh\\b.*") ? SHELL : NONE;
    }
}
