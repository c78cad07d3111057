package org.obsenv.console.shell;

/** What can be in front. */
public enum Page {
    ENVIRONMENT,
    RESULT,
    CHANGES,
    BASE,
    TIMELINE,
    SIGN_OFF,
    JOURNAL,
    WINDOWS
}
