package io.headroom.session.custom;

import java.util.List;

/**
 * Figures that belong together.
 *
 * @param title what they are of, or empty
 * @param fields in the order of the form
 */
public record Group(String title, List<EntryField> fields) {

    public Group {
        fields = List.copyOf(fields);
    }
}
