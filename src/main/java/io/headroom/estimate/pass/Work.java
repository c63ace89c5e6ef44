package io.headroom.estimate.pass;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.layout.GemmFormat;
import java.util.Arrays;

/**
 * The work of some operations on one GPU, added up: seconds by part and by bound, FLOP and bytes.
 *
 * <p>An operation costs {@code max(FLOP/(peak*eta), bytes/(bandwidth*MBU))} seconds, and what of the smaller side does
 * not hide behind it; the larger side is its bound. GEMMs of routed experts stream many matrices through one kernel, so
 * that their smaller side hides wholly.
 * A GEMM of M rows K to N does {@code 2*M*K*N} FLOP, moves {@code K*N*weight bytes + M*(K+N)*activation bytes} and
 * reaches {@code eta = MFU*M/(M + half rows)}, with the MFU of its {@link GemmFormat}. Source: Williams, Waterman and
 * Patterson 2009 (roofline).
 */
final class Work {

    // one flat row of numbers, so that layers and stages add up in one loop
    static final int BOUNDS = Part.IN_PASS;
    /** FLOP of operations on which the t*c GPUs of an attention rank work. */
    static final int RANK_FLOP = BOUNDS + Bound.COUNT;
    /** FLOP of routed experts, on which all W GPUs of a stage work. */
    static final int EXPERT_FLOP = RANK_FLOP + 1;
    /** Bytes of HBM moved. */
    static final int BYTES = EXPERT_FLOP + 1;
    /** Bytes of weights and KV cache read: what no implementation can avoid. */
    static final int READ_BYTES = BYTES + 1;
    /** Seconds of all parts, once a stage is complete. */
    static final int SECONDS = READ_BYTES + 1;
    static final int SIZE = SECONDS + 1;

    private final double[] layer = new double[SIZE];
    private double[] row = layer;
    private int at;
    /** Told of every operation; null where nobody listens. */
    private final OperationTerms terms;
    private final double activationBytes;
    private final double expertMfuFactor;
    private final double halfRows;
    private final double expertHalfRows;
    private final double unfused;
    /** Share of the smaller side of an operation that adds to the larger. */
    private final double exposed;
    private final double bytesPerSecond;
    private final double attentionBytesPerSecond;
    private final double expertBytesPerSecond;

    Work(Deployment x, Trace trace) {
        this.activationBytes = x.activationBytes;
        this.expertMfuFactor = x.constants.expertMfuFactor();
        this.unfused = x.constants.unfusedShare();
        this.halfRows = x.constants.gemmHalfRows();
        this.expertHalfRows = Math.max(halfRows, x.constants.expertHalfRows());
        this.exposed = 1 - x.constants.rooflineOverlap();
        this.bytesPerSecond = x.plan.hardware().gpu().hbmBytesPerSecond() * x.constants.mbu();
        this.attentionBytesPerSecond = bytesPerSecond * x.constants.attentionBandwidthFactor();
        this.expertBytesPerSecond = bytesPerSecond * x.constants.expertBandwidthFactor();
        this.terms = trace == null ? null : new OperationTerms(trace, exposed);
    }

    /** Starts the work of a layer from nothing. */
    void startLayer() {
        Arrays.fill(layer, 0);
        row = layer;
        at = 0;
    }

    /** Adds what follows to the row of a stage. */
    void continueStage(double[] rows, int stage) {
        row = rows;
        at = stage * SIZE;
    }

    /** Adds the layer {@code times} times to the row of a stage. */
    void addLayers(double[] rows, int stage, int times) {
        int offset = stage * SIZE;
        for (int i = 0; i < SIZE; i++) {
            rows[offset + i] += times * layer[i];
        }
    }

    /** A number of the layer. */
    double ofLayer(int index) {
        return layer[index];
    }

    /** Seconds of all parts of the layer. */
    double layerSeconds() {
        return sumOfParts(layer, 0);
    }

    /** Seconds of all parts of the row that starts at {@code offset}. */
    static double sumOfParts(double[] rows, int offset) {
        double seconds = 0;
        for (int i = 0; i < Part.IN_PASS; i++) {
            seconds += rows[offset + i];
        }
        return seconds;
    }

