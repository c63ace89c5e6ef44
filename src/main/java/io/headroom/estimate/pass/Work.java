package io.headroom.estimate.pass;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.format.Dimension;
import java.util.Arrays;

/**
 * The work of some operations on one GPU, added up: seconds by part and by bound, FLOP and bytes.
 *
 * <p>An operation costs {@code max(FLOP/(peak*eta), bytes/(bandwidth*MBU))} seconds, and what of the smaller side does
 * not hide behind it; the larger side is its bound.
 * A GEMM of M rows K to N does {@code 2*M*K*N} FLOP, moves {@code K*N*weight bytes + M*(K+N)*activation bytes} and
 * reaches {@code eta = MFU*M/(M + half rows)}. Source: Williams, Waterman and Patterson 2009 (roofline).
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
    static final int SIZE = READ_BYTES + 1;

    private final double[] layer = new double[SIZE];
    private double[] row = layer;
    private int at;
    private final Trace trace;
    private final double activationBytes;
    private final double mfu;
    private final double halfRows;
    /** Share of the smaller side of an operation that adds to the larger. */
    private final double exposed;
    private final double[] bytesPerSecond = new double[Part.IN_PASS];

    Work(Deployment x, Trace trace) {
        this.trace = trace;
        this.activationBytes = x.activationBytes;
        this.mfu = x.constants.mfu();
        this.halfRows = x.constants.gemmHalfRows();
        this.exposed = 1 - x.constants.rooflineOverlap();
        Arrays.fill(bytesPerSecond, x.plan.hardware().gpu().hbmBytesPerSecond() * x.constants.mbu());
        bytesPerSecond[Part.ATTENTION.ordinal()] *= x.constants.attentionBandwidthFactor();
        bytesPerSecond[Part.EXPERTS.ordinal()] *= x.constants.expertBandwidthFactor();
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
        return secondsOf(layer, 0);
    }

    /** Seconds of all parts of the row that starts at {@code offset}. */
    static double secondsOf(double[] rows, int offset) {
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
     * @param bytesPerWeight bytes of an element of the weights
     * @param peak FLOP/s at which it computes
     */
    void gemm(String name, double rows, double k, String kFormula, double n, String nFormula, double bytesPerWeight,
            double peak) {
        double flop = 2 * rows * k * n;
        double weights = k * n * bytesPerWeight;
        double bytes = weights + rows * (k + n) * activationBytes;
        double eta = mfu * rows / (rows + halfRows);
        double compute = flop / (peak * eta);
        if (trace != null) {
            open(name, "K", kFormula, k, "N", nFormula, n);
            trace.input("bytesPerWeight", "Bytes of a weight", bytesPerWeight, Dimension.BYTES, "precision of the plan");
            trace.input("peak", "Peak of the compute format", peak, Dimension.FLOP_PER_SECOND, "catalogue");
            trace.result("flop", "FLOP", "2 * T * K * N", flop, Dimension.FLOP);
            trace.result("bytes", "Bytes moved", "K * N * bytesPerWeight + T * (K + N) * activationBytes", bytes,
                    Dimension.BYTES);
            trace.result("read", "Weights read", "K * N * bytesPerWeight", weights, Dimension.BYTES);
            trace.result("eta", "Efficiency", "mfu * T / (T + gemmHalfRows)", eta, Dimension.FRACTION);
        }
        row[at + RANK_FLOP] += flop;
        row[at + READ_BYTES] += weights;
        add(name, Part.GEMM, flop, compute, bytes);
    }

    /** GEMMs of the routed experts: {@code touched} weight matrices, {@code rows} rows among them. */
    void experts(String name, double rows, double touched, double k, String kFormula, double n, String nFormula,
            double bytesPerWeight, double peak) {
        double flop = 2 * rows * k * n;
        double weights = touched * k * n * bytesPerWeight;
        double bytes = weights + rows * (k + n) * activationBytes;
        double rowsPerExpert = rows / Math.max(touched, 1);
        double eta = mfu * rowsPerExpert / (rowsPerExpert + halfRows);
        double compute = flop / (peak * eta);
        if (trace != null) {
            open(name, "K", kFormula, k, "N", nFormula, n);
            trace.input("peak", "Peak of the experts' compute format", peak, Dimension.FLOP_PER_SECOND, "catalogue");
            trace.result("flop", "FLOP", "2 * rows * K * N", flop, Dimension.FLOP);
            trace.result("bytes", "Bytes moved", "touched * K * N * expertBytes + rows * (K + N) * activationBytes",
                    bytes, Dimension.BYTES);
            trace.result("read", "Weights read", "touched * K * N * expertBytes", weights, Dimension.BYTES);
            trace.result("M", "Rows of one expert", "rows / max(touched, 1)", rowsPerExpert, Dimension.COUNT);
            trace.result("eta", "Efficiency", "mfu * M / (M + gemmHalfRows)", eta, Dimension.FRACTION);
        }
        row[at + EXPERT_FLOP] += flop;
        row[at + READ_BYTES] += weights;
        add(name, Part.EXPERTS, flop, compute, bytes);
    }

    /** Attention or another operation with its own FLOP and bytes, of which {@code read} are weights or KV cache. */
    void operation(String name, Part part, double flop, String flopFormula, double bytes, String bytesFormula,
            double read, String readFormula, double peak, double eta) {
        double compute = flop / (peak * eta);
        if (trace != null) {
            trace.open(name);
            trace.input("peak", "Peak of the compute format", peak, Dimension.FLOP_PER_SECOND, "catalogue");
            trace.input("eta", "Efficiency", eta, Dimension.FRACTION, "assumptions");
            trace.result("flop", "FLOP", flopFormula, flop, Dimension.FLOP);
            trace.result("read", "Weights or KV cache read", readFormula, read, Dimension.BYTES);
            trace.result("bytes", "Bytes moved", bytesFormula, bytes, Dimension.BYTES);
        }
        row[at + RANK_FLOP] += flop;
        row[at + READ_BYTES] += read;
        add(name, part, flop, compute, bytes);
    }

    /** Reads and writes that compute next to nothing. */
    void elementwise(String name, double bytes, String bytesFormula) {
        if (trace != null) {
            trace.open(name);
            trace.input("peak", "Peak of the compute format", 1, Dimension.FLOP_PER_SECOND, "not needed");
            trace.input("eta", "Efficiency", 1, Dimension.FRACTION, "not needed");
            trace.input("flop", "FLOP", 0, Dimension.FLOP, "none counted");
            trace.input("read", "Weights or KV cache read", 0, Dimension.BYTES, "none");
            trace.result("bytes", "Bytes moved", bytesFormula, bytes, Dimension.BYTES);
        }
        add(name, Part.ELEMENTWISE, 0, 0, bytes);
    }

    /** Time on a link; nothing where there is none. */
    void link(String name, Part part, double seconds, String formula) {
        if (trace != null && seconds > 0) {
            trace.result("time_link_" + PassTimer.symbol(name), "Time of " + name, formula, seconds, Dimension.SECONDS);
        }
        row[at + part.ordinal()] += seconds;
        row[at + BOUNDS + Bound.LINK.ordinal()] += seconds;
    }

    /** Fixed time. */
    void overhead(String name, double seconds, String formula) {
        if (trace != null) {
            trace.result("time_" + PassTimer.symbol(name), "Time of " + name, formula, seconds, Dimension.SECONDS);
        }
        row[at + Part.OVERHEAD.ordinal()] += seconds;
        row[at + BOUNDS + Bound.OVERHEAD.ordinal()] += seconds;
    }

    private void add(String name, Part part, double flop, double compute, double bytes) {
        double memory = bytes / bytesPerSecond[part.ordinal()];
        double seconds = Math.max(compute, memory) + exposed * Math.min(compute, memory);
        if (trace != null) {
            trace.result("seconds", "Time of " + name, formula(part), seconds, Dimension.SECONDS);
            trace.operation(name, flop, bytes, seconds);
            trace.export("seconds", "time_" + PassTimer.symbol(name));
            trace.export("bytes", "bytes_" + PassTimer.symbol(name));
            trace.export("flop", (part == Part.EXPERTS ? "expertFlop_" : "flop_") + PassTimer.symbol(name));
            trace.export("read", "read_" + PassTimer.symbol(name));
            trace.close();
        }
        row[at + part.ordinal()] += seconds;
        row[at + BOUNDS + (compute >= memory ? Bound.COMPUTE : Bound.MEMORY).ordinal()] += seconds;
        row[at + BYTES] += bytes;
    }

    private String formula(Part part) {
        String compute = "flop / (peak * eta)";
        String memory = "bytes / (hbmBandwidth * mbu" + switch (part) {
            case ATTENTION -> " * attentionBandwidthFactor";
            case EXPERTS -> " * expertBandwidthFactor";
            default -> "";
        } + ")";
        String longer = "max(" + compute + ", " + memory + ")";
        return exposed == 0 ? longer : longer + " + (1 - rooflineOverlap) * min(" + compute + ", " + memory + ")";
    }

    private void open(String name, String k, String kFormula, double kValue, String n, String nFormula, double nValue) {
        trace.open(name);
        trace.result(k, "Columns in", kFormula, kValue, Dimension.COUNT);
        trace.result(n, "Columns out", nFormula, nValue, Dimension.COUNT);
    }
}
