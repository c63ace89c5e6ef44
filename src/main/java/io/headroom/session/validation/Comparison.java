package io.headroom.session.validation;

import io.headroom.validate.ErrorStatistics;
import io.headroom.validate.ErrorTable;
import io.headroom.validate.Grouping;
import io.headroom.validate.ValidatedRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a selection shows: a pure function of all points and the selection.
 *
 * @param selection what was chosen
 * @param points what is drawn, public ones first, each by rising measurement
 * @param whole errors of the rows let through, doubted ones left out: of public rows as at the command line, or of one's
 *     own where no public ones are let through; the two are never put together
 * @param lines errors by group, the largest group first
 * @param order all groups there are, of any quantity, the largest first: a group keeps its place whatever is chosen
 * @param own errors of one's own rows let through
 * @param doubted how many rows let through are doubted
 * @param choices how many rows each group of a facet would give, by facet
 */
public record Comparison(Selection selection, List<Point> points, ErrorStatistics whole, List<Line> lines,
        List<String> order, ErrorStatistics own, int doubted, Map<Facet, Map<String, Integer>> choices) {

    /**
     * One line of the table.
     *
     * @param group its key
     * @param statistics its errors
     */
    public record Line(String group, ErrorStatistics statistics) {
    }

    /** What {@code selection} shows of {@code all}. */
    public static Comparison of(List<Point> all, Selection selection) {
        List<Point> let = all.stream().filter(selection::lets).toList();
        List<Point> drawn = new ArrayList<>(let.stream()
                .filter(p -> selection.withDoubted() || !p.isDoubted()).toList());
        drawn.sort(Comparator.comparing(Point::isOwn).thenComparingDouble(Point::measured));
        List<ValidatedRow> rows = let.stream().filter(p -> p.isOwn() != selection.withPublic()).map(Point::row).toList();
        List<Line> lines = new ArrayList<>();
        ErrorTable.of(rows, selection.grouping()).statistics()
                .forEach((key, errors) -> lines.add(new Line(key.getFirst(), errors)));
        lines.sort(Comparator.comparingInt((Line l) -> -l.statistics().count()));
        return new Comparison(selection, List.copyOf(drawn),
                statistics(rows), List.copyOf(lines), order(all, selection.grouping()),
                statistics(let.stream().filter(Point::isOwn).map(Point::row).toList()),
                (int) let.stream().filter(Point::isDoubted).count(), choices(all, selection));
    }

    private static List<String> order(List<Point> all, Grouping grouping) {
        Map<String, Integer> counts = new TreeMap<>();
        all.stream().filter(p -> !p.isDoubted() && Scope.of(p.row().quantity()).isPresent())
                .forEach(p -> counts.merge(grouping.of(p.row()), 1, Integer::sum));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey).toList();
    }

    private static ErrorStatistics statistics(List<ValidatedRow> rows) {
        return ErrorStatistics.of(rows.stream().filter(r -> r.doubt().isEmpty()).toList());
    }

    /** The group of {@code point} in this table. */
    public String groupOf(Point point) {
        return selection.grouping().of(point.row());
    }

    private static Map<Facet, Map<String, Integer>> choices(List<Point> all, Selection selection) {
        Map<Facet, Map<String, Integer>> choices = new TreeMap<>();
        for (Facet facet : Facet.values()) {
            Map<String, Integer> counts = new TreeMap<>();
            // what is chosen stays in the list even where other filters leave nothing of it
            selection.filter(facet).forEach(group -> counts.put(group, 0));
            for (Point point : all) {
                if (selection.letsBut(facet, point) && !point.isDoubted() && point.isOwn() != selection.withPublic()) {
                    counts.merge(facet.of(point), 1, Integer::sum);
                }
            }
            choices.put(facet, counts);
        }
        return choices;
    }
}
