package io.headroom.estimate.timing;

import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.pass.Pass;
import io.headroom.estimate.pass.PassTime;
import io.headroom.estimate.pass.PassTimer;
import io.headroom.plan.Plan;

/**
 * The time of any step that a replica's scheduler may put together, by the passes that the estimate itself runs.
 *
 * <p>Decoding: {@code max(sum of stages, m * slowest stage) + step overhead}, as {@link DecodeModel}. Prompts alone: the
 * pipe is free again after the slowest stage, their tokens come out after all stages; + step overhead, as
 * {@link PrefillModel} counts first and further passes. Mixed: the prompts ride in one of the m micro-batches;
 * {@code max((mixed sum + (m-1) * sum)/m, mixed slowest + (m-1) * slowest) + step overhead}: a micro-batch waits for its
 * own pass, a stage for all of them.
 *
 * <p>The overhead of a request before its first token is none of a step: {@link #requestSeconds}.
 *
 * <p>Sequences are dealt evenly: the fullest of a ranks has the mean, rounded up. Unequal pieces of prompts are timed as
 * equal ones with the same tokens and the same attention FLOP; on sliding layers that is an approximation.
 */
public final class StepTimes {

    private final Deployment x;
    private final PassTimer timer;
    private final double stepOverhead;
    private final int ranks;

    /**
     * Step times of {@code plan}, whatever its number of concurrent requests.
     *
     * @throws IllegalArgumentException where groups are not whole
     */
    public StepTimes(Plan plan) {
        this.x = new Deployment(plan);
        this.timer = new PassTimer(x, null);
        this.stepOverhead = x.constants.overheadPerStepSeconds();
        this.ranks = x.groups.attentionData();
    }

    /** Time that a request takes in the server before a scheduler sees it. */
    public double requestSeconds() {
        return x.constants.overheadPerRequestSeconds();
    }

    /** Steps that a request waits on a busy replica until its scheduler takes it in. */
    public double admissionSteps() {
        return x.constants.admissionSteps();
    }

    /** Ranks of a replica that hold different sequences, a. */
    public int ranks() {
        return ranks;
    }

    /** Prompt tokens that a pass of one rank has room for while the replica decodes {@code decoding} sequences. */
    public int promptTokensBeside(int decoding) {
        if (decoding == 0) {
            return x.chunkTokens;
        }
        int b = Deployment.ceilDiv(decoding, ranks);
        return Math.max(0, x.chunkTokens - Deployment.ceilDiv(b, DecodeModel.microBatches(x, b)));
    }

    /** A token for each of {@code decoding} sequences of a replica, at {@code context} tokens on average. */
    public double decodeSeconds(int decoding, double context) {
        int b = Deployment.ceilDiv(decoding, ranks);
        int m = DecodeModel.microBatches(x, b);
        PassTime pass = timer.time(DecodeModel.pass(b, decoding, m, context), "decode");
        return DecodeModel.busySeconds(pass, m) + DecodeModel.stepOverhead(x, b);
    }

    /** A pass over pieces of prompts. */
    public StepTime prefill(PromptChunks prompts) {
        PassTime pass = timer.time(promptPass(prompts, x.chunkTokens), "prefill");
        return new StepTime(pass.slowestSeconds() + stepOverhead, pass.sumSeconds() + stepOverhead);
    }

    /** A token for each of {@code decoding} sequences, with pieces of prompts that ride along. */
    public StepTime mixed(int decoding, double context, PromptChunks prompts) {
        if (decoding == 0) {
            return prefill(prompts);
        }
        if (prompts.isEmpty()) {
            double seconds = decodeSeconds(decoding, context);
            return new StepTime(seconds, seconds);
        }
        int b = Deployment.ceilDiv(decoding, ranks);
        int m = DecodeModel.microBatches(x, b);
        Pass plain = DecodeModel.pass(b, decoding, m, context);
        PassTime mixed = timer.time(Pass.mixed(plain, promptPass(prompts, promptTokensBeside(decoding))), "mixed");
        double overhead = DecodeModel.stepOverhead(x, b);
        double through = mixed.sumSeconds() + overhead;
        if (m == 1) {
            return new StepTime(through, through);
        }
        PassTime others = timer.time(plain, "decode");
        double chain = (mixed.sumSeconds() + (m - 1) * others.sumSeconds()) / m;
        double stage = mixed.slowestSeconds() + (m - 1) * others.slowestSeconds();
        double seconds = Math.max(chain, stage) + overhead;
        return new StepTime(seconds, Math.max(seconds, through));
    }

    private Pass promptPass(PromptChunks prompts, int mostTokensOfRank) {
        int n = Deployment.ceilDiv(prompts.prompts(), ranks);
        double mean = (double) prompts.tokens() / prompts.prompts();
        // a rank never reads more than its pass has room for, however the prompts were dealt
        double q = Math.min(mean, (double) mostTokensOfRank / n);
        double context = prompts.attended() / prompts.tokens() + (q - 1) / 2;
        return new Pass(true, n, q, context, prompts.tokens(), Deployment.ceilDiv(prompts.ending(), ranks));
    }
}
