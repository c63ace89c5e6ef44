package io.headroom.cli.search;

import io.headroom.cli.input.Refusal;
import io.headroom.explore.uncertainty.Uncertain;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The arguments that say within which ends inputs lie. */
final class RangeArguments {

    @Option(names = "--range", paramLabel = "KEY=MIN..MAX", description = "A range in place of the file's, such as "
            + "assumptions.mfu=0.4..0.7; may be given several times.")
    private List<String> given = List.of();

    /** {@code plan} with the ranges that were given in place of its own. */
    Plan of(Plan plan) throws Refusal {
        Ranges ranges = plan.ranges();
        for (String text : given) {
            String[] parts = text.split("=|\\.\\.(?=[-0-9.])", 3);
            Uncertain one = Uncertain.byKey(parts[0]).orElseThrow(() -> Refusal.notValid("--range '" + parts[0]
                    + "' is no input that may have a range: write " + Uncertain.ALL.stream().map(u -> u.input().key())
                            .collect(Collectors.joining(", ")) + "."));
            ranges = ranges.with(parts[0], range(text, parts, one));
        }
        return plan.withRanges(ranges);
    }

    private static Ranges.Range range(String text, String[] parts, Uncertain one) throws Refusal {
        double least = one.input().range().min();
        double most = one.input().range().max();
        try {
            double low = Double.parseDouble(parts[1]);
            double high = Double.parseDouble(parts[2]);
            boolean isWhole = low == Math.rint(low) && high == Math.rint(high) || !one.input().range().whole();
            if (low >= least && low <= high && high <= most && isWhole) {
                return new Ranges.Range(low, high);
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // said below
        }
        throw Refusal.notValid("--range '" + text + "' is no range: write " + one.input().key() + "=MIN..MAX, both "
                + (one.input().range().whole() ? "whole and " : "") + "from " + least + " to " + most + ".");
    }
}
