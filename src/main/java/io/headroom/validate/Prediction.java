package io.headroom.validate;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.layout.Groups;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Reading.Configuration;

/** The estimate of what a row measures, in SI units. */
final class Prediction {

    private final Configuration c;

    Prediction(Configuration c) {
        this.c = c;
    }

    /** The estimated quantity in SI units; NaN where the plan cannot be estimated. */
    double value() {
        if (c.quantity().isMemory()) {
            return Estimator.estimate(c.plan()) instanceof Estimate e ? memory(e) : Double.NaN;
        }
        OperatingPoint p = new LoadModel(c).point();
        return serving(c.plan(), c.quantity(), p);
    }

    /** {@code quantity} of {@code plan} at {@code p} in SI units; NaN without a point. */
    static double serving(Plan plan, Quantity quantity, OperatingPoint p) {
        if (p == null) {
            return Double.NaN;
        }
        Workload w = plan.workload();
        double gpus = Groups.of(plan.parallelism()).gpus();
        double in = w.inputTokens() * p.requestsPerSecond();
        double out = w.outputTokens() * p.requestsPerSecond();
        return switch (quantity) {
            case TTFT -> p.ttftSeconds();
            case TPOT -> p.tpotSeconds();
            case E2E -> p.endToEndSeconds();
            case REQUESTS -> p.requestsPerSecond();
            case OUTPUT_TOKENS_TOTAL -> out;
            case OUTPUT_TOKENS_PER_GPU -> out / gpus;
            case INPUT_TOKENS_TOTAL -> in;
            case INPUT_TOKENS_PER_GPU -> in / gpus;
            case ALL_TOKENS_TOTAL -> in + out;
            case ALL_TOKENS_PER_GPU -> (in + out) / gpus;
            default -> Double.NaN;
        };
    }

    private double memory(Estimate e) {
        StageMemory worst = e.memory().worst();
        return switch (c.quantity()) {
            case WEIGHTS_MEMORY -> worst.weights();
            case KV_TOKENS -> e.memory().kvCapacityTokens();
            case KV_MEMORY -> e.memory().usableBytes() - worst.weights() - worst.activations() - worst.reserve();
            case PEAK_MEMORY -> peak(e);
            default -> Double.NaN;
        };
    }

    /** What a program without preallocation holds at most, over all GPUs: weights, the KV cache written, activations. */
    private static double peak(Estimate e) {
        double bytes = 0;
        for (StageMemory stage : e.memory().stages()) {
            bytes += stage.weights() + stage.kvCache() + stage.activations();
        }
        return bytes;
    }
}
