package io.headroom.validate;

import static io.headroom.catalog.Knob.ATTENTION_BANDWIDTH;
import static io.headroom.catalog.Knob.ATTENTION_MFU;
import static io.headroom.catalog.Knob.EXPERT_BANDWIDTH;
import static io.headroom.catalog.Knob.EXPERT_IMBALANCE;
import static io.headroom.catalog.Knob.GEMM_HALF_ROWS;
import static io.headroom.catalog.Knob.INTRA_NODE_LATENCY;
import static io.headroom.catalog.Knob.LINK_EFFICIENCY;
import static io.headroom.catalog.Knob.MBU;
import static io.headroom.catalog.Knob.MFU;
import static io.headroom.catalog.Knob.OVERHEAD_PER_LAYER;
import static io.headroom.catalog.Knob.OVERHEAD_PER_MOE_LAYER;
import static io.headroom.catalog.Knob.OVERHEAD_PER_REQUEST;
import static io.headroom.catalog.Knob.OVERHEAD_PER_SEQUENCE;
import static io.headroom.catalog.Knob.OVERHEAD_PER_STEP;
import static io.headroom.catalog.Knob.PREFILL_QUEUE_EXPONENT;
import static io.headroom.catalog.Knob.PREFILL_SHARE_IN_DECODE;
import static io.headroom.catalog.Knob.RESERVE;
import static io.headroom.catalog.Knob.ROOFLINE_OVERLAP;

import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which constants are fitted on which level: software sets overheads, silicon sets shares of its peaks. */
final class FitPlan {

    static final List<Knob> PROFILE = List.of(MFU, ATTENTION_MFU, MBU, LINK_EFFICIENCY, GEMM_HALF_ROWS,
            OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER, OVERHEAD_PER_STEP, EXPERT_IMBALANCE, PREFILL_SHARE_IN_DECODE,
            INTRA_NODE_LATENCY, ATTENTION_BANDWIDTH, EXPERT_BANDWIDTH, ROOFLINE_OVERLAP, OVERHEAD_PER_SEQUENCE,
            OVERHEAD_PER_REQUEST);
    static final List<Knob> SOFTWARE = List.of(OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER, OVERHEAD_PER_STEP,
            OVERHEAD_PER_SEQUENCE, OVERHEAD_PER_REQUEST, PREFILL_SHARE_IN_DECODE, EXPERT_IMBALANCE, EXPERT_BANDWIDTH,
            ATTENTION_BANDWIDTH);
    static final List<Knob> SILICON = List.of(MFU, MBU, GEMM_HALF_ROWS);
    static final List<String> ENGINES = List.of("vllm", "sglang", "trtllm", "vllm-v0", "trtllm-v0");
    static final Map<String, List<Knob>> LEVELS = levels();

    private FitPlan() {
    }

    /**
     * Where the search starts: what physics and published kernels suggest. The exponent stays: queues of random arrivals
     * grow with the root of what is in flight.
     */
    static Constants start(Constants constants) {
        // vLLM: what its KV cache lacks of the budget beside weights and activations, on cards whose size it prints
        return constants.with(RESERVE, 1.6e9).with(MFU, 0.7).with(ATTENTION_MFU, 0.4).with(MBU, 0.85).with(LINK_EFFICIENCY, 0.7)
                .with(GEMM_HALF_ROWS, 48).with(OVERHEAD_PER_LAYER, 30e-6).with(OVERHEAD_PER_MOE_LAYER, 15e-6)
                .with(OVERHEAD_PER_STEP, 0.5e-3).with(EXPERT_IMBALANCE, 1.5).with(PREFILL_SHARE_IN_DECODE, 0.2)
                .with(PREFILL_QUEUE_EXPONENT, 0.5).with(INTRA_NODE_LATENCY, 4e-6).with(ATTENTION_BANDWIDTH, 0.9)
                .with(EXPERT_BANDWIDTH, 0.9).with(ROOFLINE_OVERLAP, 0.8).with(OVERHEAD_PER_SEQUENCE, 5e-6)
                .with(OVERHEAD_PER_REQUEST, 0.02);
    }

    private static Map<String, List<Knob>> levels() {
        Map<String, List<Knob>> levels = new LinkedHashMap<>();
        for (String architecture : List.of("hopper", "blackwell", "ampere", "ada", "cdna3")) {
            levels.put(architecture, SILICON);
        }
        for (String engine : ENGINES) {
            levels.put(engine, SOFTWARE);
        }
        return levels;
    }
}
