package org.obsenv.helper;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory among the machine's temporary ones, for a verb that only looks and may be refused every other place. Its
 * name tells whose it is, so that the next one takes away what a verb that was killed left.
 */
final class Scratch {
    private static final String PREFIX = "obsenv-";
    private static final Pattern NAME = Pattern.compile("obsenv-[a-z]+-([0-9]{1,18}-[0-9]+)-.*");

    private Scratch() {}

    /** A new one, that only this account may enter; {@code what} is a word of the letters a to z. */
    static Path make(Path temporary, String what) throws IOException {
        sweep(temporary);
        return Files.createTempDirectory(temporary, PREFIX + what + "-" + Orphans.own() + "-");
    }

    private static void sweep(Path temporary) throws IOException {
        Object own = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        try (DirectoryStream<Path> all = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path each : all) {
                remove(each, own);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Others may make directories of any name there. */
    private static boolean isLeft(Path directory, Object own) throws IOException {
        Matcher name = NAME.matcher(String.valueOf(directory.getFileName()));
        return name.matches()
                && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && own.equals(Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS))
                && !Orphans.isVerbAlive(name.group(1));
    }

    private static void remove(Path directory, Object own) {
        try {
            if (isLeft(directory, own)) {
                TreeRemoval.remove(directory);
            }
        } catch (IOException e) {
            // Another verb removes it, too, or a program that outlived its own still writes there: the next one looks
            // again.
        }
    }
}
