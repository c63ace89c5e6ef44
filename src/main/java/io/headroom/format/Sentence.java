package io.headroom.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence whose quantities become text when it is shown, so that they follow the units of whoever reads it.
 *
 * @param parts words and quantities in their order
 */
public record Sentence(List<Part> parts) {

    /** One piece of a sentence. */
    public sealed interface Part {
    }

    /** A piece that reads the same in all units, spaces around it included. */
    public record Words(String text) implements Part {
    }

    /** A number in SI units that is written in those of the reader. */
    public record Quantity(double value, Dimension dimension) implements Part {
    }

    public Sentence {
        parts = List.copyOf(parts);
    }

    /** A sentence, or its beginning, that reads the same in all units. */
    public static Sentence of(String words) {
        return new Sentence(List.of(new Words(words)));
    }

    /** The same with {@code words} behind it. */
    public Sentence and(String words) {
        return and(new Words(words));
    }

    /** The same with a quantity of {@code value} SI units behind it. */
    public Sentence and(double value, Dimension dimension) {
        return and(new Quantity(value, dimension));
    }

    /** The same with all of {@code other} behind it. */
    public Sentence and(Sentence other) {
        List<Part> longer = new ArrayList<>(parts);
        longer.addAll(other.parts);
        return new Sentence(longer);
    }

    private Sentence and(Part part) {
        return and(new Sentence(List.of(part)));
    }

    /** The sentence with its quantities as {@code format} writes them. */
    public String text(Formatter format) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(switch (part) {
                case Words w -> w.text();
                case Quantity q -> format.text(q.value(), q.dimension());
            });
        }
        return text.toString();
    }
}
