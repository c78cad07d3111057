package org.obsenv.helper;

/**
 * Who asked, as the system proves it.
 *
 * @param account the person's account name
 */
record Caller(String account) {}
