package io.headroom.estimate.timing;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.pass.Pass;
import io.headroom.estimate.pass.PassTerms;
import io.headroom.estimate.pass.PassTime;
import io.headroom.estimate.pass.PassTimer;
import io.headroom.format.Dimension;

/**
 * Prefill of a lone request and of a burst.
 *
 * <p>Alone: {@code ceil(S/C)} chunks through the stages: all stages of the first chunk + the slowest stage of each further
 * one + one step overhead a chunk + the overhead of a request; each chunk reads weights and the cache of the context again. Source: cost model,
 * section 5; Sarathi (chunked prefill), GPipe (pipeline fill).
 */
public final class PrefillModel {

    /** Chunks of one prompt at most: each is timed by itself, and a million of them would keep every slider waiting. */
    public static final int MOST_CHUNKS = 2048;

    private static final String ALONE = "lone prefill";
    private static final String TOGETHER = "burst prefill";

    private final Deployment x;
    private final Trace trace;
    private final PassTimer timer;
    private final PromptTime alone;
    private final double flop;

    public PrefillModel(Deployment x, PassTimer timer, Trace trace) {
        this.x = x;
        this.trace = trace;
        this.timer = timer;
        this.alone = prompt(1, ALONE);
        this.flop = alone.flop(x.tp * x.cp, x.groups.stageGpus());
    }

    private PrefillModel(Deployment x, PrefillModel layout) {
        this.x = x;
        this.trace = null;
        this.timer = layout.timer;
        this.alone = layout.alone;
        this.flop = layout.flop;
    }

    /** The prefill of the same layout under the load of {@code other}: a lone request is the same. */
    public PrefillModel serving(Deployment other) {
        return new PrefillModel(other, this);
    }

    /** The estimate. */
    public PrefillTime estimate() {
        explain(alone, flop);
        return new PrefillTime(alone, burst(alone), flop);
    }

    private Burst burst(PromptTime alone) {
        BurstModel model = new BurstModel(x, trace, timer);
        if (x.inputTokens <= x.chunkTokens) {
            return model.sharedPasses(alone);
        }
        int ranks = Math.min(x.groups.attentionData(), x.replicaRequests);
        return ranks == 1 ? model.chunked(alone, ALONE) : model.chunked(prompt(ranks, TOGETHER), TOGETHER);
    }

    /** Times the chunks of one request, with those of {@code ranks} attention ranks before the experts. */
    private PromptTime prompt(int ranks, String name) {
        PassTime[] chunks = new PassTime[Deployment.ceilDiv(x.inputTokens, x.chunkTokens)];
        for (int i = 0; i < chunks.length; i++) {
            int start = i * x.chunkTokens;
            int tokens = Math.min(x.chunkTokens, x.inputTokens - start);
            boolean isLast = i == chunks.length - 1;
            Pass pass = new Pass(true, 1, tokens, start + (double) tokens, (double) tokens * ranks, isLast ? 1 : 0);
            chunks[i] = timer.time(pass, trace == null ? name : name + " chunk " + (i + 1));
        }
        return new PromptTime(x, chunks);
    }

    private void explain(PromptTime alone, double flops) {
        if (trace == null) {
            return;
        }
        int chunks = Deployment.ceilDiv(x.inputTokens, x.chunkTokens);
        trace.result("ttft.alone", "TTFT alone", BurstModel.chunkSum(ALONE, chunks, "_sum")
                + " + overheadPerRequest", alone.seconds(),
                Dimension.SECONDS);
        StringBuilder all = new StringBuilder("0");
        for (int i = 1; i <= chunks; i++) {
            all.append(" + lone_prefill_chunk_").append(i).append("_allFlop");
        }
        trace.result("prefill.flops", "FLOP of a prompt on all GPUs that work", all.toString(), flops,
                Dimension.FLOP);
        for (int s = 0; s < x.pipeline(); s++) {
            StringBuilder stage = new StringBuilder("0");
            for (int i = 1; i <= chunks; i++) {
                stage.append(" + lone_prefill_chunk_").append(i).append("_stageFlop_").append(s);
            }
            trace.result("promptFlop_" + s, "FLOP of a prompt on a GPU of stage " + s, stage.toString(),
                    alone.stageFlop(s), Dimension.FLOP);
        }
        trace.result("prefill.flops.perGpu", "FLOP of a prompt on the busiest GPU",
                PassTerms.largestOf("promptFlop_", x.pipeline()), alone.mostStageFlop(), Dimension.FLOP);
    }
}
