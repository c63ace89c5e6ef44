package io.headroom.explore.whatif;

import io.headroom.catalog.NumberFormat;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.explore.input.Assumption;
import io.headroom.explore.input.GpuLock;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.explore.input.Stop;
import io.headroom.format.Formatter;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Which input moves a metric most: every input one notch down and one up while all others stay, the largest change first.
 *
 * @param metric the metric
 * @param now its value in the plan
 * @param swings one an input that has somewhere to go
 */
public record Sensitivity(Metric metric, double now, List<Swing> swings) {

    private static final List<NumberFormat> FORMATS = List.of(NumberFormat.BF16, NumberFormat.FP8, NumberFormat.NVFP4);

    /**
     * One input moved both ways.
     *
     * @param name the input
     * @param down one notch down, empty where there is none
     * @param up one notch up, empty where there is none
     */
    public record Swing(String name, Optional<Step> down, Optional<Step> up) {

        /** Whether both ways change the metric in the same sense: there is a peak or a valley between. */
        public boolean isNonMonotonic(double now) {
            return down.isPresent() && up.isPresent() && (down.get().value() - now) * (up.get().value() - now) > 0;
        }

        /** The larger of the two changes. */
        public double most(double now) {
            return Stream.of(down, up).flatMap(Optional::stream).mapToDouble(s -> Math.abs(s.value() - now))
                    .filter(Double::isFinite).max().orElse(0);
        }
    }

    public Sensitivity {
        swings = List.copyOf(swings);
    }

    /** The sensitivity of {@code metric} of {@code plan}; {@code format} writes the moves. */
    public static Sensitivity of(Plan plan, Metric metric, Formatter format) {
        return of(plan, metric, format, input -> input);
    }

    /** The same with {@code hold} around every input, such as {@link GpuLock#on}: what it makes give way is said. */
    public static Sensitivity of(Plan plan, Metric metric, Formatter format, UnaryOperator<Input> hold) {
        double now = value(plan, metric);
        List<Swing> swings = new ArrayList<>();
        for (Input input : inputs(plan)) {
            swings.add(swing(plan, metric, hold.apply(input), format));
        }
        swings.add(formats(plan, metric, "Weights", Precision::weights, Precision::withWeights));
        if (plan.model().isMoe()) {
            swings.add(formats(plan, metric, "Experts", Precision::experts, Precision::withExperts));
        }
        swings.add(formats(plan, metric, "KV cache", Precision::kvCache, Precision::withKvCache));
        swings.add(sequence(plan, metric));
        swings.removeIf(s -> s.down().isEmpty() && s.up().isEmpty());
        swings.sort(Comparator.comparingDouble((Swing s) -> s.most(now)).reversed());
        return new Sensitivity(metric, now, swings);
    }

    private static List<Input> inputs(Plan plan) {
        List<Input> inputs = new ArrayList<>(Inputs.WORKLOAD);
        inputs.add(Inputs.CHUNK);
        inputs.addAll(Inputs.PARALLELISM);
        if (!plan.model().isMoe()) {
            inputs.remove(Inputs.EXPERT);
        }
        Inputs.ASSUMPTIONS.stream().map(Assumption::input).forEach(inputs::add);
        return inputs;
    }

    private static Swing swing(Plan plan, Metric metric, Input input, Formatter format) {
        double now = input.valueIn(plan);
        Optional<Stop> below = Optional.empty();
        Optional<Stop> above = Optional.empty();
        for (Stop stop : input.stopsFor(plan)) {
            if (stop.isLegal() && stop.value() < now) {
                below = Optional.of(stop);
            } else if (stop.isLegal() && stop.value() > now && above.isEmpty()) {
                above = Optional.of(stop);
            }
        }
        Function<Stop, Step> step = stop -> {
            Plan moved = input.with(plan, stop.value());
            return step(input.symbol() + " " + input.text(now, format) + " → " + input.text(stop.value(), format)
                    + GpuLock.gaveWay(plan, moved, input), moved, metric);
        };
        return new Swing(input.title(), below.map(step), above.map(step));
    }

    /** Formats in the order of their bytes: "up" stores more. */
    private static Swing formats(Plan plan, Metric metric, String name, Function<Precision, NumberFormat> get,
            BiFunction<Precision, NumberFormat, Precision> set) {
        NumberFormat now = get.apply(plan.precision());
        Function<NumberFormat, Step> step = f -> step(name + " " + now + " → " + f,
                plan.withPrecision(set.apply(plan.precision(), f)), metric);
        Optional<NumberFormat> smaller = FORMATS.stream().filter(f -> f.bytesPerElement() < now.bytesPerElement())
                .max(Comparator.comparingDouble(NumberFormat::bytesPerElement));
        Optional<NumberFormat> larger = FORMATS.stream().filter(f -> f.bytesPerElement() > now.bytesPerElement())
                .min(Comparator.comparingDouble(NumberFormat::bytesPerElement));
        return new Swing(name, smaller.map(step), larger.map(step));
    }

    private static Swing sequence(Plan plan, Metric metric) {
        Parallelism p = plan.parallelism();
        if (p.tensor() == 1) {
            return new Swing("Sequence parallel", Optional.empty(), Optional.empty());
        }
        Step turned = step(p.sequence() ? "SP on → off" : "SP off → on",
                plan.withParallelism(p.withSequence(!p.sequence())), metric);
        return p.sequence() ? new Swing("Sequence parallel", Optional.of(turned), Optional.empty())
                : new Swing("Sequence parallel", Optional.empty(), Optional.of(turned));
    }

    private static Step step(String text, Plan plan, Metric metric) {
        return new Step(text, plan, value(plan, metric));
    }

    private static double value(Plan plan, Metric metric) {
        return Estimator.estimate(plan) instanceof Estimate e ? e.get(metric) : Double.NaN;
    }
}
