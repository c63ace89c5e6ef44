package io.headroom.ui.panel;

import io.headroom.check.NoteAnchor;
import io.headroom.estimate.Metric;
import io.headroom.session.Shown;
import io.headroom.session.figures.Segments;
import io.headroom.ui.chart.Breakdown;
import io.headroom.ui.chart.canvas.Drawing;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/** Memory, stages, the parts of TTFT and the parts of TPOT, two by two. */
public final class ChartGrid extends GridPane implements View {

    private static final double HALF = 50;
    // the columns above have a legend of two lines
    private static final double[] HEIGHTS = {53, 47};

    private final MemoryPanel memory;
    private final StageTimePanel stages;
    private final TtftPanel ttft;
    private final TpotPanel tpot;

    public ChartGrid(ObservableValue<Palette> palette) {
        memory = new MemoryPanel(palette);
        stages = new StageTimePanel(palette);
        ttft = new TtftPanel(palette);
        tpot = new TpotPanel(palette);
        getStyleClass().add("chart-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(HALF);
            getColumnConstraints().add(column);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(HEIGHTS[i]);
            getRowConstraints().add(row);
        }
        add(memory.chart(), 0, 0);
        add(stages.chart(), 1, 0);
        add(ttft, 0, 1);
        add(tpot.chart(), 1, 1);
    }

    @Override
    public ViewName name() {
        return ViewName.PLAN;
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public void show(Shown shown) {
        memory.show(shown);
        stages.show(shown);
        ttft.show(shown);
        tpot.show(shown);
    }

    /** What a click or Enter on a part of a chart opens: its metric, and the key of the part. */
    public void setOnExplain(BiConsumer<Metric, String> open) {
        memory.chart().setOnPick(spot -> open.accept(Metric.MEMORY_TOTAL, spot.key()));
        ttft.chart().setOnPick(spot -> open.accept(ttft.metric(), spot.key()));
        tpot.chart().setOnPick(spot -> open.accept(Metric.TPOT_STEADY, spot.key()));
    }

    /** What wants a note on a part of a chart: told what the note is about, as notes say it. */
    public void setOnNote(Consumer<String> wanted) {
        memory.chart().setOnNote(spot -> wanted.accept(isOfStage(spot)
                ? NoteAnchor.key(Metric.MEMORY_TOTAL, spot.key()) : Segments.memoryPart(spot.key()).id()));
        stages.chart().setOnNote(spot -> wanted.accept(NoteAnchor.key(Metric.TTFT_ALONE, isOfStage(spot)
                ? spot.key() : spot.key().substring(spot.key().indexOf('/') + 1))));
        ttft.chart().setOnNote(spot -> wanted.accept(point(ttft.metric(), spot.key())));
        tpot.chart().setOnNote(spot -> wanted.accept(point(Metric.TPOT_STEADY, spot.key())));
    }

    // the bar of the only stage has no name
    private static boolean isOfStage(Spot spot) {
        return spot.key().startsWith("stage ");
    }

    private static String point(Metric metric, String part) {
        return NoteAnchor.key(metric, part.equals(Segments.TOTAL) ? "" : part);
    }

    /** The same charts one by one, for paper. */
    public static List<Drawing> drawings(Shown shown, ObservableValue<Palette> palette) {
        Metric ttft = TtftPanel.metricOf(shown);
        return List.of(new Drawing("memory", () -> {
            MemoryPanel panel = new MemoryPanel(palette);
            panel.show(shown);
            return panel.chart();
        }), new Drawing("ttft-per-stage", () -> {
            StageTimePanel panel = new StageTimePanel(palette);
            panel.show(shown);
            return panel.chart();
        }), new Drawing("ttft", () -> {
            Breakdown chart = new Breakdown(palette);
            chart.show(TtftPanel.model(ttft.label(), "by parts", ttft, shown));
            chart.pin(Pins.parts(shown, ttft));
            return chart;
        }), new Drawing("tpot", () -> {
            TpotPanel panel = new TpotPanel(palette);
            panel.show(shown);
            return panel.chart();
        }));
    }

    /** Gives the focus to chart {@code number}, from 1. */
    public void focus(int number) {
        Node chart = switch (number) {
            case 1 -> memory.chart();
            case 2 -> stages.chart();
            case 3 -> ttft.chart();
            default -> tpot.chart();
        };
        chart.requestFocus();
    }
}
