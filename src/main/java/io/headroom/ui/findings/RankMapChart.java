package io.headroom.ui.findings;

import io.headroom.explore.advice.Advice;
import io.headroom.explore.division.RankGroup;
import io.headroom.explore.division.RankMap;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Heading;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** Every GPU by stage and replica, how full it is, and the links that its groups cross. */
final class RankMapChart extends ChartCanvas {

    private static final double HEAD_EM = 3.7;
    private static final double LINE_EM = 1.32;
    private static final double ROW_EM = 1.7;
    private static final double THINNEST_ROW_EM = 1.1;
    private static final double MOST_EM = 34;

    /**
     * What the chart shows.
     *
     * @param share who holds what
     * @param format writes the numbers
     */
    record Model(Advice.Share share, Formatter format) {

        RankMap map() {
            return share.map();
        }

        /** How a group talks: "inside a node, 200 GB/s". */
        String link(RankGroup group) {
            if (Double.isNaN(group.bytesPerSecond())) {
                return group.reason();
            }
            return (group.isInside() ? "inside a node, " : "crosses nodes, ")
                    + format.text(group.bytesPerSecond(), Dimension.BYTES_PER_SECOND);
        }
    }

    private Model model;

    RankMapChart(ObservableValue<Palette> palette) {
        super(palette);
        setId("chart.ranks");
    }

    /** Shows {@code now} from the next pulse on. */
    void show(Model now) {
        if (!now.equals(model)) {
            model = now;
            requestLayout();
            redraw();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        if (model == null) {
            return 0;
        }
        RankMap map = model.map();
        double em = font().getSize();
        double rows = em * Math.min(MOST_EM, replicas(map) * (map.stages() * ROW_EM + LINE_EM));
        double thinnest = replicas(map) * (map.stages() * RankMapPainter.SMALLEST_ROW + LINE_EM * em);
        return Math.ceil(em * (HEAD_EM + (map.groups().size() + RankMapPainter.notes(map)) * LINE_EM)
                + Math.max(rows, thinnest));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** How many replicas are drawn: those that hold the same only once, where all would be too thin to tell apart. */
    static int replicas(RankMap map) {
        return map.replicas() * (map.stages() * THINNEST_ROW_EM + LINE_EM) > MOST_EM ? 1 : map.replicas();
    }

    @Override
    protected String sentence() {
        if (model == null) {
            return "";
        }
        RankMap map = model.map();
        List<String> said = new ArrayList<>();
        said.add("Rank map: " + subtitle());
        map.groups().forEach(g -> said.add(g.kind().label() + " " + g.size() + " " + model.link(g)));
        return String.join("; ", said) + ".";
    }

    private String subtitle() {
        RankMap map = model.map();
        return counted(map.size(), "GPU") + " in " + counted(map.nodes(), "node") + " of " + map.gpusPerNode() + ", "
                + counted(map.replicas(), "replica") + " of " + counted(map.stages(), "stage") + " of "
                + counted(map.stageGpus(), "GPU");
    }

    private String counted(long number, String what) {
        return model.format().text(number, Dimension.COUNT) + " " + what + (number == 1 ? "" : "s");
    }

    @Override
    protected List<Spot> draw(Pen pen, Box area) {
        if (model == null) {
            return List.of();
        }
        Box below = Heading.draw(pen, area, "Rank map", subtitle(), List.of(
                new Heading.Entry("memory filled", Ink.WEIGHTS, Heading.Mark.KIND),
                new Heading.Entry("end of a node", Ink.TEXT, Heading.Mark.TICK),
                new Heading.Entry("inside a node", Ink.MUTED, Heading.Mark.LEVEL),
                new Heading.Entry("crosses nodes", Ink.WARN, Heading.Mark.HOLLOW)));
        return new RankMapPainter(pen, model, below).draw();
    }
}
