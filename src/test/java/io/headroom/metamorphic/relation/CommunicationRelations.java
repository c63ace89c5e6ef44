package io.headroom.metamorphic.relation;

import static io.headroom.metamorphic.Sample.estimate;

import io.headroom.catalog.Attention;
import io.headroom.catalog.Knob;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.pass.Bound;
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

/** Links: M16, M17, M19. */
final class CommunicationRelations {

    /** More GPUs than any group has. */
    private static final int ONE_NODE = 1 << 20;

    private CommunicationRelations() {
    }

    static List<Relation> all() {
        return List.of(
                new Relation("M16a", "one GPU: no link, no bubble, exactly", CommunicationRelations::alone),
                new Relation("M16b", "t = 1, p = 1, c = 1, a = 1: no all-reduce, send, ring, all-to-all, exactly; else some",
                        CommunicationRelations::degreesOfOne),
                new Relation("M17a", "ring all-reduce 2(q-1)/q of the bytes, V(4)/V(2) = 1.5",
                        CommunicationRelations::allReduce),
                new Relation("M17b", "a node boundary makes all-reduces slower, never faster",
                        CommunicationRelations::boundary),
                new Relation("M17c", "all-to-all (e-1)/e of what tokens send to their experts, there and back",
                        CommunicationRelations::allToAll),
                new Relation("M17d", "context ring (c-1) times the keys and values of a GPU",
                        CommunicationRelations::ring),
                new Relation("M17e", "stages send the residual stream once a boundary", CommunicationRelations::send),
                new Relation("M19a", "twice the TP at best halves the decode step",
                        CommunicationRelations::twiceTensor),
                new Relation("M19b", "memory of a GPU, less what a group keeps, never rises with p from 1, with t, with e at the same W",
                        CommunicationRelations::memory));
    }

    private static Verdict alone(Sample s) {
        Estimate e = estimate(Vary.degrees(s.plan(), 1, 1, 1, 1));
        Claims claims = new Claims();
        for (Part part : LINKS) {
            claims.same("prefill, " + part, 0, prefill(e, part)).same("decode, " + part, 0, decode(e, part));
        }
        return claims.same("share.communication", 0, e.get(Metric.SHARE_COMMUNICATION))
                .same("share.bubble", 0, e.get(Metric.SHARE_BUBBLE))
                .same("imbalance.stages", 0, e.get(Metric.IMBALANCE_STAGES)).verdict();
    }

    private static Verdict degreesOfOne(Sample s) {
        Parallelism p = s.degrees();
        Counts c = new Counts(s.plan());
        boolean hasMoe = c.moeLayers() > 0;
        boolean isDealt = s.estimate().groups().attentionData() > 1;
        boolean reduces = p.tensor() > 1 || hasMoe && !isDealt && s.estimate().groups().stageGpus() > 1;
        Claims claims = new Claims();
        zeroUnless(claims, "all-reduce", reduces, prefill(s.estimate(), Part.ALL_REDUCE));
        zeroUnless(claims, "all-to-all", hasMoe && isDealt, prefill(s.estimate(), Part.ALL_TO_ALL));
        zeroUnless(claims, "ring", p.context() > 1 && c.linearLayers() < s.shape().layers(),
                prefill(s.estimate(), Part.CONTEXT_EXCHANGE));
        zeroUnless(claims, "send", p.pipeline() > 1, prefill(s.estimate(), Part.STAGE_SEND));
        double seconds = 0;
        for (Part part : LINKS) {
            seconds += prefill(s.estimate(), part);
        }
        zeroUnless(claims, "link share of prefill", seconds > 0,
                s.estimate().prefill().boundShares()[Bound.LINK.ordinal()]);
        return claims.verdict();
    }

    private static void zeroUnless(Claims claims, String what, boolean isThere, double seconds) {
        claims.holds(what + ": " + seconds, isThere ? seconds > 0 : seconds == 0);
    }

