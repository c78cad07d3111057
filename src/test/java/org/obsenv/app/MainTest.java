package org.obsenv.app;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void starts() {}
}
