package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Attention;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.pass.Part;
import io.headroom.metamorphic.Claims;
import io.headroom.metamorphic.Relation;
import io.headroom.metamorphic.Sample;
import io.headroom.metamorphic.Verdict;
import io.headroom.metamorphic.plans.Vary;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;

/** Which link a message takes, and what attention ranks exchange: further parts of M17. */
final class PlacementRelations {

    private PlacementRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M17f", "TP beside spread experts: all-reduce, all-gather, and the shared experts' all-reduce",
                        PlacementRelations::besideExperts),
                new Relation("M17g", "context ranks merge 2 partial results of their heads a sequence in decode",
                        PlacementRelations::merge),
                new Relation("M17h", "links between nodes matter to those groups that cross one",
                        PlacementRelations::crossing));
    }

    /** Attention-DP 2: dense layers reduce twice over t; MoE layers once, gather, and reduce their shared experts. */
    private static Verdict besideExperts(Sample s) {
        Counts c = new Counts(s.plan());
        if (c.moeLayers() == 0) {
            return Verdict.NOT_EXERCISED;
        }
        Claims claims = new Claims();
        for (int t : new int[] {2, 4}) {
            Plan plan = CommunicationRelations.oneNode(Vary.degrees(s.plan(), t, 1, 2 * t, 1));
            double ring = 2.0 * (t - 1) / t;
            double shared = s.shape().moe().sharedWidth() > 0 ? ring : 0;
            int dense = s.shape().layers() - c.moeLayers();
            double shares = 2 * ring * dense + (ring + ring / 2 + shared) * c.moeLayers();
            claims.near("over " + t, shares * CommunicationRelations.stream(plan) / CommunicationRelations.speed(plan),
                    estimate(plan).prefill().aloneParts()[Part.ALL_REDUCE.ordinal()]);
        }
        return claims.verdict();
    }

    private static Verdict merge(Sample s) {
        int softmax = s.shape().layers() - new Counts(s.plan()).linearLayers();
        int t = s.degrees().tensor();
        double width = switch (s.shape().attention()) {
            case Attention.GroupedQuery g -> (double) g.heads() / t * g.headDim();
            case Attention.Latent m -> (double) m.heads() / t * m.kvRank();
        };
        Claims claims = new Claims();
        for (int c : new int[] {2, 4}) {
            Plan plan = CommunicationRelations.oneNode(Vary.degrees(s.plan(), t, 1, 1, c));
            double sequences = Math.ceilDiv(s.workload().concurrentRequests(), s.degrees().data());
            double bytes = softmax * (c - 1.0) / c * sequences * 2 * width
                    * plan.precision().activations().bytesPerElement();
            claims.near("merge of " + c, bytes / CommunicationRelations.speed(plan),
                    estimate(plan).decode().parts()[Part.CONTEXT_EXCHANGE.ordinal()]);
        }
        return claims.verdict();
    }

    /** Ranks are dealt out TP first, then CP, then stages; a replica that fits in a node crosses none. */
    private static Verdict crossing(Sample s) {
        Parallelism p = s.degrees();
        Plan plan = Vary.chunk(s.plan(), s.workload().inputTokens());
        Estimate slow = estimate(plan);
        Estimate fast = estimate(twiceBetween(plan));
        int node = plan.hardware().gpusPerNode();
        Claims claims = new Claims();
        if (slow.groups().replicaGpus() <= node) {
            for (Metric m : Times.WAITS) {
                claims.same(m.id(), slow.get(m), fast.get(m));
            }
            return claims.verdict();
        }
        if (p.pipeline() > 1) {
            claims.holds("a stage sends between nodes", seconds(fast, Part.STAGE_SEND) < seconds(slow, Part.STAGE_SEND));
        }
        boolean hasRing = p.context() > 1 && new Counts(plan).linearLayers() < s.shape().layers();
        if (hasRing && p.tensor() * p.context() > node) {
            claims.holds("the ring crosses nodes",
                    seconds(fast, Part.CONTEXT_EXCHANGE) < seconds(slow, Part.CONTEXT_EXCHANGE));
        } else {
            claims.same("a ring inside a node", seconds(slow, Part.CONTEXT_EXCHANGE), seconds(fast, Part.CONTEXT_EXCHANGE));
        }
        return claims.verdict();
    }

    private static Plan twiceBetween(Plan plan) {
        Hardware h = plan.hardware();
        Hardware.Given g = h.given();
        return plan.withHardware(new Hardware(h.gpu(), h.gpuJson(), new Hardware.Given(g.gpusPerNode(),
                g.intraNodeBytesPerSecond(), 2 * h.interNodeBytesPerSecond(), g.intraNodeLatencySeconds(),
                g.interNodeLatencySeconds(), g.pricePerGpuHour(), g.priceBasis())));
    }

    private static double seconds(Estimate e, Part part) {
        return e.prefill().aloneParts()[part.ordinal()];
    }
}
