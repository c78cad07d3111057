package org.obsenv.console.shell;

/** What can be in front. */
public enum Page {
    ENVIRONMENT,
    RESULT,
    CHANGES,
    TIMELINE,
    SIGN_OFF,
    JOURNAL,
    WINDOWS
}
