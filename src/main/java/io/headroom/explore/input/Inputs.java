package io.headroom.explore.input;

import io.headroom.catalog.Knob;
import io.headroom.check.legal.Degree;
import io.headroom.check.legal.Dial;
import io.headroom.check.legal.Load;
import io.headroom.format.Dimension;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Every input that has a slider, in the order of the screen. */
public final class Inputs {

    private static final double LARGEST_COUNT = 10_000_000;
    private static final double LARGEST_DEGREE = 65_536;

    /** Concurrent requests, prompt and output length. */
    public static final List<Input> WORKLOAD = List.of(
            count("workload.concurrentRequests", "Concurrent requests", "requests",
                    "Requests in the whole system at once, over all replicas.", Dimension.COUNT,
                    Load.REQUESTS, p -> p.workload().concurrentRequests(),
                    (p, v) -> p.withWorkload(p.workload().withConcurrentRequests((int) v))),
            count("workload.inputTokens", "Input tokens", "input", "Prompt length of a request (ISL).",
                    Dimension.TOKENS, Load.INPUT_TOKENS, p -> p.workload().inputTokens(),
                    (p, v) -> p.withWorkload(p.workload().withInputTokens((int) v))),
            count("workload.outputTokens", "Output tokens", "output", "Tokens generated for a request (OSL).",
                    Dimension.TOKENS, Load.OUTPUT_TOKENS, p -> p.workload().outputTokens(),
                    (p, v) -> p.withWorkload(p.workload().withOutputTokens((int) v))));

    /** Tokens of one pass at most. */
    public static final Input CHUNK = count("workload.maxBatchedTokens", "Tokens per pass", "chunk",
            "Most tokens that a scheduler puts into one pass; longer prompts are cut into chunks of this.",
            Dimension.TOKENS, p -> Stops.doubling(128, 1 << 18), p -> p.workload().maxBatchedTokens(),
            (p, v) -> p.withWorkload(p.workload().withMaxBatchedTokens((int) v)));

    /** EP, which only a model with experts has. */
    public static final Input EXPERT = degree("expert", "Expert", Degree.EXPERT,
            "GPUs over which the routed experts are spread. They are the GPUs of the stage, not more of them.");

    /** TP, PP, DP, EP and CP. */
    public static final List<Input> PARALLELISM = List.of(
            degree("tensor", "Tensor", Degree.TENSOR, "GPUs that share every layer of a stage."),
            degree("pipeline", "Pipeline", Degree.PIPELINE, "Stages that the layers are cut into."),
            degree("data", "Data", Degree.DATA, "Whole replicas of the model."),
            EXPERT,
            degree("context", "Context", Degree.CONTEXT, "GPUs that share the tokens of a long prompt."));

