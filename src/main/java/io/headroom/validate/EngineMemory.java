package io.headroom.validate;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.plan.Plan;
import io.headroom.validate.read.Reading.Configuration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What vLLM keeps of its share of memory before it gives the rest to the KV cache: the larger of the tensors of its
 * largest pass and of the sampler's workspace, which it tries with as many sequences as it will ever run, and what CUDA and
 * NCCL hold outside the allocator. The workspace is 36 bytes a logit (the logits in two formats, their sort with 64-bit
 * indices, softmax and sums), of the whole vocabulary on every rank. Sequences and tokens are the defaults of its server:
 * 1,024 and 8,192 on cards of 70 GiB or more but the A100, 256 and 2,048 on others; 256 before version 0.8.
 *
 * <p>Source: vllm-project/vllm, gpu_model_runner.py (profile_run), arg_utils.py. Bytes a logit: Llama-3.1-8B on an RTX 4090
 * (LLMServingSim) 35.6; the two ranks of vllm issue #13061 differ by 34; default and 1,024-token starts of gpt-oss-120b on
 * H100 keep 7.4 GiB, of which 36 bytes x 1,024 x 201,088 are 6.9.
 */
final class EngineMemory {

    private static final double BYTES_PER_LOGIT = 36;
    private static final double GIB = 1 << 30;
    private static final double LARGE_CARD = 70 * GIB;
    // "non_torch" of vLLM's logs: 0.06 GiB alone, 0.24 to 0.32 GiB with a tensor-parallel group
    private static final double OUTSIDE_ALONE = 0.06 * GIB;
    private static final double OUTSIDE_IN_GROUP = 0.27 * GIB;
    private static final int SEQUENCES = 256;
    private static final int SEQUENCES_OF_LARGE_CARD = 1024;
    private static final int TOKENS_OF_SMALL_CARD = 2048;
    private static final Pattern MOST_SEQUENCES = Pattern.compile("max_num_seqs\\D{0,3}(\\d+)");

    private EngineMemory() {
    }

    /** The plan of {@code c} with the reserve that its engine keeps, as it is where none is known. */
    static Plan plan(Configuration c) {
        Plan plan = c.plan();
        String engine = plan.assumptions().engine();
        if (engine == null || !engine.startsWith("vllm") || plan.assumptions().given().containsKey(Knob.RESERVE)) {
            return plan;
        }
        GpuSpec gpu = plan.hardware().gpu();
        boolean isLarge = engine.equals("vllm") && gpu.hbmBytes() >= LARGE_CARD && !gpu.id().startsWith("a100");
        Plan sized = isLarge ? plan : plan.withWorkload(plan.workload()
                .withMaxBatchedTokens(Math.min(TOKENS_OF_SMALL_CARD, plan.workload().maxBatchedTokens())));
        if (!(Estimator.estimate(sized) instanceof Estimate e)) {
            return plan;
        }
        double sampler = BYTES_PER_LOGIT * sequences(c, isLarge) * plan.model().shape().vocabulary();
        double outside = plan.parallelism().tensor() > 1 ? OUTSIDE_IN_GROUP : OUTSIDE_ALONE;
        return sized.withAssumptions(sized.assumptions().with(Knob.RESERVE,
                outside + Math.max(0, sampler - e.memory().worst().activations())));
    }

    private static int sequences(Configuration c, boolean isLarge) {
        Matcher stated = MOST_SEQUENCES.matcher(c.measurement().notes());
        return stated.find() ? Integer.parseInt(stated.group(1)) : isLarge ? SEQUENCES_OF_LARGE_CARD : SEQUENCES;
    }
}
