package io.headroom.estimate;

import io.headroom.catalog.GpuSpec;
import io.headroom.estimate.explain.Trace;
import io.headroom.format.Dimension;
import io.headroom.plan.Hardware;

/** Tells a trace how the metrics follow that the models of memory and time do not record themselves. */
final class MetricTerms {

    private final Estimate e;
    private final Trace trace;

    private MetricTerms(Estimate e, Trace trace) {
        this.e = e;
        this.trace = trace;
    }

    static void record(Estimate estimate, Trace trace) {
        MetricTerms terms = new MetricTerms(estimate, trace);
        terms.layout();
        terms.limits();
        terms.throughput();
        terms.utilisation();
        terms.cost();
    }

    private void layout() {
        trace.input("peakFastest", "Peak of the fastest format used", e.peakFlops(), Dimension.FLOP_PER_SECOND,
                e.plan().hardware().gpu().provenance().of("peakFlops"));
        put(Metric.REPLICAS, "dp");
        put(Metric.GPUS_PER_REPLICA, "W * pp");
        trace.input(Metric.LAYERS_PER_STAGE.id(), Metric.LAYERS_PER_STAGE.label(), e.mostLayers(), Dimension.COUNT,
                e.plan().parallelism().layersPerStage().isEmpty() ? "layers divided evenly, the first stages get one more"
                        : "this plan");
        put(Metric.HEADS_PER_GPU, "heads / tp");
        put(Metric.EXPERTS_PER_GPU, "ceil(E / ep)");
        trace.input("usable", "Usable share of memory", e.plan().assumptions().constants().usableMemoryFraction(),
                Dimension.FRACTION, "profile " + e.plan().assumptions().profile().id());
        put(Metric.MEMORY_CAPACITY, "hbmBytes * usable");
    }

    private void limits() {
        String found = "largest whole number at which every stage fits, found by search over the memory formulas";
        for (Metric metric : new Metric[] {Metric.BATCH_MAX, Metric.CONTEXT_MAX, Metric.KV_CAPACITY_TOKENS}) {
            trace.input(metric.id(), metric.label(), e.get(metric), metric.dimension(),
                    metric == Metric.KV_CAPACITY_TOKENS ? "what weights, activations and reserve leave on the tightest "
                            + "stage, over the cache of a token, in whole blocks" : found);
        }
    }

    private void throughput() {
        put(Metric.OUTPUT_TOKENS, "throughput.requests * O");
        put(Metric.OUTPUT_TOKENS_PER_GPU, "throughput.outputTokens / gpus");
        put(Metric.OUTPUT_TOKENS_PER_REPLICA, "throughput.outputTokens / dp");
        put(Metric.TOTAL_TOKENS, "throughput.requests * (S + O)");
        put(Metric.TOTAL_TOKENS_PER_GPU, "throughput.totalTokens / gpus");
        put(Metric.BOUND_TTFT_ALONE, "prefill.flops / (W * pp * peakFastest)");
        put(Metric.BOUND_THROUGHPUT_PER_GPU, "peakFastest / (2 * params.active)");
    }

    private void utilisation() {
        put(Metric.DECODE_BYTES_PER_GPU, "m * decode_pass_mostBytes");
        put(Metric.MFU_PREFILL, "prefill.flops / (W * pp * peakFastest * ttft.alone)");
        put(Metric.MFU_DECODE, "m * W * decode_pass_flop / (W * pp * peakFastest * decode.step)");
        put(Metric.MBU_DECODE, "decode.bytes.perGpu / (hbmBandwidth * decode.step)");
        put(Metric.SHARE_COMMUNICATION, "decode_pass_link / decode_pass_sum");
        put(Metric.SHARE_BUBBLE, "1 - m * decode_pass_sum / (pp * max(decode_pass_sum, m * decode_pass_slowest))");
        put(Metric.IMBALANCE_STAGES, "decode_pass_slowest / (decode_pass_sum / pp) - 1");
    }

    private void cost() {
        Hardware hardware = e.plan().hardware();
        GpuSpec gpu = hardware.gpu();
        if (!Double.isNaN(hardware.pricePerGpuHour())) {
            trace.input("price", "Price of a GPU-hour (" + hardware.priceBasis() + ")", hardware.pricePerGpuHour(),
                    Dimension.DOLLARS_PER_HOUR, Double.isNaN(hardware.given().pricePerGpuHour())
                            ? gpu.provenance().of("pricePerGpuHour") : "this plan");
            trace.input("utilization", "Share of the time it is busy", e.plan().demand().utilization(),
                    Dimension.FRACTION, "this plan");
            put(Metric.COST_PER_HOUR, "gpus * price");
            put(Metric.COST_PER_MILLION_TOKENS,
                    "cost.perHour / (throughput.outputTokens * 3600 * utilization) * 1000000");
            put(Metric.COST_PER_1K_TOKENS, "cost.perMillionTokens / 1000");
            if (!Double.isNaN(e.plan().demand().tokensPerDay())) {
                trace.input("tokensPerDay", "Output tokens a day", e.plan().demand().tokensPerDay(), Dimension.TOKENS,
                        "this plan");
                put(Metric.COST_PER_DAY, "tokensPerDay / 1000000 * cost.perMillionTokens");
            }
        }
        if (!Double.isNaN(gpu.watts())) {
            trace.input("chipWatts", "Power of a chip", gpu.watts(), Dimension.WATTS, gpu.provenance().of("watts"));
            put(Metric.POWER_WATTS, "gpus * chipWatts");
            put(Metric.ENERGY_PER_TOKEN, "power.watts / throughput.outputTokens");
        }
    }

    private void put(Metric metric, String formula) {
        double value = e.get(metric);
        if (!Double.isNaN(value)) {
            trace.result(metric.id(), metric.label(), formula, value, metric.dimension());
        }
    }
}
