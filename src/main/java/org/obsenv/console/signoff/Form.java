package org.obsenv.console.signoff;

import java.util.List;
import java.util.function.Function;
import org.obsenv.domain.signoff.Deed;
import org.obsenv.domain.signoff.Policy;

/**
 * Something that a person may enter about a candidate: what it asks for, and what comes of it.
 *
 * @param id what its parts are found by
 * @param opens the button's text that opens it
 * @param title what is entered
 */
record Form(String id, String opens, String title, List<Field> fields, List<Choice> choices) {
    Form {
        fields = List.copyOf(fields);
        choices = List.copyOf(choices);
    }

    /** A line of text. */
    record Field(String id, String prompt, boolean isRequired) {}

    /**
     * A button that enters it.
     *
     * @param deed of what was written, stripped, in the order of the fields
     */
    record Choice(String id, String label, Function<List<String>, Entry> deed) {}

    /** What is to be asked of the verb. */
    sealed interface Entry {
        record Act(Deed deed) implements Entry {}

        /** Enter a check as a report says it; an empty place has one pointed at. */
        record FromReport(Policy.Cell cell, String place) implements Entry {}

        /** Put the recommended tag back. */
        record PutBack(String reason) implements Entry {}
    }
}
