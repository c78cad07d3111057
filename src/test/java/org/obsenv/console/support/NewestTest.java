package org.obsenv.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class NewestTest {
    /** Keeps the work until it is told to do it. */
    private static final class LaterRunner implements BackgroundRunner {
        private final Deque<Runnable> work = new ArrayDeque<>();

        @Override
        public <T> void run(Lane lane, Supplier<T> supplier, Consumer<T> answer, Consumer<RuntimeException> bug) {
            work.add(() -> {
                try {
                    answer.accept(supplier.get());
                } catch (RuntimeException e) {
                    bug.accept(e);
                }
            });
        }

        @Override
        public void tell(Runnable news) {
            news.run();
        }

        @Override
        public void close() {}
    }

    private final LaterRunner runner = new LaterRunner();
    private final Newest newest = new Newest(runner, Lane.CHANGES);
    private final List<String> told = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private void ask(String question) {
        newest.ask(
                () -> {
                    asked.add(question);
                    return question;
                },
                told::add,
                bug -> told.add("bug"));
    }

    @Test
    void dropsTheAnswerToAnOlderQuestionAndDoesNotBeginIt() {
        ask("old");
        ask("new");
        runner.work.forEach(Runnable::run);
        assertThat(told).containsExactly("new");
        assertThat(asked).containsExactly("new");
    }

    @Test
    void dropsAnAnswerThatComesAfterANewQuestion() {
        newest.ask(
                () -> {
                    ask("new");
                    return "old";
                },
                told::add,
                bug -> told.add("bug"));
        runner.work.removeFirst().run();
        assertThat(told).isEmpty();
    }

    @Test
    void forgetsWhatIsNoLongerWanted() {
        ask("old");
        newest.forget();
        runner.work.forEach(Runnable::run);
        assertThat(told).isEmpty();
    }
}