    /** What the profile sets unless the plan does. */
    public static final List<Assumption> ASSUMPTIONS = List.of(
            share(Knob.MFU, "MFU", "Share of peak FLOP/s that a large GEMM reaches."),
            share(Knob.ATTENTION_MFU, "Attention MFU", "Share of peak FLOP/s that attention reaches."),
            share(Knob.MBU, "MBU", "Share of memory bandwidth reached."),
            share(Knob.LINK_EFFICIENCY, "Link efficiency", "Share of link bandwidth reached."),
            share(Knob.USABLE_MEMORY, "Usable memory", "Share of a GPU's memory that may be filled."),
            knob(Knob.RESERVE, "Reserve", "Memory that the runtime keeps for itself. A value of the plan's own is all that it "
                    + "keeps, sampler and groups included.", Dimension.BYTES, Stops.even(0, 16e9, 32)),
            knob(Knob.RESERVE_IN_GROUP, "Reserve in a group",
                    "Memory that the runtime keeps on top where a replica has several GPUs.", Dimension.BYTES,
                    Stops.even(0, 4e9, 16)),
            knob(Knob.SAMPLER_BYTES, "Sampler bytes a logit",
                    "Workspace of the sampler that the engine tries at start; what it takes beyond the activations is kept.",
                    Dimension.BYTES, Stops.at(0, 4, 8, 12, 16, 24, 32, 36, 40, 48, 64, 96, 128)),
            knob(Knob.GEMM_HALF_ROWS, "Half-speed rows", "Rows at which a GEMM reaches half of its MFU.",
                    Dimension.COUNT, Stops.at(0, 16, 32, 64, 96, 128, 192, 256, 384, 512, 1024, 2048, 4096)),
            seconds(Knob.OVERHEAD_PER_LAYER, "Overhead per layer", "Fixed time of a layer."),
            seconds(Knob.OVERHEAD_PER_MOE_LAYER, "Overhead per MoE layer", "Fixed time of a MoE layer, on top."),
            seconds(Knob.OVERHEAD_PER_QUANTIZED_LAYER, "Overhead per quantized layer",
                    "Fixed time of a layer whose weights are narrower than its activations, on top."),
            seconds(Knob.OVERHEAD_PER_STEP, "Overhead per step", "Fixed time of a pass."),
            knob(Knob.RANK_WAIT, "Wait for ranks",
                    "Share of a layer's time that an attention-DP rank waits for the slowest of very many.",
                    Dimension.FRACTION, Stops.at(0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75, 1, 2, 4)),
            knob(Knob.EXPERT_IMBALANCE, "Expert imbalance", "Rows of the busiest expert GPU over the mean.",
                    Dimension.COUNT, Stops.at(1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.75, 2, 2.5, 3, 4, 6, 8, 16, 32, 64)),
            knob(Knob.EXPERT_SKEW, "Expert skew",
                    "Squared coefficient of variation of how often experts are chosen: 0 touches most of them.",
                    Dimension.COUNT, Stops.at(0, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 8, 16)),
            knob(Knob.PREFILL_SHARE_IN_DECODE, "Prefill in decode (φ)",
                    "Share of other requests' prefills that interrupts decoding.", Dimension.FRACTION,
                    Stops.even(0, 1, 20)),
            knob(Knob.PREFILL_QUEUE_EXPONENT, "Prefill queue exponent (γ)",
                    "How fast the share of other prefills that a request waits for falls with the tokens that it generates.",
                    Dimension.COUNT, Stops.even(0, 1, 20)),
            knob(Knob.ADMISSION_STEPS, "Steps until admitted",
                    "Decode steps that a request waits on a busy engine until its prompt is taken in.",
                    Dimension.COUNT, Stops.at(0, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50, 100)),
            share(Knob.ATTENTION_BANDWIDTH, "Attention bandwidth", "Share of MBU that attention reaches."),
            share(Knob.BLOCK_SCALED_MFU, "Block-scaled MFU", "Share of MFU that GEMMs reach whose FP8 weights have a scale a block."),
            share(Knob.EXPERT_MFU, "Expert MFU", "Share of MFU that GEMMs of routed experts reach."),
            knob(Knob.EXPERT_HALF_ROWS, "Expert half-speed rows",
                    "Rows of an expert at which its GEMM reaches half of its MFU, where more than those of other GEMMs.",
                    Dimension.COUNT, Stops.at(0, 16, 32, 64, 96, 128, 192, 256, 384, 512, 1024, 2048, 4096)),
            share(Knob.EXPERT_BANDWIDTH, "Expert bandwidth", "Share of MBU that GEMMs of routed experts reach."),
            knob(Knob.ROOFLINE_OVERLAP, "Roofline overlap",
                    "Share of the shorter of computing and moving bytes that hides behind the longer.",
                    Dimension.FRACTION, Stops.even(0, 1, 20)),
            knob(Knob.UNFUSED_SHARE, "Unfused share",
                    "Share of the work between GEMMs (rotary embedding, quantizing, activation function, permutation of experts' "
                            + "rows) that kernels of its own do, through memory.",
                    Dimension.FRACTION, Stops.even(0, 1, 20)),
            seconds(Knob.OVERHEAD_PER_SEQUENCE, "Overhead per sequence", "Fixed time of a sequence in a decode step."),
            knob(Knob.OVERHEAD_PER_MILLION_LOGITS, "Overhead per million logits",
                    "Time in which a million logits are considered when tokens are drawn: eight sequences of a vocabulary of "
                            + "128,000.",
                    Dimension.SECONDS, Stops.at(0, 1e-5, 2e-5, 5e-5, 1e-4, 1.5e-4, 2e-4, 3e-4, 5e-4, 1e-3, 2e-3, 5e-3)),
            seconds(Knob.OVERHEAD_PER_REQUEST, "Overhead per request",
                    "Fixed time of a request before its first token."));

    /** Price, links and demand: what is offered and paid rather than decided. */
    public static final List<Input> SUPPLY = Supply.ALL;

    /** All of them: load, layout, what is offered and paid, assumptions. */
    public static final List<Input> ALL = Stream.of(WORKLOAD, PARALLELISM, List.of(CHUNK), SUPPLY,
            ASSUMPTIONS.stream().map(Assumption::input).toList()).flatMap(List::stream).toList();

    private Inputs() {
    }

    private static Input count(String key, String label, String symbol, String help, Dimension dimension,
            Dial dial, ToDoubleFunction<Plan> get, Input.Setter set) {
        return count(key, label, symbol, help, dimension, p -> Stops.of(p, dial), get, set);
    }

    private static Input count(String key, String label, String symbol, String help, Dimension dimension,
            Function<Plan, List<Stop>> stops, ToDoubleFunction<Plan> get, Input.Setter set) {
        return new Input(key, label, symbol, help, dimension, new Input.Range(1, LARGEST_COUNT, true, false), get, set,
                stops);
    }

    private static Input degree(String key, String label, Degree degree, String help) {
        return new Input("parallelism." + key, label, degree.label(), help, Dimension.COUNT,
                new Input.Range(1, LARGEST_DEGREE, true, true), degree::of, (p, v) -> degree.with(p, (int) v),
                p -> Stops.of(p, degree));
    }

    private static Assumption share(Knob knob, String label, String help) {
        return knob(knob, label, help, Dimension.FRACTION, Stops.even(0.05, 1, 19));
    }

    private static Assumption seconds(Knob knob, String label, String help) {
        return knob(knob, label, help, Dimension.SECONDS, Stops.at(0, 5e-6, 10e-6, 15e-6, 20e-6, 30e-6, 40e-6, 50e-6,
                75e-6, 100e-6, 150e-6, 200e-6, 300e-6, 500e-6, 750e-6, 1e-3, 1.5e-3, 2e-3, 3e-3, 5e-3, 10e-3));
    }

    private static Assumption knob(Knob knob, String label, String help, Dimension dimension, List<Stop> stops) {
        return new Assumption(knob, new Input("assumptions." + knob.key(), label, label, help, dimension,
                new Input.Range(knob.min(), knob.max(), false, false), p -> p.assumptions().constants().get(knob),
                (p, v) -> p.withAssumptions(p.assumptions().with(knob, v)), p -> stops));
    }
}
