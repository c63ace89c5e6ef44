package io.headroom.ui.findings;

import io.headroom.explore.advice.Advice;
import io.headroom.explore.division.Evenness;
import io.headroom.explore.division.ModuleDivision;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Who holds what: the map of ranks, what a GPU holds of a layer, and how even it is over the stages. */
final class DivisionPane extends VBox {

    /** Imbalance: by how much the fullest stage exceeds the mean. */
    private static final String[] HEADS = {"", "least", "most", "mean", "variance", "imbalance"};

    private final RankMapChart map;
    private final Label holds = Words.wrapped();
    private final GridPane table = new GridPane();
    private final Label empty = Words.wrapped("hr-muted");

    DivisionPane(ObservableValue<Palette> palette) {
        map = new RankMapChart(palette);
        map.setFlush();
        table.getStyleClass().add("division-table");
        table.setId("findings.division");
        empty.setText("There is nothing to divide: this plan has no numbers until its errors are mended.");
        getChildren().addAll(empty, map, Words.section("Per GPU and layer"), holds, Words.section("Over the stages"),
                table);
    }

    void show(Advice advice, Formatter format) {
        getChildren().forEach(node -> Nodes.visible(node, advice.share().isPresent() == (node != empty)));
        advice.share().ifPresent(share -> {
            map.show(new RankMapChart.Model(share, format));
            holds.setText(holds(share.division(), format));
            fill(share.division(), format);
        });
    }

    private static String holds(ModuleDivision d, Formatter format) {
        StringBuilder text = new StringBuilder(counted(d.headsPerGpu(), "query head", format));
        if (d.kvHeadsPerGpu() > 0) {
            text.append(", ").append(counted(d.kvHeadsPerGpu(), "KV head", format));
        }
        if (d.kvCopies() > 1) {
            text.append(d.kvHeadsPerGpu() > 0 ? " (each is kept " : ", the latent cache (kept ")
                    .append(count(d.kvCopies(), format)).append(" times)");
        }
        if (d.expertsPerGpu() > 0) {
            text.append(", ").append(counted(d.expertsPerGpu(), "routed expert", format));
        }
        if (d.expertParts() > 1) {
            text.append(" (one part of ").append(count(d.expertParts(), format)).append(" of each)");
        }
        return text.append('.').toString();
    }

    private void fill(ModuleDivision d, Formatter format) {
        table.getChildren().clear();
        for (int column = 0; column < HEADS.length; column++) {
            cell(HEADS[column], column, 0, "hr-muted");
        }
        row(1, "Layers per stage", d.layers(), Dimension.COUNT, format);
        if (d.expertsPerGpu() > 0) {
            row(2, "Expert modules per GPU", d.expertModules(), Dimension.COUNT, format);
        }
        row(3, "Memory per GPU", d.bytes(), Dimension.BYTES, format);
    }

    private void row(int row, String name, Evenness even, Dimension dimension, Formatter format) {
        cell(name, 0, row, "hr-plain");
        cell(format.text(even.least(), dimension), 1, row, "hr-plain");
        cell(format.text(even.most(), dimension), 2, row, "hr-plain");
        cell(format.text(even.mean(), dimension), 3, row, "hr-plain");
        // the variance of bytes would be in bytes squared, which nobody reads
        cell(dimension == Dimension.COUNT ? format.text(even.variance(), dimension) : Formatter.NONE, 4, row, "hr-plain");
        cell(format.share(even.imbalance()), 5, row, "hr-plain");
    }

    private void cell(String text, int column, int row, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().addAll("hr-small", styleClass);
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
        table.add(label, column, row);
    }

    private static String counted(double number, String what, Formatter format) {
        return count(number, format) + " " + what + (number == 1 ? "" : "s");
    }

    private static String count(double number, Formatter format) {
        return format.text(number, Dimension.COUNT);
    }
}
