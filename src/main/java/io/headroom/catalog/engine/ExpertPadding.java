package io.headroom.catalog.engine;

import java.util.List;

/**
 * To which sizes the kernels of an engine round the matrices of routed experts up, so that the experts take more memory
 * than the model has parameters.
 *
 * @param architectures accelerators on which they do, in lower case
 * @param fromHbmBytes and only on those with so much memory or more
 * @param format in which the experts are stored, as plan files spell it
 * @param hiddenMultiple what the width of the residual stream is rounded up to a multiple of
 * @param widthMultiple the same of the width of an expert on one GPU
 * @param source where the rule comes from
 */
public record ExpertPadding(List<String> architectures, double fromHbmBytes, String format, int hiddenMultiple,
        int widthMultiple, String source) {

    public ExpertPadding {
        // a list, because the text of a set differs from run to run
        architectures = List.copyOf(architectures);
    }

    boolean isFor(String stored, double hbmBytes) {
        return format.equals(stored) && hbmBytes >= fromHbmBytes;
    }

    /** {@code ceil(hidden / hiddenMultiple) * hiddenMultiple}. */
    public double hidden(double hidden) {
        return Math.ceil(hidden / hiddenMultiple) * hiddenMultiple;
    }

    /** {@code ceil(width / widthMultiple) * widthMultiple}, of the columns of an expert that one GPU holds. */
    public double width(double width) {
        return Math.ceil(width / widthMultiple) * widthMultiple;
    }
}
