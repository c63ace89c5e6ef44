package io.headroom.validate;

import static io.headroom.catalog.Knob.ADMISSION_STEPS;
import static io.headroom.catalog.Knob.ATTENTION_BANDWIDTH;
import static io.headroom.catalog.Knob.ATTENTION_MFU;
import static io.headroom.catalog.Knob.BLOCK_SCALED_MFU;
import static io.headroom.catalog.Knob.EXPERT_BANDWIDTH;
import static io.headroom.catalog.Knob.EXPERT_HALF_ROWS;
import static io.headroom.catalog.Knob.EXPERT_IMBALANCE;
import static io.headroom.catalog.Knob.EXPERT_MFU;
import static io.headroom.catalog.Knob.EXPERT_SKEW;
import static io.headroom.catalog.Knob.GEMM_HALF_ROWS;
import static io.headroom.catalog.Knob.INTRA_NODE_LATENCY;
import static io.headroom.catalog.Knob.LINK_EFFICIENCY;
import static io.headroom.catalog.Knob.MBU;
import static io.headroom.catalog.Knob.MFU;
import static io.headroom.catalog.Knob.OVERHEAD_PER_LAYER;
import static io.headroom.catalog.Knob.OVERHEAD_PER_MILLION_LOGITS;
import static io.headroom.catalog.Knob.OVERHEAD_PER_MOE_LAYER;
import static io.headroom.catalog.Knob.OVERHEAD_PER_QUANTIZED_LAYER;
import static io.headroom.catalog.Knob.OVERHEAD_PER_REQUEST;
import static io.headroom.catalog.Knob.OVERHEAD_PER_SEQUENCE;
import static io.headroom.catalog.Knob.OVERHEAD_PER_STEP;
import static io.headroom.catalog.Knob.PREFILL_QUEUE_EXPONENT;
import static io.headroom.catalog.Knob.PREFILL_SHARE_IN_DECODE;
import static io.headroom.catalog.Knob.RANK_WAIT;
import static io.headroom.catalog.Knob.RESERVE;
import static io.headroom.catalog.Knob.RESERVE_IN_GROUP;
import static io.headroom.catalog.Knob.ROOFLINE_OVERLAP;
import static io.headroom.catalog.Knob.SAMPLER_BYTES;
import static io.headroom.catalog.Knob.UNFUSED_SHARE;

import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which constants are fitted on which level: software sets overheads, silicon sets shares of its peaks; and then, with
 * those held, what the kernels of an engine for one model are in all of them.
 */
final class FitPlan {

    private static final List<Knob> PROFILE = List.of(MFU, ATTENTION_MFU, MBU, LINK_EFFICIENCY, GEMM_HALF_ROWS,
            OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER, OVERHEAD_PER_STEP, EXPERT_IMBALANCE, INTRA_NODE_LATENCY,
            ATTENTION_BANDWIDTH, EXPERT_BANDWIDTH, ROOFLINE_OVERLAP, OVERHEAD_PER_SEQUENCE, OVERHEAD_PER_REQUEST,
            OVERHEAD_PER_QUANTIZED_LAYER, RANK_WAIT, EXPERT_SKEW, ADMISSION_STEPS,
            OVERHEAD_PER_MILLION_LOGITS, UNFUSED_SHARE, BLOCK_SCALED_MFU);
    private static final List<Knob> SOFTWARE = List.of(OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER, OVERHEAD_PER_STEP,
            OVERHEAD_PER_SEQUENCE, OVERHEAD_PER_REQUEST, EXPERT_IMBALANCE, EXPERT_BANDWIDTH,
            ADMISSION_STEPS, INTRA_NODE_LATENCY, UNFUSED_SHARE);
    // what the kernels for one model change: fixed time, reading, multiplying; and how often the scheduler looks
    private static final List<Knob> KERNELS = List.of(OVERHEAD_PER_LAYER, MBU, MFU, ADMISSION_STEPS);
    private static final List<Knob> SILICON = List.of(MFU, MBU, GEMM_HALF_ROWS);
    private static final List<String> ENGINES = List.of("vllm", "vllm-v1", "sglang", "trtllm", "vllm-v0",
            "trtllm-v0");
    private static final List<String> ARCHITECTURES = List.of("hopper", "blackwell", "ampere", "ada", "cdna3");

