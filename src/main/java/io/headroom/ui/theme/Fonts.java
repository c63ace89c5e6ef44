package io.headroom.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** The bundled typeface: Headroom Sans, which is Inter with tabular figures. */
public final class Fonts {

    /** The family name of the regular and bold faces. */
    public static final String FAMILY = "Headroom Sans";

    private static final String SEMI_BOLD = "Headroom Sans SemiBold";
    private static final double ANY_SIZE = 13;
    private static boolean loaded;

    private Fonts() {
    }

    /** Makes the typeface known to JavaFX; once is enough, more does no harm. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        for (String face : new String[] {"Regular", "SemiBold", "Bold"}) {
            try (InputStream in = ThemeFiles.open("fonts/HeadroomSans-" + face + ".otf")) {
                Font.loadFont(in, ANY_SIZE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        loaded = true;
    }

    /** The face for plain text in the family of {@code font}. */
    public static Font regular(Font font, double size) {
        return Font.font(font.getFamily(), size);
    }

    /** The face for titles and totals that goes with {@code font}. */
    public static Font semiBold(Font font, double size) {
        return font.getFamily().equals(FAMILY) ? new Font(SEMI_BOLD, size)
                : Font.font(font.getFamily(), FontWeight.SEMI_BOLD, size);
    }
}
