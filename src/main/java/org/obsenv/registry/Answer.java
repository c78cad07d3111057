package org.obsenv.registry;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a registry answered: a bounded body and its headers. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two answers
record Answer(int status, HttpHeaders headers, byte[] body) {
    private static final int SUCCESS = 200;

    boolean isSuccess() {
        return status / 100 == SUCCESS / 100;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }
}
