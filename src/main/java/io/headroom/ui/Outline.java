package io.headroom.ui;

import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * What a window shows in its first frame, before its parts are made: its grounds and the lines between them, where the
 * {@link MainWindow} will have them, and nothing that could turn out to be wrong. Needs no style sheet and no font.
 */
public final class Outline extends Pane {

    // of the window with text of 13 px
    private static final double MENU = 32;
    private static final double TABS = 70;
    private static final double VERDICT = 150;
    private static final double INPUTS = 300;
    private static final double STATUS = 30;

    private final double zoom;
    private final Rectangle menu;
    private final Rectangle tabs;
    private final Rectangle inputs;
    private final Rectangle status;
    private final Rectangle underMenu;
    private final Rectangle underTabs;
    private final Rectangle underVerdict;
    private final Rectangle besideInputs;
    private final Rectangle overStatus;

    /**
     * @param palette its colours
     * @param zoom size of text, 1 = normal
     */
    public Outline(Palette palette, double zoom) {
        this.zoom = zoom;
        menu = box(palette.color(Ink.SUBTLE));
        tabs = box(palette.color(Ink.SURFACE));
        inputs = box(palette.color(Ink.SUBTLE));
        status = box(palette.color(Ink.SUBTLE));
        Color line = palette.color(Ink.LINE);
        underMenu = box(line);
        underTabs = box(line);
        underVerdict = box(line);
        besideInputs = box(line);
        overStatus = box(line);
    }

    private Rectangle box(Color color) {
        Rectangle box = new Rectangle();
        box.setFill(color);
        getChildren().add(box);
        return box;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double bottom = getHeight() - STATUS * zoom;
        double top = VERDICT * zoom;
        place(menu, 0, 0, width, MENU * zoom);
        place(tabs, 0, MENU * zoom, width, (TABS - MENU) * zoom);
        place(inputs, 0, top, INPUTS * zoom, bottom - top);
        place(status, 0, bottom, width, STATUS * zoom);
        place(underMenu, 0, MENU * zoom - 1, width, 1);
        place(underTabs, 0, TABS * zoom - 1, width, 1);
        place(underVerdict, 0, top - 1, width, 1);
        place(besideInputs, INPUTS * zoom, top, 1, bottom - top);
        place(overStatus, 0, bottom, width, 1);
    }

    private static void place(Rectangle box, double x, double y, double width, double height) {
        box.setX(Math.round(x));
        box.setY(Math.round(y));
        box.setWidth(Math.max(0, Math.round(width)));
        box.setHeight(Math.max(0, Math.round(height)));
    }
}
