package io.headroom.catalog;

/**
 * The links of an accelerator, per GPU and per direction; NaN (0 for the count) where the catalogue is silent.
 *
 * @param technology such as NVLink 4, or empty
 * @param gpusPerNode GPUs of the fast-link domain
 * @param intraNodeBytesPerSecond bandwidth to the GPUs of the domain
 * @param interNodeBytesPerSecond bandwidth to GPUs beyond it
 * @param intraNodeLatencySeconds start-up time of a message inside the domain
 * @param interNodeLatencySeconds start-up time of a message beyond it
 */
public record LinkSpec(String technology, int gpusPerNode, double intraNodeBytesPerSecond,
        double interNodeBytesPerSecond, double intraNodeLatencySeconds, double interNodeLatencySeconds) {

    // cost model, section 1: what is taken where the catalogue is silent
    /** GPUs of a node unless said. */
    public static final int DEFAULT_GPUS_PER_NODE = 8;
    /** Bytes/s between nodes unless said: one 400 Gbit/s port a GPU. */
    public static final double DEFAULT_INTER_NODE_BYTES_PER_SECOND = 50e9;
    /** Latency inside a node unless said. */
    public static final double DEFAULT_INTRA_NODE_LATENCY_SECONDS = 5e-6;
    /** Latency between nodes unless said. */
    public static final double DEFAULT_INTER_NODE_LATENCY_SECONDS = 15e-6;
}
