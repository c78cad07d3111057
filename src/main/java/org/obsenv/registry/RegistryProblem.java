package org.obsenv.registry;

import java.io.IOException;

/** A registry that was not reached, or whose answer cannot be used. The message is fit for a person. */
public final class RegistryProblem extends IOException {
    private static final long serialVersionUID = 1L;

    public RegistryProblem(String message) {
        super(message);
    }

    public RegistryProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