    // the strength by which TPOT of models left out is best, among 1e-4, 3e-4, 5e-4 and 1e-3
    private static final double PULL = 1e-3;
    // by the sum over gates of all four kinds left out, among 1e-4, 3e-4, 1e-3, 2e-3 and 4e-3
    private static final double PULL_OF_START = 1e-3;
    // among 5e-5, 3e-4 and 1e-3
    private static final double PULL_OF_REQUEST = 3e-4;
    // by models left out, among 2e-5, 5e-5 and 1e-3
    private static final double PULL_OF_STEP = 5e-5;
    private static final double PULL_OF_MOE_LAYER = 5e-3;

    // by the sum over gates of all five kinds left out, among 5e-5, 1e-4 and 1e-3
    private static final double PULL_OF_SEQUENCE = 5e-5;
    // among 3e-5, 1e-4 and 3e-4, and one for all engines
    private static final double PULL_OF_LATENCY = 3e-4;
    // among 3e-5, which does as well, 1e-4 and 1e-3
    private static final double PULL_OF_UNFUSED = 1e-4;
    // of the profile and of engines: how long a server waits is what sources differ in most, by TTFT of sources left out, among
    // 1e-3 and 5e-4, 1e-2 and 5e-3, and 5e-2 and 5e-2
    private static final double PULL_OF_START_ADMISSION = 3e-2;
    private static final double PULL_OF_ADMISSION = 2e-2;
    // by the sum over gates of all five kinds left out, among 1e-4, 3e-4, 1e-3 and 3e-3; either half of the folds says the same
    private static final double PULL_OF_KERNELS = 1e-4;
    private static final double PULL_OF_KERNELS_ADMISSION = 3e-5;
    // fewer are often one series of one day: 13 of Llama-3.1-8B on H200 under vLLM are faster than its GEMMs can be
    private static final int FEWEST = 15;

    private FitPlan() {
    }

    /** What holds for all models. */
    static List<FitKnob> shared() {
        List<FitKnob> knobs = new ArrayList<>();
        PROFILE.forEach(k -> knobs.add(new FitKnob("", k)));
        ARCHITECTURES.forEach(a -> SILICON.forEach(k -> knobs.add(new FitKnob(a, k))));
        ENGINES.forEach(e -> SOFTWARE.forEach(k -> knobs.add(new FitKnob(e, k))));
        return List.copyOf(knobs);
    }

    /** Factors of every model on an engine and architecture of which there are enough configurations. */
    static List<FitKnob> kernels(List<FitCase> cases) {
        List<FitKnob> knobs = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        cases.forEach(c -> counts.merge(c.kernels(), 1, Integer::sum));
        counts.forEach((kernels, n) -> {
            if (n >= FEWEST && !kernels.startsWith("/")) {
                KERNELS.forEach(k -> knobs.add(new FitKnob(kernels, k)));
            }
        });
        return List.copyOf(knobs);
    }

    static boolean isEngine(String level) {
        return ENGINES.contains(level);
    }

    /**
     * What a constant costs for each squared unit that it lies from the profile's, and the profile's from the start: few
     * rows cannot pull it far, and what nothing is known of stays where all others are. How an engine waits before the
     * first token is its own matter, and so is its loop between steps, of which all of its models tell; of its mixtures of
     * experts one or two models tell.
     */
    static double pull(FitKnob k) {
        if (k.level().isEmpty()) {
            return k.knob() == ADMISSION_STEPS ? PULL_OF_START_ADMISSION : PULL_OF_START;
        }
        if (k.isFactor()) {
            return k.knob() == ADMISSION_STEPS ? PULL_OF_KERNELS_ADMISSION : PULL_OF_KERNELS;
        }
        return switch (k.knob()) {
            case OVERHEAD_PER_STEP -> PULL_OF_STEP;
            case ADMISSION_STEPS -> PULL_OF_ADMISSION;
            case OVERHEAD_PER_SEQUENCE -> PULL_OF_SEQUENCE;
            case INTRA_NODE_LATENCY -> PULL_OF_LATENCY;
            case UNFUSED_SHARE -> PULL_OF_UNFUSED;
            case OVERHEAD_PER_MOE_LAYER -> PULL_OF_MOE_LAYER;
            case OVERHEAD_PER_REQUEST -> PULL_OF_REQUEST;
            default -> PULL;
        };
    }

