package org.obsenv.console.signoff;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.obsenv.console.acting.SignOffRun;
import org.obsenv.console.support.BackgroundRunner;
import org.obsenv.console.support.Lane;
import org.obsenv.console.support.Newest;
import org.obsenv.domain.image.ImageTag;
import org.obsenv.domain.registry.ImageSource;
import org.obsenv.domain.registry.Looked;
import org.obsenv.domain.signoff.CandidateReading;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Digest;
import org.obsenv.domain.signoff.LedgerReading;
import org.obsenv.domain.signoff.Rules;
import org.obsenv.protocol.SignOffRequest.Ask;
import org.obsenv.words.Words;

/** A proposal that is being written: which tags there are, and which image the written one means now. FX thread. */
final class ProposalViewModel {
    private final Optional<ImageSource> images;
    private final Supplier<Optional<LedgerReading>> ledger;
    private final SignOffRun run;
    private final String actor;
    private final Words words;
    private final Newest tagsQuestion;
    private final Newest meaningQuestion;
    private final ReadOnlyObjectWrapper<List<String>> tags = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<TagMeaning> meaning = new ReadOnlyObjectWrapper<>(new TagMeaning.Blank());
    private final ReadOnlyObjectWrapper<Optional<String>> open = new ReadOnlyObjectWrapper<>(Optional.empty());

    ProposalViewModel(
            Optional<ImageSource> images,
            Supplier<Optional<LedgerReading>> ledger,
            SignOffRun run,
            BackgroundRunner runner,
            String actor,
            Words words) {
        this.images = images;
        this.ledger = ledger;
        this.run = run;
        this.actor = actor;
        this.words = words;
        this.tagsQuestion = new Newest(runner, Lane.REGISTRY);
        this.meaningQuestion = new Newest(runner, Lane.REGISTRY);
    }

    /** Begins one, for that tag where there is one already. */
    void open(String tag) {
        open.set(Optional.empty());
        open.set(Optional.of(tag));
        look(tag);
        images.ifPresent(source -> tagsQuestion.ask(
                source::tags, found -> tags.set(proposable(found.answer().orElse(List.of()))), bug -> {}));
    }

    /** False when none was begun. */
    boolean close() {
        boolean wasOpen = open.get().isPresent();
        open.set(Optional.empty());
        return wasOpen;
    }

    /** What may be proposed, the newest first. */
    private static List<String> proposable(List<ImageTag> all) {
        return all.stream()
                .filter(tag -> Rules.ofTag(tag).isEmpty())
                .sorted(ImageTag.ORDER.reversed().thenComparing(Comparator.comparing(ImageTag::text)))
                .map(ImageTag::text)
                .toList();
    }

    /** Looks up what is written so far. */
    void look(String tag) {
        meaningQuestion.forget();
        if (tag.isBlank()) {
            meaning.set(new TagMeaning.Blank());
        } else if (Rules.ofTag(ImageTag.parse(tag)).isPresent()) {
            meaning.set(new TagMeaning.NoCandidate(tag));
        } else if (images.isEmpty()) {
            meaning.set(new TagMeaning.Nowhere());
        } else {
            meaning.set(new TagMeaning.Asking());
            meaningQuestion.ask(
                    () -> images.get().digests(Set.of(tag)),
                    found -> meaning.set(meant(tag, found)),
                    bug -> meaning.set(new TagMeaning.Silent(String.valueOf(bug.getMessage()))));
        }
    }

    private static TagMeaning meant(String tag, Map<String, Looked<Optional<Digest>>> found) {
        return switch (found.get(tag)) {
            case null -> new TagMeaning.Absent(tag);
            case Looked.Now<Optional<Digest>>(Optional<Digest> image, var at) ->
                image.<TagMeaning>map(digest -> new TagMeaning.Found(tag, digest))
                        .orElseGet(() -> new TagMeaning.Absent(tag));
            // People would be bound to what was there before.
            case Looked.Before<Optional<Digest>>(var image, var at, String reason) -> new TagMeaning.Silent(reason);
            case Looked.Never<Optional<Digest>>(String reason) -> new TagMeaning.Silent(reason);
        };
    }

    /** Proposes it; a candidate of that tag that is open is proposed anew. */
    void propose(String tag, Digest image, String reason, Optional<String> replaces) {
        Deed.Proposed deed = new Deed.Proposed(reason, replaces);
        Ask ask = standing(tag)
                .<Ask>map(found -> new Ask.OnCandidate(found.candidate().id(), found.revision(), image, deed))
                .orElseGet(() -> new Ask.Propose(tag, image, deed));
        run.start(new OnceTask(ask, actor, words));
    }

    private Optional<CandidateReading> standing(String tag) {
        return ledger.get().stream()
                .flatMap(reading -> reading.candidates().stream())
                .filter(each -> each.isWhole() && each.candidate().isOpen())
                .filter(each -> each.candidate().tag().text().equals(tag))
                .findFirst();
    }

    ReadOnlyObjectProperty<List<String>> tagsProperty() {
        return tags.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TagMeaning> meaningProperty() {
        return meaning.getReadOnlyProperty();
    }

    /** The tag that it began with, while one is being written. */
    ReadOnlyObjectProperty<Optional<String>> openProperty() {
        return open.getReadOnlyProperty();
    }

    SignOffRun run() {
        return run;
    }

    Words words() {
        return words;
    }
}
