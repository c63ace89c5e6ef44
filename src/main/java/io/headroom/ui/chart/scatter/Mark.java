package io.headroom.ui.chart.scatter;

import io.headroom.ui.theme.Ink;
import java.util.List;

/**
 * Colour and form of a group of dots.
 *
 * @param ink colour
 * @param glyph form
 */
public record Mark(Ink ink, Glyph glyph) {

    /** What is in none of the groups that have a mark of their own. */
    public static final Mark OTHER = new Mark(Ink.MUTED, Glyph.RING);

    private static final List<Mark> MARKS = List.of(new Mark(Ink.WEIGHTS, Glyph.CIRCLE),
            new Mark(Ink.KV, Glyph.TRIANGLE), new Mark(Ink.ACTIVATIONS, Glyph.SQUARE),
            new Mark(Ink.ALL_TO_ALL, Glyph.DIAMOND), new Mark(Ink.QUEUE, Glyph.DOWN),
            new Mark(Ink.EXPERTS, Glyph.CROSS), new Mark(Ink.STAGE_SEND, Glyph.PLUS),
            new Mark(Ink.CONTEXT_EXCHANGE, Glyph.BAR));

    /** The mark of the group in place {@code rank}, from 0: the first eight have one of their own. */
    public static Mark of(int rank) {
        return rank >= 0 && rank < MARKS.size() ? MARKS.get(rank) : OTHER;
    }
}