    /** Experts share the GPUs of attention (a = 1): TP twice a dense layer, TP and the whole stage once a MoE layer. */
    private static Verdict allReduce(Sample s) {
        int c = s.degrees().context();
        Claims claims = new Claims();
        for (int t : new int[] {2, 4, 8}) {
            Plan plan = oneNode(Vary.degrees(s.plan(), t, 1, 1, c));
            int moe = new Counts(plan).moeLayers();
            int dense = s.shape().layers() - moe;
            double shares = (2.0 * dense + moe) / c * ringShare(t) + moe * ringShare(t * c);
            claims.near("all-reduce over " + t, shares * stream(plan) / speed(plan), prefill(estimate(plan), Part.ALL_REDUCE));
        }
        return claims.verdict();
    }

    private static double ringShare(int q) {
        return 2.0 * (q - 1) / q;
    }

    /** Only where links between nodes are no better than those inside. */
    private static Verdict boundary(Sample s) {
        if (!isSlowerBetweenNodes(s)) {
            return Verdict.NOT_EXERCISED;
        }
        Plan plan = Vary.degrees(s.plan(), Math.max(2, s.degrees().tensor()), 1, 1, 1);
        Estimate inside = estimate(Vary.node(plan, ONE_NODE));
        Estimate across = estimate(Vary.node(plan, s.random().nextInt(1, 9)));
        return new Claims().atMost("prefill", prefill(inside, Part.ALL_REDUCE), prefill(across, Part.ALL_REDUCE))
                .atMost("decode", decode(inside, Part.ALL_REDUCE), decode(across, Part.ALL_REDUCE)).verdict();
    }

    /** One GPU an attention rank (t = c = 1): there in the format in which experts compute, back in that of activations. */
    private static Verdict allToAll(Sample s) {
        int moe = new Counts(s.plan()).moeLayers();
        if (moe == 0) {
            return Verdict.NOT_EXERCISED;
        }
        Claims claims = new Claims();
        for (int e : new int[] {2, 4, 16}) {
            Plan plan = oneNode(Vary.degrees(s.plan(), 1, 1, e, 1));
            double elements = (e - 1.0) / e * Math.min(s.shape().moe().topK(), e) * s.workload().inputTokens()
                    * s.shape().hidden();
            double bytes = ComputeFormat.dispatchBytes(plan.precision().experts(), plan.hardware().gpu())
                    + plan.precision().activations().bytesPerElement();
            claims.near("all-to-all over " + e, moe * elements * bytes / speed(plan),
                    prefill(estimate(plan), Part.ALL_TO_ALL));
        }
        return claims.verdict();
    }

    private static Verdict ring(Sample s) {
        int softmax = s.shape().layers() - new Counts(s.plan()).linearLayers();
        if (softmax == 0) {
            return Verdict.NOT_EXERCISED;
        }
        Claims claims = new Claims();
        for (int c : new int[] {2, 4}) {
            Plan plan = oneNode(Vary.degrees(s.plan(), s.degrees().tensor(), 1, 1, c));
            double width = switch (s.shape().attention()) {
                case Attention.GroupedQuery g -> 2.0 * Math.max(g.kvHeads(), s.degrees().tensor()) / s.degrees().tensor()
                        * g.headDim();
                case Attention.Latent m -> m.kvRank() + m.ropeDim();
            };
            double bytes = softmax * (c - 1.0) * s.workload().inputTokens() / c * width
                    * plan.precision().kvCache().bytesPerElement();
            claims.near("ring of " + c, bytes / speed(plan), prefill(estimate(plan), Part.CONTEXT_EXCHANGE));
        }
        return claims.verdict();
    }

    /** A prompt in one chunk goes through every stage, so every boundary is in its time. */
    private static Verdict send(Sample s) {
        int p = Math.min(s.shape().layers(), 4);
        if (p == 1) {
            return Verdict.NOT_EXERCISED;
        }
        Plan plan = oneNode(Vary.chunk(Vary.degrees(s.plan(), 1, p, 1, 1), s.workload().inputTokens()));
        return new Claims().near("sends", (p - 1) * stream(plan) / speed(plan), prefill(estimate(plan), Part.STAGE_SEND))
                .verdict();
    }

