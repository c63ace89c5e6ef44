package io.headroom.explore.uncertainty;

import io.headroom.catalog.Knob;
import io.headroom.explore.input.Assumption;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.explore.input.Stop;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An input that may have a range.
 *
 * @param input the input
 * @param knob the assumption that it is, or null
 * @param worse which end of its range is the worse one
 */
public record Uncertain(Input input, Knob knob, Worse worse) {

    /** All of them: load, price and links, demand, assumptions. */
    public static final List<Uncertain> ALL = Stream.of(
            Inputs.WORKLOAD.stream().map(input -> new Uncertain(input, null, Worse.HIGH)),
            Inputs.SUPPLY.stream().map(input -> new Uncertain(input, null, worseOf(input))),
            Inputs.ASSUMPTIONS.stream().map(a -> new Uncertain(a.input(), a.knob(), worseOf(a.knob()))))
            .flatMap(all -> all).toList();

    private static final int USUAL = 2;

    /** Which end is the worse one. */
    public enum Worse {
        LOW, HIGH,
        /** Better for one figure and worse for another. */
        NEITHER
    }

    /** The one with {@code key}. */
    public static Optional<Uncertain> byKey(String key) {
        return ALL.stream().filter(u -> u.input.key().equals(key)).findFirst();
    }

    /** Those that have a range in {@code plan}, in the order of {@link #ALL}. */
    static List<Uncertain> in(Plan plan) {
        return ALL.stream().filter(u -> plan.ranges().of(u.input.key()).isPresent()).toList();
    }

    /** The range of it in {@code plan}, likeliest at the plan's own value. */
    public Triangular distribution(Plan plan) {
        Ranges.Range range = plan.ranges().of(input.key()).orElseThrow();
        return Triangular.of(range.min(), input.valueIn(plan), range.max());
    }

    /** What to begin with: two places of its slider down and up, of its legal ones. */
    public Ranges.Range usual(Plan plan) {
        double own = input.valueIn(plan);
        double[] stops = input.stopsFor(plan).stream().filter(Stop::isLegal).mapToDouble(Stop::value).toArray();
        int at = 0;
        while (at < stops.length - 1 && stops[at] < own) {
            at++;
        }
        return new Ranges.Range(stops[Math.max(0, at - USUAL)], stops[Math.min(stops.length - 1, at + USUAL)]);
    }

    /** What a drawn value means: whole where the input is. */
    double rounded(double value) {
        return input.range().whole() ? Math.rint(value) : value;
    }

    /** {@code plan} with {@code values}, one for each of {@code all}. */
    static Plan with(Plan plan, List<Uncertain> all, double[] values) {
        Map<Knob, Double> knobs = new java.util.EnumMap<>(Knob.class);
        Plan changed = plan;
        for (int i = 0; i < values.length; i++) {
            Uncertain one = all.get(i);
            if (one.knob == null) {
                changed = one.input.with(changed, one.rounded(values[i]));
            } else {
                knobs.put(one.knob, values[i]);
            }
        }
        return knobs.isEmpty() ? changed : changed.withAssumptions(changed.assumptions().withAll(knobs));
    }

    /** Every ranged input of {@code plan} at its worse end; those that are neither better nor worse stay as they are. */
    public static Plan pessimistic(Plan plan) {
        List<Uncertain> all = new ArrayList<>(in(plan));
        all.removeIf(u -> u.worse == Worse.NEITHER);
        double[] values = all.stream().mapToDouble(u -> {
            Ranges.Range range = plan.ranges().of(u.input.key()).orElseThrow();
            return u.worse == Worse.LOW ? range.min() : range.max();
        }).toArray();
        return with(plan, all, values);
    }

    private static Worse worseOf(Input input) {
        return switch (input.key()) {
            case "hardware.intraNodeBytesPerSecond", "hardware.interNodeBytesPerSecond", "demand.utilization" -> Worse.LOW;
            default -> Worse.HIGH;
        };
    }

    private static Worse worseOf(Knob knob) {
        return switch (knob) {
            case MFU, ATTENTION_MFU, MBU, LINK_EFFICIENCY, USABLE_MEMORY, ATTENTION_BANDWIDTH, EXPERT_BANDWIDTH,
                 EXPERT_MFU, EXPERT_SKEW, ROOFLINE_OVERLAP, BLOCK_SCALED_MFU -> Worse.LOW;
            case GEMM_HALF_ROWS, EXPERT_HALF_ROWS, OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER, OVERHEAD_PER_STEP, RESERVE,
                 RESERVE_IN_GROUP, SAMPLER_BYTES,
                 EXPERT_IMBALANCE, OVERHEAD_PER_SEQUENCE, OVERHEAD_PER_MILLION_LOGITS, OVERHEAD_PER_REQUEST, OVERHEAD_PER_QUANTIZED_LAYER,
                 RANK_WAIT, ADMISSION_STEPS, UNFUSED_SHARE, INTRA_NODE_LATENCY, INTER_NODE_LATENCY -> Worse.HIGH;
            // what TTFT gains TPOT loses
            case PREFILL_SHARE_IN_DECODE, PREFILL_QUEUE_EXPONENT -> Worse.NEITHER;
        };
    }
}
