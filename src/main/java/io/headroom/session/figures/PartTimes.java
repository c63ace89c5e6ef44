package io.headroom.session.figures;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.pass.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A time and the parts that add up to it.
 *
 * @param metric the time
 * @param total seconds
 * @param bound seconds that physics needs, NaN where no bound is known
 * @param parts those above zero, in order
 */
public record PartTimes(Metric metric, double total, double bound, List<PartTime> parts) {

    /** Seconds of one part. */
    public record PartTime(Part part, double seconds) {
    }

    /** The parts of a time to the first token, of a lone request, the last of a burst, or at steady load. */
    public static PartTimes ttft(Estimate e, Metric metric) {
        // what physics needs for one prompt says nothing of a queue of them
        double bound = e.get(Metric.BOUND_TTFT_ALONE);
        double total = e.get(metric);
        return switch (metric) {
            case TTFT_ALONE -> of(metric, total, bound, e.prefill().aloneParts(), 0);
            case TTFT_STEADY -> of(metric, total, Double.NaN, e.prefill().aloneParts(), e.steady().queueInTtftSeconds());
            default -> of(metric, total, Double.NaN, e.prefill().burstParts(), 0);
        };
    }

    /** The parts of the time per output token. */
    public static PartTimes tpot(Estimate e) {
        return of(Metric.TPOT_STEADY, e.get(Metric.TPOT_STEADY), e.get(Metric.BOUND_TPOT), e.decode().parts(),
                e.steady().queueInTpotSeconds());
    }

    private static PartTimes of(Metric metric, double total, double bound, double[] seconds, double queue) {
        List<PartTime> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            double own = part.ordinal() < seconds.length ? seconds[part.ordinal()] : 0;
            double all = part == Part.QUEUE ? own + queue : own;
            if (all > 0) {
                parts.add(new PartTime(part, all));
            }
        }
        return new PartTimes(metric, total, bound, List.copyOf(parts));
    }
}
