package io.headroom.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Errors by groups.
 *
 * @param groupings what the keys consist of
 * @param statistics errors by key, one part a grouping, in alphabetical order
 */
public record ErrorTable(List<Grouping> groupings, Map<List<String>, ErrorStatistics> statistics) {

    /** The table of {@code rows}, doubted ones left out. */
    public static ErrorTable of(Collection<ValidatedRow> rows, Grouping... groupings) {
        Map<List<String>, ErrorStatistics> statistics = new LinkedHashMap<>();
        groups(rows, groupings).forEach((key, members) -> statistics.put(key, ErrorStatistics.of(members)));
        return new ErrorTable(List.of(groupings), statistics);
    }

    /** The rows behind such a table, by the same keys in the same order. */
    public static Map<List<String>, List<ValidatedRow>> groups(Collection<ValidatedRow> rows, Grouping... groupings) {
        Map<String, List<String>> keys = new TreeMap<>();
        Map<String, List<ValidatedRow>> groups = new TreeMap<>();
        for (ValidatedRow row : rows) {
            if (row.doubt().isEmpty()) {
                List<String> key = new ArrayList<>();
                for (Grouping grouping : groupings) {
                    key.add(grouping.of(row));
                }
                String joined = String.join("\n", key);
                keys.put(joined, List.copyOf(key));
                groups.computeIfAbsent(joined, _ -> new ArrayList<>()).add(row);
            }
        }
        Map<List<String>, List<ValidatedRow>> byKey = new LinkedHashMap<>();
        groups.forEach((joined, members) -> byKey.put(keys.get(joined), List.copyOf(members)));
        return byKey;
    }
}
