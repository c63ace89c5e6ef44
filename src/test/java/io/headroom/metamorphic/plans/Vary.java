package io.headroom.metamorphic.plans;

import io.headroom.catalog.Attention;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.catalog.LinearAttention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.ModelSpec.SlidingWindow;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Workload;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Plans that differ from a plan in one way. */
public final class Vary {

    private Vary() {
    }

    public static Plan requests(Plan plan, int value) {
        return plan.withWorkload(plan.workload().withConcurrentRequests(value));
    }

    public static Plan tokens(Plan plan, int input, int output) {
        Workload w = plan.workload();
        return plan.withWorkload(w.withInputTokens(input).withOutputTokens(output));
    }

    public static Plan chunk(Plan plan, int value) {
        return plan.withWorkload(plan.workload().withMaxBatchedTokens(value));
    }

    public static Plan knob(Plan plan, Knob knob, double value) {
        return plan.withAssumptions(plan.assumptions().with(knob, value));
    }

    /** Multiplies what is in force for each of {@code knobs}. */
    public static Plan scaled(Plan plan, double factor, Knob... knobs) {
        Plan scaled = plan;
        for (Knob knob : knobs) {
            scaled = knob(scaled, knob, plan.assumptions().constants().get(knob) * factor);
        }
        return scaled;
    }

    /** Other degrees, stages balanced. */
    public static Plan degrees(Plan plan, int tensor, int pipeline, int expert, int context) {
        Parallelism p = plan.parallelism();
        return plan.withParallelism(new Parallelism(tensor, pipeline, p.data(), expert, context, p.sequence(), List.of()));
    }

    /** One format for weights and experts. */
    public static Plan weights(Plan plan, NumberFormat format) {
        Precision p = plan.precision();
        return plan.withPrecision(new Precision(format, format, p.kvCache(), p.activations()));
    }

    /** Everything bf16 in memory. */
    public static Plan bf16(Plan plan) {
        return plan.withPrecision(Precision.BF16);
    }

    public static Plan shape(Plan plan, Shape shape) {
        ModelSpec m = plan.model();
        return plan.withModel(new ModelSpec(m.id(), m.name(), shape, m.published(), m.provenance()), plan.modelJson());
    }

    public static Shape attention(Shape s, Attention value) {
        return s.withAttention(value);
    }

    /** Other layers: how many, and which attend how. */
    public static Shape layers(Shape s, int layers, SlidingWindow sliding, LinearAttention linear) {
        return new Shape(layers, s.hidden(), s.vocabulary(), s.tiedEmbeddings(), s.maxContextTokens(), s.attention(),
                sliding, linear, s.ffnWidth(), s.ffnMatrices(), s.moe(), s.blockScaledFp8());
    }

    public static Shape tied(Shape s, boolean value) {
        return new Shape(s.layers(), s.hidden(), s.vocabulary(), value, s.maxContextTokens(), s.attention(),
                s.slidingWindow(), s.linearAttention(), s.ffnWidth(), s.ffnMatrices(), s.moe(), s.blockScaledFp8());
    }

    /** With a scale for each block of FP8 weights, or without. */
    public static Shape blocks(Shape s, boolean value) {
        return new Shape(s.layers(), s.hidden(), s.vocabulary(), s.tiedEmbeddings(), s.maxContextTokens(), s.attention(),
                s.slidingWindow(), s.linearAttention(), s.ffnWidth(), s.ffnMatrices(), s.moe(), value);
    }

    /** Other experts, or none; a dense FFN of some width. */
    public static Shape ffn(Shape s, int width, MoeSpec moe) {
        return new Shape(s.layers(), s.hidden(), s.vocabulary(), s.tiedEmbeddings(), s.maxContextTokens(), s.attention(),
                s.slidingWindow(), s.linearAttention(), width, s.ffnMatrices(), moe, s.blockScaledFp8());
    }

    /** The accelerator with its peaks, memory bandwidth and memory multiplied. */
    public static Plan gpu(Plan plan, double flops, double bandwidth, double bytes) {
        Hardware h = plan.hardware();
        GpuSpec g = h.gpu();
        Map<NumberFormat, Double> peaks = new EnumMap<>(NumberFormat.class);
        g.peakFlops().forEach((format, peak) -> peaks.put(format, peak * flops));
        GpuSpec scaled = new GpuSpec(g.id(), g.name(), g.vendor(), g.architecture(), peaks, g.hbmBytes() * bytes,
                g.reportedBytes() * bytes, g.hbmBytesPerSecond() * bandwidth, g.links(), g.watts(), g.pricePerGpuHour(), g.provenance());
        return plan.withHardware(new Hardware(scaled, h.gpuJson(), h.given()));
    }

    /** The links with their bandwidths and latencies multiplied. */
    public static Plan links(Plan plan, double bandwidth, double latency) {
        Hardware h = plan.hardware();
        var constants = plan.assumptions().constants();
        Hardware.Given g = h.given();
        return plan.withHardware(new Hardware(h.gpu(), h.gpuJson(), new Hardware.Given(g.gpusPerNode(),
                h.intraNodeBytesPerSecond() * bandwidth, h.interNodeBytesPerSecond() * bandwidth,
                h.intraNodeLatencySeconds(constants.intraNodeLatencySeconds()) * latency,
                h.interNodeLatencySeconds(constants.interNodeLatencySeconds()) * latency,
                g.pricePerGpuHour(), g.priceBasis())));
    }

    public static Plan node(Plan plan, int gpus) {
        Hardware h = plan.hardware();
        Hardware.Given g = h.given();
        return plan.withHardware(new Hardware(h.gpu(), h.gpuJson(), new Hardware.Given(gpus, g.intraNodeBytesPerSecond(),
                g.interNodeBytesPerSecond(), g.intraNodeLatencySeconds(), g.interNodeLatencySeconds(),
                g.pricePerGpuHour(), g.priceBasis())));
    }

    public static Plan price(Plan plan, double perGpuHour) {
        Hardware h = plan.hardware();
        Hardware.Given g = h.given();
        return plan.withHardware(new Hardware(h.gpu(), h.gpuJson(), new Hardware.Given(g.gpusPerNode(),
                g.intraNodeBytesPerSecond(), g.interNodeBytesPerSecond(), g.intraNodeLatencySeconds(),
                g.interNodeLatencySeconds(), perGpuHour, g.priceBasis())));
    }
}
