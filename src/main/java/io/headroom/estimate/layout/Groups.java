package io.headroom.estimate.layout;

import io.headroom.plan.Parallelism;

/**
 * How the degrees of a plan share its GPUs: attention splits one stage of one replica as TP x CP x attention-DP, and
 * the experts split the same GPUs as EP x expert-TP.
 *
 * <p>{@code W = max(t*c, e)}, {@code a = W/(t*c)}, {@code et = W/e}, GPUs {@code = W*p*r}; both quotients whole. So
 * EP 16, TP 4, PP 2, DP 4 is 16*2*4 = 128 GPUs with attention-DP 4, not the product 512. Source: cost model, section 2;
 * the convention of vLLM and TensorRT-LLM, where expert parallelism reuses the GPUs of attention.
 *
 * @param stageGpus W, GPUs of one stage of one replica
 * @param attentionData a, attention ranks that hold different sequences
 * @param expertTensor et, GPUs that share one expert
 * @param replicaGpus W*p
 * @param gpus W*p*r
 */
public record Groups(int stageGpus, int attentionData, int expertTensor, long replicaGpus, long gpus) {

    /** Whether both quotients are whole, so that groups exist. */
    public static boolean areWhole(Parallelism p) {
        long split = (long) p.tensor() * p.context();
        long w = Math.max(split, p.expert());
        return w <= Integer.MAX_VALUE && w % split == 0 && w % p.expert() == 0;
    }

    /**
     * The groups of {@code p}.
     *
     * @throws IllegalArgumentException where they are not whole
     */
    public static Groups of(Parallelism p) {
        if (!areWhole(p)) {
            throw new IllegalArgumentException("groups are not whole: " + whyNotWhole(p));
        }
        int split = p.tensor() * p.context();
        int w = Math.max(split, p.expert());
        long replica = (long) w * p.pipeline();
        return new Groups(w, w / split, w / p.expert(), replica, Math.multiplyExact(replica, (long) p.data()));
    }

    /** The arithmetic by which the groups of {@code p} fail. */
    public static String whyNotWhole(Parallelism p) {
        long split = (long) p.tensor() * p.context();
        long w = Math.max(split, p.expert());
        return w % split != 0
                ? "EP " + p.expert() + " GPUs cannot be split into attention ranks of TP x CP = " + split
                : "TP x CP = " + split + " GPUs cannot be split into expert groups of EP " + p.expert();
    }
}