    /**
     * What engines keep of memory. vLLM since 0.17, by the logs of vLLM 0.19 on H100 (llmd in measured.csv): 0.25 GiB
     * "non-torch", and a torch peak of 15 bytes a logit beside the pass's residual stream. Groups on Hopper 1.83 GiB more
     * (all-reduces fused with norms have buffers of their own there); elsewhere the 0.42 GiB of vLLM 0.11, and before 0.14
     * all that 0.11 kept, as the catalogue says it too. Before vLLM 0.8: 0.06 GiB, 0.27 in a group (issues #13061 and
     * #10511), and the sampler of 0.11.
     */
    static Map<String, Map<Knob, Double>> memoryOfEngines() {
        return Map.of("vllm", Map.of(RESERVE, 2.7e8, RESERVE_IN_GROUP, 4.5e8, SAMPLER_BYTES, 15.0),
                "vllm-v1", Map.of(RESERVE, 1.4e8, RESERVE_IN_GROUP, 4.5e8, SAMPLER_BYTES, 38.3),
                "vllm-v0", Map.of(RESERVE, 6.4e7, RESERVE_IN_GROUP, 2.25e8, SAMPLER_BYTES, 38.3));
    }

    /** What they keep on one architecture instead. */
    static Map<String, Map<Knob, Double>> memoryOfEnginesOnArchitectures() {
        return Map.of("vllm/hopper", Map.of(RESERVE_IN_GROUP, 1.97e9));
    }

    /** Where the search starts: what physics and published kernels suggest. */
    static Constants start(Constants constants) {
        // vLLM: what its KV cache lacks of the budget beside weights and activations, on cards whose size it prints
        // experts: grouped GEMMs have tiles of 64 rows and more and reach what others do, once what is around them is counted (ADR 18)
        // rows: the smallest tile of a tensor core has 16 of them (mma.m16n8k16)
        // logits: the search ends at 100 to 120 us a million wherever it starts; a sort takes 34 us on A100 (Onesweep, arXiv 2206.01784)
        // other prefills before the first token: what the simulation says, and not fitted
        // quantizing: a GEMM of one row in fp8 on H100 takes 2 to 3 us longer than its bytes explain, and a layer has four
        return constants.with(RESERVE, 1.6e9).with(MFU, 0.7).with(ATTENTION_MFU, 0.4).with(MBU, 0.85).with(LINK_EFFICIENCY, 0.7)
                .with(GEMM_HALF_ROWS, 16).with(OVERHEAD_PER_LAYER, 30e-6).with(OVERHEAD_PER_MOE_LAYER, 15e-6)
                .with(OVERHEAD_PER_STEP, 0.5e-3).with(EXPERT_IMBALANCE, 1.5).with(PREFILL_SHARE_IN_DECODE, 0)
                .with(PREFILL_QUEUE_EXPONENT, 0.8).with(INTRA_NODE_LATENCY, 4e-6).with(ATTENTION_BANDWIDTH, 0.9)
                .with(EXPERT_BANDWIDTH, 0.9).with(ROOFLINE_OVERLAP, 0.8).with(OVERHEAD_PER_SEQUENCE, 5e-6)
                .with(OVERHEAD_PER_REQUEST, 0.02).with(OVERHEAD_PER_QUANTIZED_LAYER, 9e-6).with(RANK_WAIT, 0.2)
                .with(EXPERT_MFU, 1).with(EXPERT_SKEW, 0.5).with(ADMISSION_STEPS, 1)
                .with(OVERHEAD_PER_MILLION_LOGITS, 1e-4).with(UNFUSED_SHARE, 1).with(BLOCK_SCALED_MFU, 0.8).with(EXPERT_HALF_ROWS, 64);
    }
}
