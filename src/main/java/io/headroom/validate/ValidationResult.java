package io.headroom.validate;

import io.headroom.validate.read.Reading.Skipped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every row of a file.
 *
 * @param rows rows that were estimated, in the file's order
 * @param endToEnd E2E of configurations of which the file has both TTFT and TPOT: TTFT + (O - 1) * TPOT
 * @param skipped rows that could not be expressed
 */
public record ValidationResult(List<ValidatedRow> rows, List<ValidatedRow> endToEnd, List<Skipped> skipped) {

    public ValidationResult {
        rows = List.copyOf(rows);
        endToEnd = List.copyOf(endToEnd);
        skipped = List.copyOf(skipped);
    }

    /** Rows and pairs together: what tables are made of. */
    public List<ValidatedRow> all() {
        List<ValidatedRow> all = new java.util.ArrayList<>(rows);
        all.addAll(endToEnd);
        return List.copyOf(all);
    }

    /** How many rows were skipped for each reason. */
    public Map<String, Integer> skippedByReason() {
        Map<String, Integer> counts = new TreeMap<>();
        skipped.forEach(s -> counts.merge(s.reason(), 1, Integer::sum));
        return counts;
    }
}
