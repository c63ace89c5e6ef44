package io.headroom.ui.report;

import io.headroom.report.write.Picture;
import io.headroom.report.write.ReportContent;
import io.headroom.session.Doubt;
import io.headroom.session.Shown;
import io.headroom.session.UnderLoad;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Drawing;
import io.headroom.ui.curve.Curves;
import io.headroom.ui.panel.ChartGrid;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;

/** Paints the charts of the window for paper: light, at the size of half a page, with pixels for a printer. */
final class Printer {

    // a canvas has as many pixels as it is large: for twice as many of them everything is drawn twice as large
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;
    private static final String TYPE = "-fx-font-size: 26px;";

    private final Theme theme;

    Printer(Theme theme) {
        this.theme = theme;
    }

    /**
     * A chart as painted, still in memory.
     *
     * @param id its name
     * @param sentence its message
     * @param image the pixels
     */
    record Print(String id, String sentence, WritableImage image) {

        /** As an image file; takes a while, on any thread. */
        Picture picture() {
            try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out);
                return new Picture(id, sentence, out.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is to be painted for {@code report}; works out curves, on any thread. */
    static List<Drawing> drawings(ReportContent report) {
        ObservableValue<Palette> paper = new SimpleObjectProperty<>(Palette.light());
        Shown shown = new Shown(report.judgement(), report.baseline(), report.format(), UnderLoad.NONE, Doubt.NONE);
        List<Drawing> drawings = new ArrayList<>(ChartGrid.drawings(shown, paper));
        drawings.addAll(Curves.of(report.judgement(), report.baseline()).drawings(shown, paper));
        return drawings;
    }

    /** Paints one; on the FX thread. */
    Print print(Drawing drawing) {
        ChartCanvas chart = drawing.chart().get();
        StackPane page = new StackPane(chart);
        Scene scene = new Scene(page, WIDTH, HEIGHT);
        theme.apply(scene);
        // paper is neither zoomed nor shown to an audience
        page.setStyle(TYPE);
        page.applyCss();
        page.layout();
        return new Print(drawing.id(), chart.getAccessibleText(), scene.snapshot(null));
    }
}
