package org.obsenv.git;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * JGit's view of the machine, kept from looking around: no system and user configuration, no environment, and a time
 * stamp resolution that is given instead of measured. Without it JGit starts {@code git} twice, probes the file system
 * for seconds and writes to the home directory.
 */
public final class QuietGit extends SystemReader {
    private QuietGit() {
        setPlatformChecker();
    }

    /** Makes JGit use it, for the whole process. To be called before the first use of JGit; later calls do nothing. */
    public static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof QuietGit)) {
            SystemReader.setInstance(new QuietGit());
        }
    }

    @Override
    public String getHostname() {
        try {
            return InetAddress.getLocalHost().getCanonicalHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public @Nullable String getProperty(String key) {
        return System.getProperty(key);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in JGit all the same
    public long getCurrentTime() {
        return System.currentTimeMillis();
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in JGit all the same
    public int getTimezone(long when) {
        return 0;
    }

    /** A configuration without a file that knows one thing: how fine a file system's time stamps are. */
    private static final class NoConfig extends FileBasedConfig {
        // Coarser than any file system in use: a file younger than this is read again rather than trusted.
        private static final String RESOLUTION = "1 s";

        @SuppressWarnings("NullAway") // JGit's own stand-in for "no file" is null here.
        NoConfig(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            return section.equals("filesystem") ? RESOLUTION : super.getString(section, subsection, name);
        }
    }
}
