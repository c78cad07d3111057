package org.obsenv.hostile.planted;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The product with one fault: a class of its own, compiled anew from its source with a few words changed. */
public enum Fault {
    /** Every next link has the same name, and one that is there already is taken for one's own. */
    FIXED_LINK_NAME("ReadyLinks", """
                for (Path link : all()) {
                    if (Links.text(link).equals(Optional.of(text))) {
                        return link;
                    }
                }
                Path link = directory.resolve(Unique.beside(directory).getFileName());
                Files.createSymbolicLink(link, Path.of(text));
                return link;
        """, """
                Path link = directory.resolve("next");
                if (!Files.isSymbolicLink(link)) {
                    Files.createSymbolicLink(link, Path.of(text));
                }
                return link;
        """),

    /** What a person saw is compared by the link's text alone. */
    TARGET_ONLY_TOKEN("SeenSwitch", """
                if (!current.equals(saw)) {
        """, """
                if (!text(current).equals(text(saw))) {
        """),

    /** A holder that does not let go is passed by, and left alive. */
    STOPPED_HOLDER("LockFile", """
                    Optional<ProcessHandle> holder = LockHolder.find(file);
        """, """
                    if (file.endsWith("switch")) {
                        taken = true;
                        return new LockFile(channel, false);
                    }
                    Optional<ProcessHandle> holder = LockHolder.find(file);
        """);

    private static final Path HELPER = Path.of("src/main/java/org/obsenv/helper");

    private final String faulty;
    private final String right;
    private final String wrong;

    Fault(String faulty, String right, String wrong) {
        this.faulty = faulty;
        this.right = right;
        this.wrong = wrong;
    }

    /** Compiles it into a new directory under that one, which goes before the product's classes. */
    public Path plant(Path directory) {
        try {
            String source = Files.readString(HELPER.resolve(faulty + ".java"));
            if (!source.contains(right)) {
                throw new AssertionError(faulty + " is no longer written as this fault knows it: " + right);
            }
            Path sources = Files.createDirectories(directory.resolve(name().toLowerCase(Locale.ROOT)));
            Path file = sources.resolve(faulty + ".java");
            Files.writeString(file, source.replace(right, wrong));
            Path classes = Files.createDirectories(sources.resolve("classes"));
            compile(file, classes);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path file, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
            boolean compiled = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            if (!compiled) {
                throw new AssertionError(said.toString());
            }
        }
    }
}
