package io.headroom.explore.repair;

import io.headroom.catalog.NumberFormat;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.Dial;
import io.headroom.check.legal.Fix;
import io.headroom.check.legal.Load;
import io.headroom.check.legal.notch.Notch;
import io.headroom.check.legal.notch.Notches;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Outcome;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Every single edit that is worth trying: notches of degrees and loads, formats, switches, layers, tokens of a pass. */
final class Candidates {

    /** A switch, or a format of the same size, is less than a doubling. */
    private static final double SWITCH = 0.5;
    private static final int LEAST_CHUNK = 512;
    private static final int MOST_CHUNK = 32_768;
    private static final List<NumberFormat> WEIGHTS =
            List.of(NumberFormat.BF16, NumberFormat.FP8, NumberFormat.INT8, NumberFormat.NVFP4, NumberFormat.INT4);
    private static final List<NumberFormat> TENSORS = List.of(NumberFormat.BF16, NumberFormat.FP8);

    private final Plan plan;
    private final List<Edit> edits = new ArrayList<>();

    private Candidates(Plan plan) {
        this.plan = plan;
    }

    /** The edits of {@code plan}, whose numbers are {@code outcome}. */
    static List<Edit> of(Plan plan, Outcome outcome) {
        Candidates candidates = new Candidates(plan);
        for (Degree degree : Degree.values()) {
            if (degree != Degree.EXPERT || plan.model().isMoe() || plan.parallelism().expert() > 1) {
                candidates.dial(degree);
            }
        }
        for (Load load : Load.values()) {
            candidates.dial(load);
        }
        candidates.formats();
        candidates.switches();
        candidates.chunk();
        if (outcome instanceof Estimate estimate && plan.parallelism().pipeline() > 1) {
            candidates.moveALayer(estimate);
        }
        return candidates.edits;
    }

    private void dial(Dial dial) {
        int now = dial.of(plan);
        for (Notch notch : Notches.of(plan, dial)) {
            int value = notch.value();
            if (value != now) {
                add(dial.label(), dial.label() + " " + now + " → " + value, doublings(now, value),
                        p -> dial.with(p, value));
            }
        }
    }

    private void formats() {
        Precision now = plan.precision();
        format("weights", now.weights(), WEIGHTS, Precision::withWeights);
        if (plan.model().isMoe() && now.experts() != now.weights()) {
            format("experts", now.experts(), WEIGHTS, Precision::withExperts);
        }
        format("KV cache", now.kvCache(), TENSORS, Precision::withKvCache);
        format("activations", now.activations(), TENSORS, Precision::withActivations);
    }

    private void format(String what, NumberFormat now, List<NumberFormat> formats,
            BiFunction<Precision, NumberFormat, Precision> with) {
        for (NumberFormat format : formats) {
            // a format that the hardware cannot compute in is no repair
            boolean isSupported = plan.hardware().computeFormat(format) == plan.hardware().wantedFormat(format);
            if (!isAlike(format, now) && isSupported) {
                add(what, what + " " + now + " → " + format,
                        format.bytesPerElement() == now.bytesPerElement() ? SWITCH
                                : doublings(now.bytesPerElement(), format.bytesPerElement()),
                        p -> p.withPrecision(with.apply(p.precision(), format)));
            }
        }
    }

    /** Whether nothing tells the two apart but whose kernels pad them: to go from mxfp4 to int4 mends nothing. */
    private boolean isAlike(NumberFormat a, NumberFormat b) {
        return a.bytesPerElement() == b.bytesPerElement()
                && plan.hardware().wantedFormat(a) == plan.hardware().wantedFormat(b);
    }

    private void switches() {
        Parallelism now = plan.parallelism();
        boolean isOn = now.sequence();
        add("SP", isOn ? "SP off" : "SP on", SWITCH, degrees(p -> p.withSequence(!isOn)));
        if (!now.layersPerStage().isEmpty()) {
            add("layers per stage", "layers per stage " + now.layersPerStage() + " → balanced", SWITCH,
                    degrees(p -> p.withLayersPerStage(List.of())));
        }
    }

    private void chunk() {
        int now = plan.workload().maxBatchedTokens();
        for (int tokens = LEAST_CHUNK; tokens <= MOST_CHUNK; tokens *= 2) {
            int value = tokens;
            if (value != now) {
                add("tokens of a pass", "tokens of a pass " + now + " → " + value, doublings(now, value),
                        p -> p.withWorkload(p.workload().withMaxBatchedTokens(value)));
            }
        }
    }

    /** One layer from the stage whose GPUs are fullest to the one whose GPUs are emptiest. */
    private void moveALayer(Estimate estimate) {
        StageMemory[] stages = estimate.memory().stages();
        int from = estimate.memory().worstStage();
        int to = 0;
        List<Integer> layers = new ArrayList<>();
        for (int s = 0; s < stages.length; s++) {
            layers.add(stages[s].layers());
            to = stages[s].total() < stages[to].total() ? s : to;
        }
        if (from != to && layers.get(from) > 1) {
            layers.set(from, layers.get(from) - 1);
            layers.set(to, layers.get(to) + 1);
            List<Integer> moved = List.copyOf(layers);
            add("layers per stage", "a layer from stage " + from + " to stage " + to, SWITCH,
                    degrees(p -> p.withLayersPerStage(moved)));
        }
    }

    private void add(String input, String label, double steps, Function<Plan, Plan> edit) {
        edits.add(new Edit(input, new Fix(label, edit::apply), steps));
    }

    private static Function<Plan, Plan> degrees(Function<Parallelism, Parallelism> edit) {
        return p -> p.withParallelism(edit.apply(p.parallelism()));
    }

    private static double doublings(double from, double to) {
        return Math.log(to / from) / Math.log(2);
    }
}
