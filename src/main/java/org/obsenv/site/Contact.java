package org.obsenv.site;

/** Who to call; shown with every failure. */
public record Contact(String name, String phone) {}
