package org.obsenv.planted.app;

/** A main may print. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("fine");
    }
}
