package io.headroom.explore.repair;

import io.headroom.check.Judgement;
import io.headroom.check.legal.Fix;
import io.headroom.format.Formatter;
import java.util.List;

/**
 * A single edit that mends a problem, evaluated.
 *
 * @param fix the edit
 * @param after the plan with it, judged
 * @param change how large it is: doublings of the input, and of the GPUs where it needs more
 * @param shifts the metrics that it moves
 * @param breaks what holds now and would not any more; empty for most
 */
public record Repair(Fix fix, Judgement after, double change, List<Shift> shifts, List<String> breaks) {

    private static final int MOST_TOLD = 5;

    public Repair {
        shifts = List.copyOf(shifts);
        breaks = List.copyOf(breaks);
    }

    /** Whether nothing that holds now would be lost. */
    public boolean isClean() {
        return breaks.isEmpty();
    }

    /** The metrics that it moves, those most worth telling: "GPUs 8 → 16", "Cost an hour $21.52/h → $43.04/h". */
    public List<String> moved(Formatter format) {
        return shifts.stream().limit(MOST_TOLD).map(shift -> shift.text(format)).toList();
    }

    /** What holds now and would not any more: "but then: memory does not suffice"; empty for most. */
    public String lost() {
        return isClean() ? "" : "but then: " + String.join(", ", breaks);
    }

    /** What it costs elsewhere: {@link #moved}, and {@link #lost} behind it. */
    public String effect(Formatter format) {
        return String.join(", ", moved(format)) + (shifts.isEmpty() || isClean() ? "" : "; ") + lost();
    }
}
