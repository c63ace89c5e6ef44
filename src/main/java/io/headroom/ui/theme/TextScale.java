package io.headroom.ui.theme;

import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;

/** Tells how much larger than usual text is where this stands: what no style sheet measures in em, such as columns, follows it. */
public final class TextScale extends Label {

    private static final double USUAL_PIXELS = 13;

    /** @param onScale told the scale now and whenever it changes; 1 = usual */
    public TextScale(DoubleConsumer onScale) {
        setVisible(false);
        setManaged(false);
        fontProperty().subscribe(font -> onScale.accept(font.getSize() / USUAL_PIXELS));
    }
}
