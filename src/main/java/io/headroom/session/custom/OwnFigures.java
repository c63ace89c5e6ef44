package io.headroom.session.custom;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Hardware;
import java.util.ArrayList;
import java.util.List;

/** What a plan says of its hardware itself, so that the accelerator's own figures do not count. */
public final class OwnFigures {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private OwnFigures() {
    }

    /** The figures that win over the accelerator's, in a sentence; empty where the plan leaves all to it. */
    public static String text(Hardware hardware) {
        Hardware.Given given = hardware.given();
        List<String> figures = new ArrayList<>();
        if (given.gpusPerNode() > 0) {
            figures.add(given.gpusPerNode() + " GPUs a node");
        }
        add(given.intraNodeBytesPerSecond(), Dimension.BYTES_PER_SECOND, " inside a node", figures);
        add(given.interNodeBytesPerSecond(), Dimension.BYTES_PER_SECOND, " between nodes", figures);
        add(given.intraNodeLatencySeconds(), Dimension.SECONDS, " latency inside a node", figures);
        add(given.interNodeLatencySeconds(), Dimension.SECONDS, " latency between nodes", figures);
        add(given.pricePerGpuHour(), Dimension.DOLLARS, " a GPU-hour", figures);
        return figures.isEmpty() ? "" : "The plan's own figures win over these: " + String.join(", ", figures) + ".";
    }

    private static void add(double value, Dimension dimension, String what, List<String> figures) {
        if (!Double.isNaN(value)) {
            figures.add(FORMAT.text(value, dimension) + what);
        }
    }
}
