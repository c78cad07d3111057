package org.obsenv.console.timeline;

import java.util.List;
import org.obsenv.words.HandoverSection;

/** What the page has of the morning's handover. */
public sealed interface HandoverState {
    /** The timeline is in front. */
    record Closed() implements HandoverState {}

    /** It is being put together. */
    record Reading() implements HandoverState {}

    /** Nothing can be said, not even of now. */
    record Blind(String reason) implements HandoverState {}

    /**
     * It is in front.
     *
     * @param text the same as Markdown
     */
    record Open(String title, String written, List<HandoverSection> sections, String text) implements HandoverState {
        public Open {
            sections = List.copyOf(sections);
        }
    }
}