    /**
     * A GEMM.
     *
     * @param name its name
     * @param rows M
     * @param k K, with its formula
     * @param n N, with its formula
     * @param format of its weights
     */
    void gemm(String name, double rows, double k, String kFormula, double n, String nFormula, GemmFormat format) {
        double flop = 2 * rows * k * n;
        double weights = k * n * format.weightBytes();
        double bytes = weights + rows * (k + n) * activationBytes;
        double eta = format.mfu() * rows / (rows + halfRows);
        if (terms != null) {
            terms.gemm(name, k, kFormula, n, nFormula, format, flop, bytes, weights, eta);
        }
        row[at + RANK_FLOP] += flop;
        row[at + READ_BYTES] += weights;
        add(name, Part.GEMM, flop, flop / (format.peak() * eta), bytes, bytesPerSecond, exposed);
    }

    /** GEMMs of the routed experts: {@code touched} weight matrices, {@code rows} rows among them. */
    void experts(String name, double rows, double touched, double k, String kFormula, double n, String nFormula,
            GemmFormat format) {
        double flop = 2 * rows * k * n;
        double weights = touched * k * n * format.weightBytes();
        double bytes = weights + rows * (k + n) * activationBytes;
        double rowsPerExpert = rows / Math.max(touched, 1);
        double eta = format.mfu() * expertMfuFactor * rowsPerExpert / (rowsPerExpert + expertHalfRows);
        if (terms != null) {
            terms.experts(name, k, kFormula, n, nFormula, format, flop, bytes, weights, rowsPerExpert, eta);
        }
        row[at + EXPERT_FLOP] += flop;
        row[at + READ_BYTES] += weights;
        add(name, Part.EXPERTS, flop, flop / (format.peak() * eta), bytes, expertBytesPerSecond, 0);
    }

    /** A GEMM of attention that has its own FLOP and bytes, all of them weights. */
    void weights(String name, double flop, String flopFormula, double bytes, String bytesFormula, double peak,
            double eta) {
        if (terms != null) {
            terms.operation(name, flop, flopFormula, bytes, "read", bytes, bytesFormula, peak, eta);
        }
        row[at + RANK_FLOP] += flop;
        row[at + READ_BYTES] += bytes;
        add(name, Part.GEMM, flop, flop / (peak * eta), bytes, bytesPerSecond, exposed);
    }

    /** Attention, with its own FLOP and bytes, of which {@code read} are KV cache. */
    void attention(String name, double flop, String flopFormula, double bytes, String bytesFormula, double read,
            String readFormula, double peak, double eta) {
        if (terms != null) {
            terms.operation(name, flop, flopFormula, bytes, bytesFormula, read, readFormula, peak, eta);
        }
        row[at + RANK_FLOP] += flop;
        row[at + READ_BYTES] += read;
        add(name, Part.ATTENTION, flop, flop / (peak * eta), bytes, attentionBytesPerSecond, exposed);
    }

    /** Reads and writes that compute next to nothing. */
    void elementwise(String name, double bytes, String bytesFormula) {
        if (terms != null) {
            terms.elementwise(name, bytes, bytesFormula);
        }
        add(name, Part.ELEMENTWISE, 0, 0, bytes, bytesPerSecond, exposed);
    }

    /**
     * Work between GEMMs.
     *
     * @param bytes that it moves where none of it is fused into them
     */
    void unfused(String name, double bytes, String bytesFormula) {
        if (unfused > 0) {
            elementwise(name, unfused * bytes, terms == null ? null : "unfusedShare * (" + bytesFormula + ")");
        }
    }

    /** Time on a link; nothing where there is none. */
    void link(String name, Part part, double seconds, String formula) {
        if (terms != null && seconds > 0) {
            terms.fixed("link_", name, seconds, formula);
        }
        row[at + part.ordinal()] += seconds;
        row[at + BOUNDS + Bound.LINK.ordinal()] += seconds;
    }

    /** Fixed time. */
    void overhead(String name, double seconds, String formula) {
        if (terms != null) {
            terms.fixed("", name, seconds, formula);
        }
        row[at + Part.OVERHEAD.ordinal()] += seconds;
        row[at + BOUNDS + Bound.OVERHEAD.ordinal()] += seconds;
    }

    private void add(String name, Part part, double flop, double compute, double bytes, double speed, double exposed) {
        double memory = bytes / speed;
        boolean isCompute = compute >= memory;
        double seconds = isCompute ? compute + exposed * memory : memory + exposed * compute;
        if (terms != null) {
            terms.close(name, part, flop, bytes, seconds);
        }
        row[at + part.ordinal()] += seconds;
        // a branch, because a computed index would wait for both divisions
        if (isCompute) {
            row[at + BOUNDS + Bound.COMPUTE.ordinal()] += seconds;
        } else {
            row[at + BOUNDS + Bound.MEMORY.ordinal()] += seconds;
        }
        row[at + BYTES] += bytes;
    }
}
