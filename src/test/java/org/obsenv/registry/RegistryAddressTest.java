package org.obsenv.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://registry.example.org",
                "http://127.0.0.1.example.org",
                "ftp://localhost",
                "https://user:secret@registry.example.org",
                "https://registry.example.org/v2/",
                "https://registry.example.org?x=1",
                "registry.example.org",
                "https://",
                "https:///v2",
                "https://a b"
            })
    void refusesAnAddressThatIsNotProtectedOrNotBare(String text) {
        assertThat(RegistryAddress.base(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://registry.example.org",
                "https://registry.example.org:5000/",
                "http://127.0.0.1:5000",
                "http://[::1]:5000",
                "http://localhost"
            })
    void takesHttpsAndThisMachine(String text) {
        assertThat(RegistryAddress.base(text)).isPresent();
    }

    @Test
    void knowsTheGrammarsOfNamesAndTags() {
        assertThat("lsst/sciplat-lab a a.b/c__d a--b".split(" ", -1)).allMatch(RegistryAddress::isRepository);
        assertThat(new String[] {"", "/a", "a/", "A", "a..b", "a/../b", "a b", "a".repeat(256)})
                .noneMatch(RegistryAddress::isRepository);
        assertThat("w_2026_45 r29_2_0_rsp2697 _x".split(" ", -1)).allMatch(RegistryAddress::isTag);
        assertThat(new String[] {"", ".x", "-x", "a/b", "a:b", "a".repeat(129)}).noneMatch(RegistryAddress::isTag);
    }

    @Test
    void readsWhatARegistryAsksFor() {
        assertThat(Challenge.parse(
                        "Bearer realm=\"https://auth.example/token?a=b,c\",service=\"s \\\"q\\\"\", scope=x:y:z"))
                .contains(new Challenge(
                        "bearer",
                        Map.of("realm", "https://auth.example/token?a=b,c", "service", "s \"q\"", "scope", "x:y:z")));
        assertThat(Challenge.parse("Basic realm=tests")).contains(new Challenge("basic", Map.of("realm", "tests")));
        assertThat(Challenge.parse("")).isEmpty();
    }

    @Test
    void findsTheNextPage() {
        URI page = URI.create("https://r.example/v2/a/tags/list?n=2");
        assertThat(NextPage.of(page, "</v2/a/tags/list?n=2&last=b>; rel=\"next\""))
                .contains(URI.create("https://r.example/v2/a/tags/list?n=2&last=b"));
        assertThat(NextPage.of(page, "</v2/a/tags/list?n=2>; rel=\"prev\"")).isEmpty();
    }
}
