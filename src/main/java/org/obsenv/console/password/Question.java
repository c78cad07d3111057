package org.obsenv.console.password;

/**
 * What sudo asks.
 *
 * @param prompt in sudo's words: whose password, and for what
 * @param isAgain whether what was answered before was not accepted
 */
public record Question(String prompt, boolean isAgain) {}
