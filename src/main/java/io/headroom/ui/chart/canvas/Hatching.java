package io.headroom.ui.chart.canvas;

import io.headroom.ui.theme.Hatch;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.stage.Screen;

/**
 * Fills boxes with patterns.
 *
 * <p>Patterns are small tiles, painted once and kept: stroking their lines anew for every frame costs more than all the
 * rest of a chart. They are anchored to the canvas and not to the box, so that none crawls while a bar grows.
 */
public final class Hatching {

    private static final int STEP = 6;
    private static final int DENSE_STEP = 4;
    private static final int WIDE_STEP = 11;
    private static final int DOT_STEP = 5;
    private static final int OVERFLOW_STEP = 7;
    private static final double SMALLEST = 5;
    private static final int SAMPLES = 4;

    private static final int REMEMBERED = 200;

    // colours and sizes of text come and go
    private static final Map<Tile, ImagePattern> TILES = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, ImagePattern> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What a tile looks like; {@code scale} is that of the text, {@code density} the pixels of the screen in one. */
    private record Tile(Hatch hatch, Color color, int step, double thickness, double scale, double density) {
    }

    private Hatching() {
    }

    /** Fills {@code box} with {@code hatch}. */
    public static void draw(GraphicsContext gc, Box box, Hatch hatch, Color color, double scale) {
        if (hatch != Hatch.NONE && box.width() >= SMALLEST && box.height() >= 2) {
            fill(gc, box, new Tile(hatch, color, step(hatch), hatch == Hatch.DOTS ? 1.5 : 1, scale, density()));
        }
    }

    /** Fills {@code box} with the strong pattern of what lies past a limit. */
    public static void overflow(GraphicsContext gc, Box box, Color color, double scale) {
        if (!box.isEmpty()) {
            fill(gc, box, new Tile(Hatch.RISING, color, OVERFLOW_STEP, 2, scale, density()));
        }
    }

    private static void fill(GraphicsContext gc, Box box, Tile tile) {
        gc.setFill(TILES.computeIfAbsent(tile, Hatching::paint));
        gc.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    private static double density() {
        return Math.max(1, Math.ceil(Screen.getPrimary().getOutputScaleX()));
    }

    private static int step(Hatch hatch) {
        return switch (hatch) {
            case NONE, RISING, FALLING, CROSSED, GRID -> STEP;
            case HORIZONTAL, VERTICAL, DENSE_RISING -> DENSE_STEP;
            case DENSE_DOTS -> DENSE_STEP - 1;
            case DOTS -> DOT_STEP;
            case WIDE_FALLING -> WIDE_STEP;
        };
    }

    private static ImagePattern paint(Tile tile) {
        // whole pixels, so that neighbouring tiles meet; dots are set off in every second row
        int rows = tile.hatch == Hatch.DOTS || tile.hatch == Hatch.DENSE_DOTS ? 2 : 1;
        int step = (int) Math.max(2, Math.round(tile.step * tile.scale));
        int width = (int) (step * tile.density);
        int height = width * rows;
        WritableImage image = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double covered = coverage(tile, x, y, step);
                image.getPixelWriter().setColor(x, y, tile.color.deriveColor(0, 1, 1, covered));
            }
        }
        return new ImagePattern(image, 0, 0, step, (double) step * rows, false);
    }

    /** Share of a pixel of the tile that the pattern covers. */
    private static double coverage(Tile tile, int x, int y, int step) {
        int hits = 0;
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < SAMPLES; j++) {
                hits += isInked(tile.hatch, (x + (i + 0.5) / SAMPLES) / tile.density,
                        (y + (j + 0.5) / SAMPLES) / tile.density, step, tile.thickness * tile.scale) ? 1 : 0;
            }
        }
        return (double) hits / (SAMPLES * SAMPLES);
    }

    private static boolean isInked(Hatch hatch, double x, double y, double step, double thickness) {
        // the thickness of a slanted line, measured along an axis
        double slanted = thickness * Math.sqrt(2);
        return switch (hatch) {
            case NONE -> false;
            case RISING, DENSE_RISING -> (x + y) % step < slanted;
            case FALLING, WIDE_FALLING -> (x - y + step) % step < slanted;
            case CROSSED -> (x + y) % step < slanted || (x - y + step) % step < slanted;
            case HORIZONTAL -> y % step < thickness;
            case VERTICAL -> x % step < thickness;
            case GRID -> x % step < thickness || y % step < thickness;
            case DOTS, DENSE_DOTS -> {
                double shift = y < step ? 0 : step / 2;
                yield (x + shift) % step < thickness && y % step < thickness;
            }
        };
    }
}
