package org.obsenv.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a registry is shown: the credentials themselves, or a token that they are good for, as the distribution
 * project's "Token Authentication Specification" has it. May be used by several threads.
 */
final class Authorization {
    // A token is RFC 6750's b64token, so nothing in it is escaped; this side of the program knows no JSON.
    private static final Pattern TOKEN = Pattern.compile("\"(?:access_)?token\"\\s*:\\s*\"([A-Za-z0-9._~+/-]+=*)\"");

    private final RegistryAddress address;
    private final Credentials credentials;
    private final Exchange exchange;
    private final Map<Boolean, String> shown = new ConcurrentHashMap<>();

    Authorization(RegistryAddress address, Credentials credentials, Exchange exchange) {
        this.address = address;
        this.credentials = credentials;
        this.exchange = exchange;
    }

    /** What was good the last time. */
    Optional<String> known(boolean writes) {
        return Optional.ofNullable(shown.get(writes));
    }

    /** What answers the registry's 401: made anew, for a token of last time has run out. */
    Optional<String> answerTo(Answer refused, boolean writes) throws IOException {
        shown.remove(writes);
        Optional<Challenge> challenge = refused.header("WWW-Authenticate").flatMap(Challenge::parse);
        Optional<String> value = Optional.empty();
        if (challenge.isPresent() && challenge.get().scheme().equals("bearer") && !isToken()) {
            value = Optional.of("Bearer " + fetch(challenge.get(), writes));
        } else if (challenge.isPresent()) {
            value = credentials.header();
        }
        value.ifPresent(each -> shown.put(writes, each));
        return value;
    }

    private boolean isToken() {
        return credentials instanceof Credentials.Token;
    }

    private String fetch(Challenge challenge, boolean writes) throws IOException {
        String host = address.base().getRawAuthority();
        URI realm;
        try {
            realm = URI.create(challenge.parameter("realm").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RegistryProblem(host + " names no place that gives tokens", e);
        }
        // The password goes there: to a place that the registry named, and only by a way that nobody reads along.
        if (!RegistryAddress.isProtected(realm)) {
            throw new RegistryProblem(host + " wants a token from a place that is not https");
        }
        Map<String, String> query = new LinkedHashMap<>();
        challenge.parameter("service").ifPresent(service -> query.put("service", service));
        query.put("scope", "repository:" + address.repository() + (writes ? ":pull,push" : ":pull"));
        String asked = query.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String separator = realm.getRawQuery() == null ? "?" : "&";
        Answer answer = exchange.send(
                HttpRequest.newBuilder(URI.create(realm + separator + asked))
                        .GET()
                        .build(),
                credentials.header());
        Matcher token = TOKEN.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        if (!answer.isSuccess() || !token.find()) {
            throw new RegistryProblem(realm.getRawAuthority() + " gives no token for " + address.repository()
                    + ": it answered " + answer.status());
        }
        return token.group(1);
    }
}
