package io.headroom.ui.view;

import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;

/**
 * Lies over what is about an earlier plan and fades it. To give the node below less opacity would look the same, but then
 * the toolkit first paints it into pictures of its own, one for every size, and keeps them.
 */
public final class Veil extends Region {

    private static final double STRENGTH = 0.45;

    /** A veil that is drawn back; its ground is the surface of {@code palette}. */
    public Veil(ObservableValue<Palette> palette) {
        setMouseTransparent(true);
        palette.subscribe(now -> setBackground(
                Background.fill(now.color(Ink.SURFACE).deriveColor(0, 1, 1, STRENGTH))));
        cover(false);
    }

    /** Covers what is below, or not. */
    public void cover(boolean isStale) {
        setVisible(isStale);
    }
}
