package org.obsenv.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.obsenv.domain.GenerationId;
import org.obsenv.layout.LayoutPaths;
import org.obsenv.layout.Links;
import org.obsenv.protocol.Saw;
import org.obsenv.protocol.Verb;

class GlanceTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path root;

    @Test
    void seesBaseForARollBackAndCurrentForAResume() throws IOException {
        Files.createDirectory(root.resolve(".obsenv"));
        Files.createSymbolicLink(root.resolve(".obsenv/base"), Path.of("generations/000039"));
        Files.createSymbolicLink(root.resolve(".obsenv/current"), Path.of("deploy"));
        Links links = new Links(new LayoutPaths(root));

        assertThat(Glance.at(links).apply(Verb.ROLLBACK)).isEqualTo(new Saw.Base(new GenerationId(39)));
        assertThat(Glance.at(links).apply(Verb.RESUME))
                .isEqualTo(new Saw.Current(links.current().orElseThrow()));
    }

    @Test
    void claimsNothingWhereNothingIsThere() {
        Glance glance = Glance.at(new Links(new LayoutPaths(root.resolve("away"))));

        assertThat(glance.apply(Verb.ROLLBACK)).isEqualTo(new Saw.Nothing());
        assertThat(glance.apply(Verb.RESUME)).isEqualTo(new Saw.Nothing());
    }

    @Test
    void aMountThatHangsDoesNotHoldUpARollBack() {
        CountDownLatch never = new CountDownLatch(1);
        Glance glance = new Glance(verb -> hang(never), SHORT, LONG);

        assertThat(glance.apply(Verb.ROLLBACK)).isEqualTo(new Saw.Nothing());
        never.countDown();
    }

    private static Saw hang(CountDownLatch never) throws IOException {
        try {
            never.await();
            return new Saw.HeldAtBase();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
