package io.headroom.ui.chart.canvas;

import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/**
 * What all charts share: a canvas that follows size, colours and font, is painted at most once a pulse, takes the focus
 * as one stop, says its message to readers aloud, and answers the mouse and the arrow keys part by part.
 *
 * <p>The canvas lies in an unmanaged region, so that a new model causes no layout beyond the chart. A chart that leaves the
 * window gives its canvas up: the toolkit keeps a picture of the largest size that a canvas ever had.
 */
public abstract class ChartCanvas extends Region {

    private static final double PREFERRED_WIDTH_EM = 30;
    private static final double PREFERRED_HEIGHT_EM = 25;
    private static final double PADDING_EM = 0.3;

    private final ObservableValue<Palette> palette;
    private final Surface surface = new Surface();
    private final SpotLayer spots;
    private final StyleableObjectProperty<Font> font =
            new SimpleStyleableObjectProperty<>(FONT, this, "font", Font.getDefault());
    // none outside of a window
    private Canvas canvas;
    private List<Spot> drawn = List.of();
    private List<Pin> pins = List.of();
    private List<Box> written = List.of();
    private List<Box> pinned = List.of();
    private boolean isFlush;

    protected ChartCanvas(ObservableValue<Palette> palette) {
        this.palette = palette;
        spots = new SpotLayer(this, palette);
        getStyleClass().add("chart-canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        surface.setManaged(false);
        getChildren().add(surface);
        sceneProperty().subscribe(scene -> {
            canvas = scene == null ? null : new Canvas();
            surface.hold(scene == null ? List.of() : List.of(canvas, spots));
            surface.requestLayout();
        });
        font.subscribe(this::redraw);
        palette.subscribe(this::redraw);
        focusVisibleProperty().subscribe(this::redraw);
    }

    /** Paints everything into {@code area} and says which parts of it answer to the mouse. */
    protected abstract List<Spot> draw(Pen pen, Box area);

    /** The chart's message in one sentence. */
    protected abstract String sentence();

    /** Marks the picture as old; it is painted anew with the next pulse. */
    protected final void redraw() {
        if (surface != null) {
            setAccessibleText(pins.isEmpty() ? sentence() : sentence() + "; " + Pin.words(pins));
            surface.requestLayout();
        }
    }

    /** The part under the mouse or chosen with the arrow keys. */
    public final ReadOnlyObjectProperty<Optional<Spot>> spotProperty() {
        return spots.currentProperty();
    }

    /** Told when a part is clicked, or Enter is pressed on it. */
    public final void setOnPick(Consumer<Spot> picked) {
        spots.setOnPick(picked);
    }

    /** Told when a note is wanted on a part: by the second button of the mouse, or by N on the part chosen. */
    public final void setOnNote(Consumer<Spot> wanted) {
        spots.setOnNote(wanted);
    }

    /** Lets words begin where the chart does, in line with those above and below it. */
    public final void setFlush() {
        isFlush = true;
    }

    /** Shows the numbers of notes from the next pulse on. */
    public final void pin(List<Pin> now) {
        if (!now.equals(pins)) {
            pins = List.copyOf(now);
            redraw();
        }
    }

    /** Whether a note lies on the part {@code key}. */
    protected final boolean isPinned(String key) {
        return pins.stream().anyMatch(pin -> pin.key().equals(key));
    }

    /** What {@code spot} says, and the notes on it. */
    final String words(Spot spot) {
        return Stream.concat(Stream.of(spot.text()), pins.stream().filter(pin -> pin.isOf(spot.key())).map(Pin::line))
                .collect(Collectors.joining("\n"));
    }

    /** Frames the parts of these keys, because somebody points at the same thing elsewhere. */
    public final void light(Set<String> keys) {
        spots.light(Set.copyOf(keys));
    }

    /** The parts that answer to the mouse, as painted last; for tests. */
    public final List<Spot> spots() {
        return drawn;
    }

    /** Where words are, as painted last, without numbers of notes; for tests. */
    public final List<Box> written() {
        return written;
    }

    /** Where the numbers of notes are, as painted last; for tests. */
    public final List<Box> pinned() {
        return pinned;
    }

    /** The font that text sizes derive from; styled by -fx-font, inherited. */
    protected final Font font() {
        return font.get();
    }

    @Override
    protected void layoutChildren() {
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREFERRED_WIDTH_EM * font.get().getSize();
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREFERRED_HEIGHT_EM * font.get().getSize();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /** Paints now; called once a pulse at most. */
    private void paint() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas == null) {
            return;
        }
        canvas.setWidth(width);
        canvas.setHeight(height);
        var gc = canvas.getGraphicsContext2D();
        if (width < 1 || height < 1) {
            drawn = List.of();
            return;
        }
        Pen pen = new Pen(gc, palette.getValue(), font.get());
        pen.fill(new Box(0, 0, width, height), pen.color(Ink.SURFACE));
        double padding = Math.round(PADDING_EM * pen.em());
        Box area = Box.between(isFlush ? 0 : padding, padding, width - (isFlush ? 0 : padding), height - padding);
        drawn = List.copyOf(draw(pen, area));
        written = List.copyOf(pen.written());
        pinned = Pin.draw(pen, area, pins, drawn);
        spots.show(drawn, width, height);
    }

    /** Holds the canvases; being unmanaged, its layout requests end here. */
    private final class Surface extends Region {
        void hold(List<Node> layers) {
            getChildren().setAll(layers);
        }

        @Override
        protected void layoutChildren() {
            paint();
        }
    }

    private static final CssMetaData<ChartCanvas, Font> FONT =
            new FontCssMetaData<>("-fx-font", Font.getDefault()) {
                @Override
                public boolean isSettable(ChartCanvas chart) {
                    return !chart.font.isBound();
                }

                @Override
                public StyleableProperty<Font> getStyleableProperty(ChartCanvas chart) {
                    return chart.font;
                }
            };

    private static final List<CssMetaData<? extends Styleable, ?>> STYLEABLES = withFont();

    private static List<CssMetaData<? extends Styleable, ?>> withFont() {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        all.add(FONT);
        return List.copyOf(all);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLEABLES;
    }
}
