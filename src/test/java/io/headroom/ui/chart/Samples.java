package io.headroom.ui.chart;

import io.headroom.format.ByteUnits;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.chart.canvas.Limit;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.List;

/** Models of every state that charts must draw; the numbers are invented. */
final class Samples {

    static final Formatter FORMATTER = new Formatter(ByteUnits.GB);
    static final List<Kind> MEMORY = List.of(new Kind("Weights", Ink.WEIGHTS), new Kind("KV cache", Ink.KV),
            new Kind("Activations", Ink.ACTIVATIONS), new Kind("Runtime", Ink.RESERVE));
    static final List<Kind> WORK = List.of(new Kind("GEMM", Ink.GEMM), new Kind("Attention", Ink.ATTENTION),
            new Kind("Experts", Ink.EXPERTS), new Kind("All-reduce", Ink.ALL_REDUCE));
    static final List<Kind> ALL_WORK = List.of(new Kind("GEMM", Ink.GEMM), new Kind("Attention", Ink.ATTENTION),
            new Kind("Experts", Ink.EXPERTS), new Kind("Elementwise", Ink.ELEMENTWISE),
            new Kind("All-reduce", Ink.ALL_REDUCE), new Kind("All-to-all", Ink.ALL_TO_ALL),
            new Kind("Context exchange", Ink.CONTEXT_EXCHANGE), new Kind("Stage send", Ink.STAGE_SEND),
            new Kind("Overhead", Ink.OVERHEAD), new Kind("Bubble", Ink.BUBBLE), new Kind("Queue", Ink.QUEUE));

    private Samples() {
    }

    static StackedBars.Model memory(int stages, double scale, boolean ghost, boolean second) {
        List<Bar> bars = new ArrayList<>();
        double worst = 0;
        for (int i = 0; i < stages; i++) {
            double tilt = 1 - 0.15 * i / Math.max(1, stages - 1) + (i == 0 ? 0.06 : 0);
            double[] v = {18e9 * scale * tilt, 12.6e9 * scale * tilt, 4.1e9 * scale, 2e9};
            worst = Math.max(worst, v[0] + v[1] + v[2] + v[3]);
            Bar bar = Bar.of(String.valueOf(i), v);
            bars.add(ghost ? bar.against(v[0] * 1.2, v[1] * 1.35, v[2], v[3]) : bar);
        }
        List<Limit> limits = new ArrayList<>();
        limits.add(Limit.of("usable", 57.6e9, worst, FORMATTER, Dimension.BYTES));
        if (second) {
            limits.add(Limit.informing("HBM", 64e9, FORMATTER, Dimension.BYTES));
        }
        return new StackedBars.Model("Memory per GPU", "largest of " + stages + " stages", "stage", MEMORY, bars,
                limits, ghost ? "baseline B" : "", FORMATTER, Dimension.BYTES, "", "");
    }

    static GroupedTimeBars.Model times(int stages, boolean ghost, boolean greyed) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < stages; i++) {
            double tilt = 1 + 0.1 * i / Math.max(1, stages);
            Bar bar = Bar.of(String.valueOf(i), 0.105 * tilt, 0.031, 0.042 * tilt, 0.026).beside(0.097 * tilt);
            bars.add(ghost ? bar.against(0.12, 0.06, 0.042, 0.03) : bar);
        }
        return new GroupedTimeBars.Model("TTFT per stage", "one micro-batch", "stage", WORK, bars, List.of(),
                ghost ? "baseline B" : "", "at 400 TFLOP/s", FORMATTER, greyed ? "if it fitted" : "", "");
    }

    static Breakdown.Model ttft(double scale, boolean ghost, double limit, boolean greyed, boolean all) {
        double[] values = {.21, .052, .034, .011, .031, .018, .009, .006, .012, .037, .008};
        List<Breakdown.Row> rows = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            boolean shown = all || i == 0 || i == 1 || i == 4 || i == 9;
            rows.add(new Breakdown.Row(ALL_WORK.get(i), shown ? values[i] * scale : 0));
            total += shown ? values[i] * scale : 0;
        }
        List<Limit> limits = Double.isNaN(limit) ? List.of()
                : List.of(Limit.of("limit", limit, total, FORMATTER, Dimension.SECONDS));
        return new Breakdown.Model("TTFT", "input of 4 096 tokens", rows, "Total", total * 0.72, limits,
                ghost ? total * 1.21 : Double.NaN, ghost ? "B prod" : "", FORMATTER, Dimension.SECONDS,
                greyed ? "if it fitted" : "", "");
    }
}
