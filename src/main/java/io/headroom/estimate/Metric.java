package io.headroom.estimate;

import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The numbers that a plan has, by the ids of the plan file. Definitions: the documentation page on formulas.
 */
public enum Metric {
    GPUS("gpus", "GPUs", Dimension.COUNT, e -> e.groups().gpus()),
    REPLICAS("replicas", "Replicas", Dimension.COUNT, e -> e.plan().parallelism().data()),
    GPUS_PER_REPLICA("gpus.perReplica", "GPUs of a replica", Dimension.COUNT, e -> e.groups().replicaGpus()),
    PARAMS_TOTAL("params.total", "Parameters", Dimension.PARAMETERS, e -> e.plan().model().parameters().total()),
    PARAMS_ACTIVE("params.active", "Active parameters", Dimension.PARAMETERS,
            e -> e.plan().model().parameters().active()),
    LAYERS_PER_STAGE("layers.perStage", "Most layers of a stage", Dimension.COUNT, Estimate::mostLayers),
    HEADS_PER_GPU("heads.perGpu", "Query heads per GPU", Dimension.COUNT,
            e -> (double) e.plan().model().shape().attention().heads() / e.plan().parallelism().tensor()),
    EXPERTS_PER_GPU("experts.perGpu", "Experts of a layer per GPU", Dimension.COUNT, Metric::expertsPerGpu),

    MEMORY_WEIGHTS("memory.weights", "Weights", Dimension.BYTES, e -> e.memory().worst().weights()),
    MEMORY_KV_CACHE("memory.kvCache", "KV cache", Dimension.BYTES, e -> e.memory().worst().kvCache()),
    MEMORY_ACTIVATIONS("memory.activations", "Activations", Dimension.BYTES, e -> e.memory().worst().activations()),
    MEMORY_RESERVE("memory.reserve", "Reserve", Dimension.BYTES, e -> e.memory().worst().reserve()),
    MEMORY_TOTAL("memory.total", "Memory per GPU", Dimension.BYTES, e -> e.memory().worst().total()),
    MEMORY_CAPACITY("memory.capacity", "Usable memory", Dimension.BYTES, e -> e.memory().usableBytes()),
    MEMORY_UTILIZATION("memory.utilization", "Memory utilisation", Dimension.FRACTION,
            e -> e.memory().worst().total() / e.memory().capacityBytes()),
    KV_CAPACITY_TOKENS("kv.capacityTokens", "KV cache capacity", Dimension.TOKENS,
            e -> e.memory().kvCapacityTokens()),
    BATCH_MAX("batch.max", "Largest batch that fits", Dimension.COUNT, e -> e.memory().largestBatch()),
    CONTEXT_MAX("context.max", "Longest context that fits", Dimension.TOKENS, e -> e.memory().longestContext()),

    TTFT_ALONE("ttft.alone", "TTFT alone", Dimension.SECONDS, e -> e.prefill().aloneSeconds()),
    TTFT_BURST_FIRST("ttft.burst.first", "TTFT, first of a burst", Dimension.SECONDS,
            e -> e.prefill().burstFirstSeconds()),
    TTFT_BURST_MEAN("ttft.burst.mean", "TTFT, mean of a burst", Dimension.SECONDS,
            e -> e.prefill().burstMeanSeconds()),
    TTFT_BURST_LAST("ttft.burst.last", "TTFT, last of a burst", Dimension.SECONDS,
            e -> e.prefill().burstLastSeconds()),
    TTFT_STEADY("ttft.steady", "TTFT at steady load", Dimension.SECONDS, e -> e.steady().ttftSeconds()),
    DECODE_STEP("decode.step", "Decode step", Dimension.SECONDS, e -> e.decode().stepSeconds()),
    TPOT_STEADY("tpot.steady", "TPOT at steady load", Dimension.SECONDS, e -> e.steady().tpotSeconds()),
    E2E_STEADY("e2e.steady", "E2E latency at steady load", Dimension.SECONDS, e -> e.steady().cycleSeconds()),

    TTFT_P50("ttft.p50", "TTFT, median"),
    TTFT_P90("ttft.p90", "TTFT, 90th percentile"),
    TTFT_P99("ttft.p99", "TTFT, 99th percentile"),
    TPOT_P50("tpot.p50", "TPOT, median"),
    TPOT_P90("tpot.p90", "TPOT, 90th percentile"),
    TPOT_P99("tpot.p99", "TPOT, 99th percentile"),
    E2E_P50("e2e.p50", "E2E latency, median"),
    E2E_P90("e2e.p90", "E2E latency, 90th percentile"),
    E2E_P99("e2e.p99", "E2E latency, 99th percentile"),

    OUTPUT_TOKENS("throughput.outputTokens", "Output tokens", Dimension.TOKENS_PER_SECOND, Metric::outputTokens),
    OUTPUT_TOKENS_PER_GPU("throughput.outputTokens.perGpu", "Output tokens per GPU", Dimension.TOKENS_PER_SECOND,
            e -> outputTokens(e) / e.groups().gpus()),
    OUTPUT_TOKENS_PER_REPLICA("throughput.outputTokens.perReplica", "Output tokens per replica",
            Dimension.TOKENS_PER_SECOND, e -> outputTokens(e) / e.plan().parallelism().data()),
    TOTAL_TOKENS("throughput.totalTokens", "Input and output tokens", Dimension.TOKENS_PER_SECOND,
            Metric::totalTokens),
    TOTAL_TOKENS_PER_GPU("throughput.totalTokens.perGpu", "Input and output tokens per GPU",
            Dimension.TOKENS_PER_SECOND, e -> totalTokens(e) / e.groups().gpus()),
    REQUESTS("throughput.requests", "Requests", Dimension.REQUESTS_PER_SECOND, e -> e.steady().requestsPerSecond()),

