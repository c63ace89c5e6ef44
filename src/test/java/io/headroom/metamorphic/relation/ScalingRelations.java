package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Knob;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Relation;
import io.headroom.metamorphic.Sample;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.function.UnaryOperator;

/** What happens when hardware or assumptions are multiplied: M7, M11, M12, M31. */
final class ScalingRelations {

    private static final Knob[] OVERHEADS =
        {Knob.OVERHEAD_PER_LAYER, Knob.OVERHEAD_PER_MOE_LAYER, Knob.OVERHEAD_PER_QUANTIZED_LAYER, Knob.OVERHEAD_PER_STEP,
            Knob.OVERHEAD_PER_SEQUENCE, Knob.OVERHEAD_PER_MILLION_LOGITS, Knob.OVERHEAD_PER_REQUEST};
    private static final Knob[] EFFICIENCIES = {Knob.MFU, Knob.ATTENTION_MFU, Knob.MBU, Knob.LINK_EFFICIENCY};

    private ScalingRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M7a", "everything twice as fast: times halve, rates double, exactly",
                        ScalingRelations::twiceAsFast),
                new Relation("M7b", "everything c times as fast: times / c, rates * c", ScalingRelations::timesAsFast),
                new Relation("M7c", "half the efficiency is half the hardware, exactly", ScalingRelations::efficiency),
                new Relation("M11", "twice the memory bandwidth: no time rises, none is less than halved",
                        s -> bounded(s, p -> Vary.gpu(p, 1, 2, 1))),
                new Relation("M12a", "twice the FLOP/s: no time rises, none is less than halved",
                        s -> bounded(s, p -> Vary.gpu(p, 2, 1, 1))),
                new Relation("M12b", "links twice as good: no time rises, none is less than halved",
                        s -> bounded(s, p -> Vary.links(p, 2, 0.5))),
                new Relation("M31", "elasticities to hardware and overheads add up to -1",
                        ScalingRelations::elasticities));
    }

    /** Powers of two round nothing; latencies and overheads are times too. */
    private static Verdict twiceAsFast(Sample s) {
        Estimate fast = estimate(faster(s.plan(), 2));
        Claims claims = new Claims();
        Times.WAITS.forEach(m -> claims.same(m.id(), s.get(m), 2 * fast.get(m)));
        Times.BOUNDS.forEach(m -> claims.same(m.id(), s.get(m), 2 * fast.get(m)));
        Times.RATES.forEach(m -> claims.same(m.id(), 2 * s.get(m), fast.get(m)));
        Times.TIMELESS.forEach(m -> claims.same(m.id(), s.get(m), fast.get(m)));
        Times.COSTS.forEach(m -> claims.same(m.id(), s.get(m), 2 * fast.get(m)));
        return claims.same("bound.throughput.perGpu", 2 * s.get(Metric.BOUND_THROUGHPUT_PER_GPU),
                fast.get(Metric.BOUND_THROUGHPUT_PER_GPU)).verdict();
    }

    private static Verdict timesAsFast(Sample s) {
        double c = s.random().nextDouble(0.2, 5);
        Estimate fast = estimate(faster(s.plan(), c));
        Claims claims = new Claims();
        Times.WAITS.forEach(m -> claims.near(m.id(), s.get(m), c * fast.get(m)));
        Times.BOUNDS.forEach(m -> claims.near(m.id(), s.get(m), c * fast.get(m)));
        Times.RATES.forEach(m -> claims.near(m.id(), c * s.get(m), fast.get(m)));
        return claims.verdict();
    }

    private static Verdict efficiency(Sample s) {
        Plan derated = Vary.scaled(Vary.links(Vary.scaled(s.plan(), 2, OVERHEADS), 1, 2), 0.5, EFFICIENCIES);
        Estimate slow = estimate(derated);
        Estimate halved = estimate(faster(s.plan(), 0.5));
        Claims claims = new Claims();
        Times.WAITS.forEach(m -> claims.same(m.id(), halved.get(m), slow.get(m)));
        // bounds know no efficiency
        Times.BOUNDS.forEach(m -> claims.same(m.id(), s.get(m), slow.get(m)));
        return claims.verdict();
    }

    private static Plan faster(Plan plan, double c) {
        return Vary.scaled(Vary.links(Vary.gpu(plan, c, c, 1), c, 1 / c), 1 / c, OVERHEADS);
    }

    /** With the plan fixed: no search may choose another. */
    private static Verdict bounded(Sample s, UnaryOperator<Plan> better) {
        Estimate e = estimate(better.apply(s.plan()));
        Claims claims = new Claims();
        for (Metric m : Times.WAITS) {
            claims.atMost(m.id(), e.get(m), s.get(m)).atMost("half of " + m.id(), s.get(m) / 2, e.get(m));
        }
        return claims.verdict();
    }

    /** Euler's theorem on M7, by central differences: it also sees a constant that hides in a difference. */
    private static Verdict elasticities(Sample s) {
        if (s.random().nextInt(3) != 0) {
            // ten estimates each: a third of the plans is enough
            return Verdict.NOT_EXERCISED;
        }
        List<Change> changes = List.of((p, f) -> Vary.gpu(p, f, 1, 1), (p, f) -> Vary.gpu(p, 1, f, 1),
                (p, f) -> Vary.links(p, f, 1), (p, f) -> Vary.links(p, 1, 1 / f),
                (p, f) -> Vary.scaled(p, 1 / f, OVERHEADS));
        double h = 1e-6;
        double ttft = 0;
        double step = 0;
        for (Change change : changes) {
            Estimate up = estimate(change.apply(s.plan(), 1 + h));
            Estimate down = estimate(change.apply(s.plan(), 1 - h));
            ttft += slope(up.get(Metric.TTFT_ALONE), down.get(Metric.TTFT_ALONE), h);
            step += slope(up.get(Metric.DECODE_STEP), down.get(Metric.DECODE_STEP), h);
        }
        return new Claims().holds("elasticities of ttft.alone add up to " + ttft, Math.abs(ttft + 1) < 1e-4)
                .holds("elasticities of decode.step add up to " + step, Math.abs(step + 1) < 1e-4).verdict();
    }

    private static double slope(double up, double down, double h) {
        return Math.log(up / down) / (2 * h);
    }

    /** Multiplies one kind of hardware. */
    private interface Change {
        Plan apply(Plan plan, double factor);
    }
}
