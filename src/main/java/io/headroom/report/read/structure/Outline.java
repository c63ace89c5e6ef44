package io.headroom.report.read.structure;

import io.headroom.report.read.text.NotReadable;
import java.util.ArrayList;
import java.util.List;

/**
 * A report as passages and tables in reading order.
 *
 * @param passages lines and cells
 * @param tables tables
 */
public record Outline(List<Passage> passages, List<Table> tables) {

    /** Nesting that is followed; deeper parts belong to no report. */
    static final int MOST_DEPTH = 24;
    private static final int LONGEST_LINE = 20_000;

    public Outline {
        passages = List.copyOf(passages);
        tables = List.copyOf(tables);
    }

    /**
     * The parts of {@code text}.
     *
     * @throws NotReadable where no line of it has a word
     */
    public static Outline of(String text) throws NotReadable {
        List<String> lines = text.lines().map(l -> l.length() > LONGEST_LINE ? l.substring(0, LONGEST_LINE) : l).toList();
        List<Passage> passages = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        new BlockReader(passages, tables).read(lines, 0, List.of(), 0);
        if (passages.stream().noneMatch(p -> p.text().chars().anyMatch(Character::isLetter))) {
            throw new NotReadable("The file holds no line with words.");
        }
        return new Outline(passages.stream().flatMap(p -> Sentences.of(p).stream()).toList(), tables);
    }
}
