package io.headroom.estimate.pass;

import io.headroom.catalog.LayerKind;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.layout.Links;

/**
 * What the GPUs of a stage send each other in one layer.
 *
 * <p>TP: an all-reduce of T*d over t after attention and after a dense FFN (SP splits it into reduce-scatter and
 * all-gather at the same cost). MoE: one all-reduce over W where attention ranks share tokens (a = 1), else dispatch and
 * combine over e. CP: keys and values round a ring in prefill, partial results in decode. Source: cost model, section 4;
 * Megatron-LM; DeepSeek-V3, section 3.2 (dispatch in the experts' format).
 */
final class Exchange {

    private final Deployment x;
    private final Work work;
    private final Links links;
    /** Whether formulas are wanted: making their text costs more than the arithmetic. */
    private final boolean isTraced;

    Exchange(Deployment x, Work work, boolean isTraced) {
        this.x = x;
        this.work = work;
        this.links = x.links;
        this.isTraced = isTraced;
    }

    void afterAttention(double t) {
        tensorAllReduce("attention all-reduce", t);
    }

    void afterDenseFfn(double t) {
        tensorAllReduce("FFN all-reduce", t);
    }

    void context(Pass pass, LayerKind.Attending attending) {
        if (x.cp == 1 || attending == LayerKind.Attending.LINEAR) {
            return;
        }
        if (pass.isPrefill()) {
            ring(pass, links.areInside(x.cp, x.tp));
        } else {
            merge(pass, links.areInside(x.cp, x.tp));
        }
    }

    private void ring(Pass pass, boolean isInside) {
        double t = pass.ownTokens() / x.cp;
        double width = x.latent != null ? x.latent.kvRank() + x.latent.ropeDim()
                : 2 * x.kvHeadsPerGpu() * x.headDim;
        double speed = links.bandwidth(isInside) * links.efficiency();
        double seconds = (x.cp - 1) * (t * width * x.kvBytes) / speed + (x.cp - 1) * links.latency(isInside);
        work.link("ring", Part.CONTEXT_EXCHANGE, seconds, !isTraced ? null : "(cp - 1) * (T * "
                + (x.latent != null ? "(kvRank + rope)" : "2 * max(kvHeads / tp, 1) * headDim")
                + " * kvBytes) / (" + bandwidth(isInside) + " * linkEfficiency) + (cp - 1) * " + latency(isInside));
    }

    private void merge(Pass pass, boolean isInside) {
        double width = x.latent != null ? x.latent.kvRank() : x.headDim;
        double bytes = pass.sequences() * (x.heads / x.tp) * 2 * width * x.activationBytes;
        double speed = links.bandwidth(isInside) * links.efficiency();
        double seconds = (x.cp - 1.0) / x.cp * bytes / speed + 2 * links.latency(isInside);
        work.link("merge", Part.CONTEXT_EXCHANGE, seconds, !isTraced ? null : "(cp - 1) / cp * (n * heads / tp * 2 * "
                + (x.latent != null ? "kvRank" : "headDim") + " * activationBytes) / (" + bandwidth(isInside)
                + " * linkEfficiency) + 2 * " + latency(isInside));
    }

    void moe(double t) {
        int group = x.groups.stageGpus();
        if (x.groups.attentionData() == 1) {
            double bytes = t * x.cp * x.hidden * x.activationBytes;
            work.link("MoE all-reduce", Part.ALL_REDUCE, links.allReduceSeconds(bytes, group),
                    allReduceFormula("T * cp * hidden * activationBytes", group));
            return;
        }
        double elements = t / x.tp * Math.min(x.moe.topK(), x.ep) * x.hidden;
        double sent = x.peaks.expertFormat().bytesPerElement();
        // experts that compute in 4 bits still receive 8: no engine sends less
        sent = Math.max(1, sent);
        work.link("dispatch", Part.ALL_TO_ALL, links.allToAllSeconds(elements * sent, x.ep),
                allToAllFormula("T / tp * min(k, ep) * hidden * dispatchBytes"));
        work.link("combine", Part.ALL_TO_ALL, links.allToAllSeconds(elements * x.activationBytes, x.ep),
                allToAllFormula("T / tp * min(k, ep) * hidden * activationBytes"));
        if (x.tp > 1) {
            double bytes = t * x.hidden * x.activationBytes;
            work.link("MoE all-gather", Part.ALL_REDUCE, links.allGatherSeconds(bytes, x.tp),
                    "(tp - 1) / tp * T * hidden * activationBytes / (insideBandwidth * linkEfficiency) + insideLatency");
            if (x.moe.sharedWidth() > 0) {
                tensorAllReduce("shared experts all-reduce", t);
            }
        }
    }

    /** Seconds of sending the residual stream from {@code stage} to the next one. */
    double sendSeconds(int stage, double t) {
        boolean isInside = links.stagesAreInside(stage, x.groups.stageGpus());
        return t * x.hidden * x.activationBytes / (links.bandwidth(isInside) * links.efficiency())
                + links.latency(isInside);
    }

    /** How {@link #sendSeconds} follows. */
    String sendFormula(int stage) {
        boolean isInside = links.stagesAreInside(stage, x.groups.stageGpus());
        return "T * hidden * activationBytes / (" + bandwidth(isInside) + " * linkEfficiency) + " + latency(isInside);
    }

    private void tensorAllReduce(String name, double t) {
        if (x.tp > 1) {
            work.link(name, Part.ALL_REDUCE, links.allReduceSeconds(t * x.hidden * x.activationBytes, x.tp),
                    allReduceFormula("T * hidden * activationBytes", x.tp));
        }
    }

    private String allReduceFormula(String bytes, int q) {
        if (!isTraced) {
            return null;
        }
        int g = links.gpusPerNode();
        if (q > g && q % g == 0) {
            return "2 * (G - 1) / G * (" + bytes + ") / (insideBandwidth * linkEfficiency) + 2 * insideLatency + 2 * ("
                    + q + " / G - 1) / (" + q + " / G) * (" + bytes + ") / G / (betweenBandwidth * linkEfficiency)"
                    + " + 2 * betweenLatency";
        }
        boolean isInside = q <= g;
        return "2 * (" + q + " - 1) / " + q + " * (" + bytes + ") / (" + bandwidth(isInside)
                + " * linkEfficiency) + 2 * " + latency(isInside);
    }

    private String allToAllFormula(String bytes) {
        return !isTraced ? null : x.ep <= links.gpusPerNode()
                ? "(ep - 1) / ep * (" + bytes + ") / (insideBandwidth * linkEfficiency) + insideLatency"
                : "max((G - 1) / ep * (" + bytes + ") / insideBandwidth, (ep - G) / ep * (" + bytes
                        + ") / betweenBandwidth) / linkEfficiency + betweenLatency";
    }

    private static String bandwidth(boolean isInside) {
        return isInside ? "insideBandwidth" : "betweenBandwidth";
    }

    private static String latency(boolean isInside) {
        return isInside ? "insideLatency" : "betweenLatency";
    }
}
