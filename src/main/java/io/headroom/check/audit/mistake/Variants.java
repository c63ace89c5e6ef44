package io.headroom.check.audit.mistake;

import io.headroom.catalog.Attention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.MoeSpec;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.format.Dimension;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * Mistakes that take the plan for another one: full KV heads where they are grouped, every expert for the chosen ones,
 * memory without its cache or its embedding, a first token that waits for all others, links as fast as HBM, and a
 * utilisation of something else.
 */
record Variants(Estimate estimate, Metric metric) {

    private static final double BF16_BYTES = 2;

    /** Every mistake of this kind. */
    List<Candidate> all() {
        List<Candidate> all = new ArrayList<>();
        left(all);
        heads(all);
        experts(all);
        links(all);
        if (metric.id().startsWith("ttft.")) {
            all.add(new Candidate("the time of all output tokens counted in", estimate.get(Metric.E2E_STEADY)));
        }
        if (metric.dimension() == Dimension.FRACTION) {
            otherShares(all);
        }
        return all;
    }

    private void left(List<Candidate> all) {
        double value = estimate.get(metric);
        ModelSpec.Shape shape = estimate.plan().model().shape();
        double table = (double) shape.vocabulary() * shape.hidden() * BF16_BYTES
                / estimate.plan().parallelism().tensor();
        switch (metric) {
            case MEMORY_TOTAL -> {
                all.add(new Candidate("KV cache forgotten", value - estimate.get(Metric.MEMORY_KV_CACHE)));
                all.add(new Candidate("everything but the weights forgotten", estimate.get(Metric.MEMORY_WEIGHTS)));
                all.add(new Candidate("embedding forgotten", value - table));
            }
            case MEMORY_UTILIZATION -> all.add(new Candidate("KV cache forgotten", value
                    * (1 - estimate.get(Metric.MEMORY_KV_CACHE) / estimate.get(Metric.MEMORY_TOTAL))));
            case MEMORY_WEIGHTS -> all.add(new Candidate("embedding forgotten", value - table));
            default -> { }
        }
    }

    private void heads(List<Candidate> all) {
        ModelSpec.Shape s = estimate.plan().model().shape();
        boolean isCached = metric.id().startsWith("memory.") || metric == Metric.KV_CAPACITY_TOKENS
                || metric == Metric.BATCH_MAX || metric == Metric.CONTEXT_MAX;
        if (isCached && s.attention() instanceof Attention.GroupedQuery a && a.kvHeads() < a.heads()) {
            Attention full = new Attention.GroupedQuery(a.heads(), a.heads(), a.headDim(), a.outputGate());
            add("every head counted as a KV head (MHA for GQA)", with(s.withAttention(full)), all);
        }
    }

    private void experts(List<Candidate> all) {
        ModelSpec.Shape s = estimate.plan().model().shape();
        if (s.moe() != null && s.moe().topK() < s.moe().experts() && !metric.id().startsWith("memory.")) {
            MoeSpec m = s.moe();
            MoeSpec dense = new MoeSpec(m.experts(), m.experts(), m.expertWidth(), m.sharedWidth(), m.denseFirst(),
                    m.every());
            add("all experts counted for the chosen ones", with(s.withMoe(dense)), all);
        }
    }

    private void links(List<Candidate> all) {
        Hardware hardware = estimate.plan().hardware();
        boolean isTimed = estimate.groups().gpus() > 1 && (metric.dimension() == Dimension.SECONDS
                || metric.dimension() == Dimension.TOKENS_PER_SECOND || metric == Metric.SHARE_COMMUNICATION);
        if (isTimed) {
            double fast = hardware.gpu().hbmBytesPerSecond();
            Hardware.Given g = hardware.given();
            add("links as fast as HBM", estimate.plan().withHardware(new Hardware(hardware.gpu(), hardware.gpuJson(),
                    new Hardware.Given(g.gpusPerNode(), fast, fast, g.intraNodeLatencySeconds(),
                            g.interNodeLatencySeconds(), g.pricePerGpuHour(), g.priceBasis()))), all);
        }
    }

    private void otherShares(List<Candidate> all) {
        for (Metric other : List.of(Metric.MEMORY_UTILIZATION, Metric.MFU_PREFILL, Metric.MFU_DECODE,
                Metric.MBU_DECODE)) {
            if (other != metric) {
                all.add(new Candidate("utilisation of something else (" + other.label() + ")", estimate.get(other)));
            }
        }
    }

    private Plan with(ModelSpec.Shape shape) {
        ModelSpec model = estimate.plan().model();
        return estimate.plan().withModel(new ModelSpec(model.id(), model.name(), shape, model.published(),
                model.provenance()));
    }

    private void add(String text, Plan changed, List<Candidate> all) {
        if (Estimator.estimate(changed) instanceof Estimate e) {
            all.add(new Candidate(text, e.get(metric)));
        }
    }
}
