package io.headroom.estimate.pass;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.GemmFormat;
import io.headroom.format.Dimension;

/** Tells a trace how the seconds of single operations follow: each a scope of its own, closed by its time. */
final class OperationTerms {

    private final Trace trace;
    /** Share of the smaller side of an operation that adds to the larger. */
    private final double exposed;

    OperationTerms(Trace trace, double exposed) {
        this.trace = trace;
        this.exposed = exposed;
    }

    void gemm(String name, double k, String kFormula, double n, String nFormula, GemmFormat format, double flop,
            double bytes, double weights, double eta) {
        open(name, k, kFormula, n, nFormula);
        trace.input("bytesPerWeight", "Bytes of a weight", format.weightBytes(), Dimension.BYTES, "precision of the plan");
        trace.input("peak", "Peak of the compute format", format.peak(), Dimension.FLOP_PER_SECOND, "catalogue");
        trace.result("flop", "FLOP", "2 * T * K * N", flop, Dimension.FLOP);
        trace.result("bytes", "Bytes moved", "K * N * bytesPerWeight + T * (K + N) * activationBytes", bytes,
                Dimension.BYTES);
        trace.result("read", "Weights read", "K * N * bytesPerWeight", weights, Dimension.BYTES);
        trace.result("eta", "Efficiency", format.mfuFormula() + " * T / (T + gemmHalfRows)", eta, Dimension.FRACTION);
    }

    void experts(String name, double k, String kFormula, double n, String nFormula, GemmFormat format, double flop,
            double bytes, double weights, double rowsPerExpert, double eta) {
        open(name, k, kFormula, n, nFormula);
        trace.input("peak", "Peak of the experts' compute format", format.peak(), Dimension.FLOP_PER_SECOND, "catalogue");
        trace.result("flop", "FLOP", "2 * rows * K * N", flop, Dimension.FLOP);
        trace.result("bytes", "Bytes moved", "touched * K * N * expertBytes + rows * (K + N) * activationBytes", bytes,
                Dimension.BYTES);
        trace.result("read", "Weights read", "touched * K * N * expertBytes", weights, Dimension.BYTES);
        trace.result("M", "Rows of one expert", "rows / max(touched, 1)", rowsPerExpert, Dimension.COUNT);
        trace.result("eta", "Efficiency", format.mfuFormula() + " * expertMfuFactor * M / (M + max(gemmHalfRows, expertHalfRows))",
                eta,
                Dimension.FRACTION);
    }

    void operation(String name, double flop, String flopFormula, double bytes, String bytesFormula, double read,
            String readFormula, double peak, double eta) {
        trace.open(name);
        trace.input("peak", "Peak of the compute format", peak, Dimension.FLOP_PER_SECOND, "catalogue");
        trace.input("eta", "Efficiency", eta, Dimension.FRACTION, "assumptions");
        trace.result("flop", "FLOP", flopFormula, flop, Dimension.FLOP);
        trace.result("read", "Weights or KV cache read", readFormula, read, Dimension.BYTES);
        trace.result("bytes", "Bytes moved", bytesFormula, bytes, Dimension.BYTES);
    }

    void elementwise(String name, double bytes, String bytesFormula) {
        trace.open(name);
        trace.input("peak", "Peak of the compute format", 1, Dimension.FLOP_PER_SECOND, "not needed");
        trace.input("eta", "Efficiency", 1, Dimension.FRACTION, "not needed");
        trace.input("flop", "FLOP", 0, Dimension.FLOP, "none counted");
        trace.input("read", "Weights or KV cache read", 0, Dimension.BYTES, "none");
        trace.result("bytes", "Bytes moved", bytesFormula, bytes, Dimension.BYTES);
    }

    /** Time that has no operation: on a link, or overhead. */
    void fixed(String kind, String name, double seconds, String formula) {
        trace.result("time_" + kind + PassTimer.symbol(name), "Time of " + name, formula, seconds, Dimension.SECONDS);
    }

    /** The time of the operation that was opened last. */
    void close(String name, Part part, double flop, double bytes, double seconds) {
        String symbol = PassTimer.symbol(name);
        trace.result("seconds", "Time of " + name, formula(part), seconds, Dimension.SECONDS);
        trace.operation(name, flop, bytes, seconds);
        trace.export("seconds", "time_" + symbol);
        trace.export("bytes", "bytes_" + symbol);
        trace.export("flop", (part == Part.EXPERTS ? "expertFlop_" : "flop_") + symbol);
        trace.export("read", "read_" + symbol);
        trace.close();
    }

    private String formula(Part part) {
        String compute = "flop / (peak * eta)";
        String memory = "bytes / (hbmBandwidth * mbu" + switch (part) {
            case ATTENTION -> " * attentionBandwidthFactor";
            case EXPERTS -> " * expertBandwidthFactor";
            default -> "";
        } + ")";
        String longer = "max(" + compute + ", " + memory + ")";
        return exposed == 0 || part == Part.EXPERTS ? longer
                : longer + " + (1 - rooflineOverlap) * min(" + compute + ", " + memory + ")";
    }

    private void open(String name, double k, String kFormula, double n, String nFormula) {
        trace.open(name);
        trace.result("K", "Columns in", kFormula, k, Dimension.COUNT);
        trace.result("N", "Columns out", nFormula, n, Dimension.COUNT);
    }
}