    PREFILL_FLOPS("prefill.flops", "FLOP of a prompt", Dimension.FLOP, e -> e.prefill().flop()),
    PREFILL_FLOPS_PER_GPU("prefill.flops.perGpu", "FLOP of a prompt on the busiest GPU", Dimension.FLOP,
            e -> e.prefill().mostFlopPerGpu()),
    DECODE_BYTES_PER_GPU("decode.bytes.perGpu", "Bytes of a decode step per GPU", Dimension.BYTES,
            e -> e.decode().bytesPerGpu()),
    MFU_PREFILL("mfu.prefill", "MFU of prefill", Dimension.FRACTION,
            e -> e.prefill().flop() / (e.replicaPeakFlops() * e.prefill().aloneSeconds())),
    MFU_DECODE("mfu.decode", "MFU of decode", Dimension.FRACTION,
            e -> e.decode().flop() / (e.replicaPeakFlops() * e.decode().stepSeconds())),
    MBU_DECODE("mbu.decode", "MBU of decode", Dimension.FRACTION, e -> e.decode().bytesPerGpu()
            / (e.plan().hardware().gpu().hbmBytesPerSecond() * e.decode().stepSeconds())),
    SHARE_COMMUNICATION("share.communication", "Share of communication", Dimension.FRACTION,
            e -> e.decode().communicationShare()),
    SHARE_BUBBLE("share.bubble", "Share of bubbles", Dimension.FRACTION, e -> e.decode().bubbleShare()),
    IMBALANCE_STAGES("imbalance.stages", "Imbalance of stages", Dimension.FRACTION,
            e -> e.decode().stageImbalance()),

    BOUND_TTFT_ALONE("bound.ttft.alone", "Bound of TTFT", Dimension.SECONDS,
            e -> e.prefill().flop() / e.replicaPeakFlops()),
    BOUND_TPOT("bound.tpot", "Bound of TPOT", Dimension.SECONDS, e -> e.decode().boundSeconds()),
    BOUND_THROUGHPUT_PER_GPU("bound.throughput.perGpu", "Bound of tokens per GPU", Dimension.TOKENS_PER_SECOND,
            e -> e.peakFlops() / (2 * e.plan().model().parameters().active())),

    COST_PER_HOUR("cost.perHour", "Cost an hour", Dimension.DOLLARS_PER_HOUR, e -> e.cost().perHour()),
    COST_PER_1K_TOKENS("cost.per1kTokens", "Cost of 1K output tokens", Dimension.DOLLARS,
            e -> e.cost().perMillionTokens() / 1e3),
    COST_PER_MILLION_TOKENS("cost.perMillionTokens", "Cost of 1M output tokens", Dimension.DOLLARS,
            e -> e.cost().perMillionTokens()),
    COST_PER_DAY("cost.perDay", "Cost a day", Dimension.DOLLARS, e -> e.cost().perDay()),
    POWER_WATTS("power.watts", "Power", Dimension.WATTS, e -> e.cost().watts()),
    ENERGY_PER_TOKEN("energy.joulesPerToken", "Energy of an output token", Dimension.JOULES_PER_TOKEN,
            e -> e.cost().joulesPerToken());

    private static final Map<String, Metric> BY_ID = new HashMap<>();

    static {
        for (Metric metric : values()) {
            BY_ID.put(metric.id, metric);
        }
    }

    private final String id;
    private final String label;
    private final Dimension dimension;
    private final ToDoubleFunction<Estimate> value;

    /** A percentile: no estimate has one, a simulation does. */
    Metric(String id, String label) {
        this(id, label, Dimension.SECONDS, null);
    }

    Metric(String id, String label, Dimension dimension, ToDoubleFunction<Estimate> value) {
        this.id = id;
        this.label = label;
        this.dimension = dimension;
        this.value = value;
    }

    /** The id in plan files and JSON output. */
    public String id() {
        return id;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** What it measures. */
    public Dimension dimension() {
        return dimension;
    }

    /** Whether only a simulation knows it: an estimate answers NaN. */
    public boolean isSimulated() {
        return value == null;
    }

    /** Whether more of it is better: of rates, capacities and shares of a peak it is. */
    public boolean isMoreBetter() {
        return switch (dimension) {
            case TOKENS_PER_SECOND, REQUESTS_PER_SECOND, TOKENS, FLOP_PER_SECOND, BYTES_PER_SECOND -> true;
            case COUNT -> this == BATCH_MAX;
            case FRACTION -> id.startsWith("mfu.") || id.startsWith("mbu.");
            case BYTES -> this == MEMORY_CAPACITY;
            case SECONDS, FLOP, PARAMETERS, DOLLARS, DOLLARS_PER_HOUR, WATTS, JOULES_PER_TOKEN -> false;
        };
    }

    /** The metric with {@code id}. */
    public static Optional<Metric> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    double of(Estimate estimate) {
        return isSimulated() ? Double.NaN : value.applyAsDouble(estimate);
    }

    private static double outputTokens(Estimate e) {
        return e.steady().requestsPerSecond() * e.plan().workload().outputTokens();
    }

    private static double totalTokens(Estimate e) {
        return e.steady().requestsPerSecond()
                * ((double) e.plan().workload().inputTokens() + e.plan().workload().outputTokens());
    }

    private static double expertsPerGpu(Estimate e) {
        return e.plan().model().isMoe() ? Deployment.ceilDiv(e.plan().model().shape().moe().experts(),
                e.plan().parallelism().expert()) : Double.NaN;
    }
}
