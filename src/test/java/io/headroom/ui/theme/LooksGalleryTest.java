package io.headroom.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Paints text styles, tiles and controls, for people to look at: {@code target/gallery/looks-*.png}. */
@ExtendWith(ApplicationExtension.class)
class LooksGalleryTest {

    private Theme theme;
    private Scene scene;
    private Node tile;

    @Start
    void start(Stage stage) {
        theme = new Theme(Look.LIGHT);
        scene = new Scene(page(), 800, 520);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setWidth(800);
        stage.setHeight(520);
        stage.show();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,false", "DARK,false", "LIGHT,true"})
    void paintsControls(Look look, boolean presentation) throws IOException {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            theme.lookProperty().set(look);
            theme.presentationProperty().set(presentation);
        });
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null));
        File file = new File("target/gallery/looks-" + look.name().toLowerCase(Locale.ROOT)
                + (presentation ? "-projector" : "") + ".png");
        file.getParentFile().mkdirs();
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file);
        assertThat(tile.getBoundsInParent().getHeight()).isBetween(presentation ? 90.0 : 60.0, 130.0);
    }

    private VBox page() {
        HBox tiles = new HBox(tile("Verdict", "✓ Fits", "", "4 of 4 limits", "hr-ok"),
                tile("Memory per GPU", "71.2", "GiB", "✓ 46 % free · +3.10 GiB vs B", "hr-ok"),
                tile("TTFT", "412", "ms", "! 6.5 % free · −88.0 ms vs B", "hr-warn"),
                tile("TPOT", "23.1", "ms", "✗ over by 3.10 ms · = B", "hr-over"));
        tiles.getStyleClass().add("hr-divided-bottom");
        tile = tiles.getChildren().get(1);
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().add("H200 SXM 141 GB");
        combo.getSelectionModel().selectFirst();
        ToolBar tools = new ToolBar(new Button("Undo"), new Button("Redo"), combo, new ToggleButton("Present"),
                new SegmentedButton(new ToggleButton("GB"), new ToggleButton("GiB")), new CheckBox("Keep GPU count"));
        Slider slider = new Slider(0, 6, 3);
        slider.setShowTickMarks(true);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        TextField number = new TextField("4 096");
        number.getStyleClass().add("hr-number");
        number.setPrefColumnCount(6);
        Label section = new Label("WORKLOAD");
        section.getStyleClass().add("hr-section");
        VBox rail = new VBox(6, section, new HBox(8, new Label("Input length"), number), slider, new RangeSlider(),
                new ToggleSwitch("Chunked prefill"), on());
        rail.getStyleClass().addAll("hr-rail", "hr-divided-right");
        TabPane tabs = new TabPane(new Tab("Sensitivity", new Label("One notch down and up")), new Tab("Map"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Label status = new Label("Analytic estimate, not a measurement · GB · 0.4 ms");
        HBox bar = new HBox(status);
        bar.getStyleClass().add("hr-status");
        return new VBox(new MenuBar(new Menu("File"), new Menu("Edit"), new Menu("Plan")), tools, tiles,
                new HBox(rail, tabs), bar);
    }

    private static ToggleSwitch on() {
        ToggleSwitch on = new ToggleSwitch("Overlap");
        on.setSelected(true);
        return on;
    }

    private static VBox tile(String name, String value, String unit, String note, String style) {
        Label title = new Label(name);
        title.getStyleClass().add("hr-tile-name");
        Label number = new Label(value);
        number.getStyleClass().add("hr-tile-value");
        Label behind = new Label(unit);
        behind.getStyleClass().add("hr-tile-unit");
        Label words = new Label(note);
        words.getStyleClass().addAll("hr-tile-note", style);
        HBox line = new HBox(4, number, behind);
        line.setStyle("-fx-alignment: baseline-left");
        VBox tile = new VBox(title, line, words);
        tile.getStyleClass().add("hr-tile");
        return tile;
    }
}
