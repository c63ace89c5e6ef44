package io.headroom.explore.curve;

import io.headroom.catalog.LayerCounts;
import io.headroom.catalog.LayerKind;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Explanation;
import io.headroom.estimate.explain.Recorder.OperationCost;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations of a plan under the roofline of its GPU: FLOP/s that each reaches over FLOP per byte that it moves.
 *
 * <p>An operation of intensity {@code FLOP/bytes} reaches at most {@code min(peak, intensity * bandwidth)}; at the
 * plan's own assumptions {@code min(peak * MFU, intensity * bandwidth * MBU)}. Operations of the same name on layers of
 * different kinds are one point: FLOP, bytes and seconds of all layers together. What computes nothing (norms, the
 * embedding) and what only sends is no point; {@link Operation#share} is of all that is timed on the GPU itself.
 * Source: Williams, Waterman and Patterson 2009.
 *
 * @param peakFlops FLOP/s of the fastest format that the model computes in
 * @param bytesPerSecond HBM bandwidth
 * @param mfu share of the peak that a large GEMM reaches
 * @param mbu share of the bandwidth reached
 * @param operations those of the prompt pass, then those of the decode step
 */
public record Roofline(double peakFlops, double bytesPerSecond, double mfu, double mbu, List<Operation> operations) {

    /** Which pass an operation is of. */
    public enum Phase {
        PREFILL("lone prefill", "prefill"), DECODE("decode pass", "decode");

        private final String pass;
        private final String label;

        Phase(String pass, String label) {
            this.pass = pass;
            this.label = label;
        }

        /** Its name for people. */
        public String label() {
            return label;
        }
    }

    /**
     * One operation, over all layers.
     *
     * @param phase the pass
     * @param name the operation
     * @param flop on one GPU of every stage
     * @param bytes of HBM moved
     * @param seconds its time
     * @param share of the time of all operations of the pass
     */
    public record Operation(Phase phase, String name, double flop, double bytes, double seconds, double share) {

        /** FLOP per byte. */
        public double intensity() {
            return flop / bytes;
        }

        /** FLOP/s reached. */
        public double flopPerSecond() {
            return flop / seconds;
        }
    }

    public Roofline {
        operations = List.copyOf(operations);
    }

    /**
     * Of {@code plan}: one prompt alone, and a decode step at its load.
     *
     * @throws IllegalArgumentException where the plan has no numbers
     */
    public static Roofline of(Plan plan) {
        Explanation explanation = Explanation.of(plan);
        Estimate estimate = explanation.estimate();
        List<Operation> operations = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            operations.addAll(of(phase, explanation.operations(), plan.model().layerCounts()));
        }
        return new Roofline(estimate.peakFlops(), plan.hardware().gpu().hbmBytesPerSecond(),
                plan.assumptions().constants().mfu(), plan.assumptions().constants().mbu(), operations);
    }

    /** FLOP per byte from which the peak limits and no longer the bandwidth. */
    public double ridge() {
        return peakFlops / bytesPerSecond;
    }

    /** What physics allows at {@code intensity}, in FLOP/s. */
    public double roof(double intensity) {
        return Math.min(peakFlops, intensity * bytesPerSecond);
    }

    /** What the plan's assumptions allow at {@code intensity}, in FLOP/s. */
    public double assumedRoof(double intensity) {
        return Math.min(peakFlops * mfu, intensity * bytesPerSecond * mbu);
    }

    private static List<Operation> of(Phase phase, List<OperationCost> costs, LayerCounts layers) {
        Map<String, Operation> sums = new LinkedHashMap<>();
        double seconds = 0;
        for (OperationCost cost : costs) {
            if (cost.pass().startsWith(phase.pass)) {
                int times = times(cost.pass(), layers);
                seconds += times * cost.seconds();
                sums.merge(cost.name(), new Operation(phase, cost.name(), times * cost.flop(), times * cost.bytes(),
                        times * cost.seconds(), 0), Roofline::sum);
            }
        }
        double all = seconds;
        return sums.values().stream().filter(o -> o.flop > 0)
                .map(o -> new Operation(phase, o.name, o.flop, o.bytes, o.seconds, o.seconds / all)).toList();
    }

    /** Layers of the kind that the path of an operation names; 1 outside of layers. */
    private static int times(String path, LayerCounts layers) {
        for (int i = 0; i < layers.kinds(); i++) {
            LayerKind kind = layers.kind(i);
            if (path.endsWith("layer " + kind)) {
                return layers.count(kind);
            }
        }
        return 1;
    }

    private static Operation sum(Operation a, Operation b) {
        return new Operation(a.phase, a.name, a.flop + b.flop, a.bytes + b.bytes, a.seconds + b.seconds, 0);
    }
}
