package io.headroom.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ThemeTest {

    private Theme theme;
    private Label label;
    private Button button;
    private Scene scene;

    @Start
    void start(Stage stage) {
        theme = new Theme(Look.LIGHT);
        label = new Label("38.7 GB");
        button = new Button("Save");
        VBox root = new VBox(label, button, new TextField("4096"), new ComboBox<>(), new Slider(), new RangeSlider());
        scene = new Scene(root, 300, 300);
        theme.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    // a theme listens to the system, which lives as long as the program: it must not be held by it, and windows with it
    @Test
    void aThemeThatNobodyUsesAnyMoreIsLetGo() throws InterruptedException {
        List<WeakReference<Theme>> unused = new ArrayList<>();
        onFx(() -> unused.add(new WeakReference<>(new Theme(Look.SYSTEM))));
        for (int i = 0; i < 50 && unused.getFirst().get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(unused.getFirst().get()).isNull();
    }

    @Test
    void everythingFollowsALookAndItsListenersHear() {
        List<Palette> heard = new ArrayList<>();
        onFx(() -> theme.paletteProperty().subscribe(now -> {
            heard.add(now);
        }));
        assertThat(label.getTextFill()).isEqualTo(Palette.light().color(Ink.TEXT));
        onFx(() -> theme.lookProperty().set(Look.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(label.getTextFill()).isEqualTo(Palette.dark().color(Ink.TEXT));
        assertThat(scene.getFill()).isEqualTo(Palette.dark().color(Ink.SURFACE));
        assertThat(heard).containsExactly(Palette.light(), Palette.dark());
        onFx(() -> theme.lookProperty().set(Look.LIGHT));
    }

    @Test
    void textGrowsForProjectorsAndWithZoom() {
        assertThat(label.getFont().getSize()).isEqualTo(13);
        assertThat(label.getFont().getFamily()).isEqualTo("Headroom Sans");
        onFx(() -> theme.presentationProperty().set(true));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(label.getFont().getSize()).isEqualTo(18);
        onFx(() -> theme.zoomProperty().set(1.5));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(label.getFont().getSize()).isEqualTo(27);
    }

    @Test
    void buttonsAreLargeEnoughToHit() {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(button.getHeight()).isBetween(24.0, 30.0);
    }

    @Test
    void everyFaceHasFiguresOfOneWidth() {
        Font regular = Font.font(Fonts.FAMILY, 100);
        for (Font font : List.of(regular, Fonts.semiBold(regular, 100), new Font("Headroom Sans Bold", 100))) {
            assertThat(font.getFamily()).startsWith("Headroom Sans");
            double one = width("1111", font);
            assertThat(width("0000", font)).isCloseTo(one, within(0.01));
            assertThat(width("7489", font)).isCloseTo(one, within(0.01));
        }
        assertThat(Fonts.semiBold(regular, 100).getName()).isEqualTo("Headroom Sans SemiBold");
    }

    @Test
    void colouredTextIsColoured() {
        onFx(() -> label.getStyleClass().add("hr-over"));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat((Color) label.getTextFill()).isEqualTo(Palette.light().color(Ink.OVER));
    }

    private static double width(String digits, Font font) {
        Text text = new Text(digits);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private static void onFx(Runnable action) {
        WaitForAsyncUtils.asyncFx(action);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
