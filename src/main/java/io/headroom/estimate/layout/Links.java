package io.headroom.estimate.layout;

import io.headroom.catalog.Constants;
import io.headroom.plan.Hardware;

/**
 * The links of a deployment and the time of collectives over them.
 *
 * <p>All-reduce of n bytes over q GPUs {@code 2(q-1)/q*n/(link*eff) + 2*latency} (ring); beyond a node, when the node
 * size G divides q, reduced inside first: {@code 2(G-1)/G*n/(inside*eff) + 2*latencyInside + 2(Q-1)/Q*(n/G)/(between*eff)
 * + 2*latencyBetween}, Q = q/G. Bandwidths are per GPU and direction. Source: Patarasuk and Yuan 2009 (ring
 * all-reduce); the hierarchical form is NCCL's reduce-scatter inside, ring between.
 *
 * @param gpusPerNode G
 * @param inside bytes/s inside a node
 * @param between bytes/s between nodes
 * @param insideLatency seconds of a message inside a node
 * @param betweenLatency seconds of a message between nodes
 * @param efficiency share of the bandwidth reached
 */
public record Links(int gpusPerNode, double inside, double between, double insideLatency, double betweenLatency,
        double efficiency) {

    static Links of(Hardware hardware, Constants constants) {
        return new Links(hardware.gpusPerNode(), hardware.intraNodeBytesPerSecond(),
                hardware.interNodeBytesPerSecond(),
                hardware.intraNodeLatencySeconds(constants.intraNodeLatencySeconds()),
                hardware.interNodeLatencySeconds(constants.interNodeLatencySeconds()), constants.linkEfficiency());
    }

    /** Whether a group of {@code q} GPUs, {@code stride} ranks apart, lies inside a node. */
    public boolean areInside(long q, long stride) {
        return q * stride <= gpusPerNode;
    }

    /** Whether stages {@code stage} and {@code stage + 1} of the first replica exchange inside a node. */
    public boolean stagesAreInside(int stage, int stageGpus) {
        return (long) stage * stageGpus / gpusPerNode == ((stage + 2L) * stageGpus - 1) / gpusPerNode;
    }

    /** Bandwidth inside or between nodes, bytes/s. */
    public double bandwidth(boolean isInside) {
        return isInside ? inside : between;
    }

    /** Latency inside or between nodes, seconds. */
    public double latency(boolean isInside) {
        return isInside ? insideLatency : betweenLatency;
    }

    /** Seconds of an all-reduce of {@code bytes} over {@code q} neighbouring GPUs; exactly 0 for one GPU. */
    public double allReduceSeconds(double bytes, int q) {
        if (q == 1) {
            return 0;
        }
        if (q > gpusPerNode && q % gpusPerNode == 0) {
            double nodes = (double) q / gpusPerNode;
            // a lone GPU a node moves nothing inside, and may have no such link
            double inNode = gpusPerNode == 1 ? 0 : 2.0 * (gpusPerNode - 1) / gpusPerNode * bytes / (inside * efficiency);
            return inNode + 2 * insideLatency
                    + 2 * (nodes - 1) / nodes * (bytes / gpusPerNode) / (between * efficiency) + 2 * betweenLatency;
        }
        boolean isInside = q <= gpusPerNode;
        return 2.0 * (q - 1) / q * bytes / (bandwidth(isInside) * efficiency) + 2 * latency(isInside);
    }

    /** Seconds of an all-to-all of {@code bytes} a GPU over {@code q} neighbouring GPUs; exactly 0 for one GPU. */
    public double allToAllSeconds(double bytes, int q) {
        if (q == 1) {
            return 0;
        }
        if (q <= gpusPerNode) {
            return (q - 1.0) / q * bytes / (inside * efficiency) + insideLatency;
        }
        double in = (gpusPerNode - 1.0) / q * bytes / inside;
        double out = (double) (q - gpusPerNode) / q * bytes / between;
        // a lone GPU a node has no inside link to wait for
        return (gpusPerNode == 1 ? out : Math.max(in, out)) / efficiency + betweenLatency;
    }

    /** Seconds of an all-gather of {@code bytes} over {@code q} GPUs of a node; exactly 0 for one GPU. */
    public double allGatherSeconds(double bytes, int q) {
        return q == 1 ? 0 : (q - 1.0) / q * bytes / (inside * efficiency) + insideLatency;
    }
}