    /**
     * That it lowers the step at all is false: see the cost model, section 7. A group that does not fill its nodes is slow
     * to the last message, so it may gain more than half from one that does.
     */
    private static Verdict twiceTensor(Sample s) {
        Parallelism p = s.degrees();
        if (!isSlowerBetweenNodes(s) || !fillsNodes(s, p.tensor()) || !fillsNodes(s, p.tensor() * p.context())) {
            return Verdict.NOT_EXERCISED;
        }
        Estimate one = estimate(Vary.degrees(s.plan(), p.tensor(), p.pipeline(), 1, p.context()));
        Estimate two = estimate(Vary.degrees(s.plan(), 2 * p.tensor(), p.pipeline(), 1, p.context()));
        return new Claims().atMost("half of decode.step", one.get(Metric.DECODE_STEP) / 2, two.get(Metric.DECODE_STEP))
                .atMost("memory", withoutGroup(two), withoutGroup(one)).verdict();
    }

    /** From p to 2p is not claimed: balanced stages are not always parts of the former ones. */
    private static Verdict memory(Sample s) {
        Parallelism p = s.degrees();
        Estimate one = estimate(Vary.degrees(s.plan(), p.tensor(), 1, p.expert(), p.context()));
        Estimate many = estimate(Vary.degrees(s.plan(), p.tensor(), p.pipeline(), p.expert(), p.context()));
        Claims claims = new Claims().atMost("memory with more stages", withoutGroup(many), withoutGroup(one));
        int w = p.tensor() * p.context();
        if (new Counts(s.plan()).moeLayers() > 0 && s.shape().moe().experts() % w == 0) {
            Estimate shared = estimate(Vary.degrees(s.plan(), p.tensor(), p.pipeline(), 1, p.context()));
            Estimate spread = estimate(Vary.degrees(s.plan(), p.tensor(), p.pipeline(), w, p.context()));
            claims.atMost("memory with experts spread", spread.get(Metric.MEMORY_TOTAL), shared.get(Metric.MEMORY_TOTAL));
            for (int i = 0; i < p.pipeline(); i++) {
                // tiles hold a part of an expert worse than a whole one
                if (new Counts(s.plan()).padding(w) == 0) {
                    claims.near("weights with experts spread", shared.memory().stages()[i].weights(),
                            spread.memory().stages()[i].weights());
                }
            }
        }
        return claims.verdict();
    }

    private static double withoutGroup(Estimate e) {
        return e.get(Metric.MEMORY_TOTAL) - (e.get(Metric.GPUS_PER_REPLICA) > e.plan().parallelism().pipeline()
                ? e.plan().assumptions().constants().reserveInGroupBytes() : 0);
    }

    private static final List<Part> LINKS =
            List.of(Part.ALL_REDUCE, Part.ALL_TO_ALL, Part.CONTEXT_EXCHANGE, Part.STAGE_SEND);

    static Plan oneNode(Plan plan) {
        return Vary.knob(Vary.links(Vary.node(plan, ONE_NODE), 1, 0), Knob.EXPERT_IMBALANCE, 1);
    }

    /** Bytes of the residual stream of a whole prompt. */
    static double stream(Plan plan) {
        return (double) plan.workload().inputTokens() * plan.model().hidden()
                * plan.precision().activations().bytesPerElement();
    }

    static double speed(Plan plan) {
        return plan.hardware().intraNodeBytesPerSecond() * plan.assumptions().constants().linkEfficiency();
    }

    private static boolean isSlowerBetweenNodes(Sample s) {
        Hardware h = s.plan().hardware();
        return h.interNodeBytesPerSecond() <= h.intraNodeBytesPerSecond()
                && h.interNodeLatencySeconds(s.constants().interNodeLatencySeconds())
                >= h.intraNodeLatencySeconds(s.constants().intraNodeLatencySeconds());
    }

    private static boolean fillsNodes(Sample s, int group) {
        int node = s.plan().hardware().gpusPerNode();
        return group <= node || group % node == 0;
    }

    private static double prefill(Estimate e, Part part) {
        return e.prefill().aloneParts()[part.ordinal()];
    }

    private static double decode(Estimate e, Part part) {
        return e.decode().parts()[part.ordinal()];
    }
}
