package io.headroom.ui.theme;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of one theme as JavaFX colours, for what is drawn and not styled. */
public final class Palette {

    private static final Pattern DECLARATION = Pattern.compile("(-hr-[a-z-]+)\\s*:\\s*(#[0-9a-fA-F]{6})\\s*;");
    private static final Color LIGHT_INK = Color.WHITE;
    private static final Color DARK_INK = Color.web("#101418");

    private static final class Shared {
        static final Palette LIGHT = parse(ThemeFiles.text("theme/tokens-light.css"), false);
        static final Palette DARK = parse(ThemeFiles.text("theme/tokens-dark.css"), true);
    }

    private final Map<Ink, Color> colors;
    private final boolean dark;

    private Palette(Map<Ink, Color> colors, boolean dark) {
        this.colors = colors;
        this.dark = dark;
    }

    /** The light theme's colours. */
    public static Palette light() {
        return Shared.LIGHT;
    }

    /** The dark theme's colours. */
    public static Palette dark() {
        return Shared.DARK;
    }

    static Palette parse(String css, boolean dark) {
        Map<String, Color> byToken = new HashMap<>();
        Matcher matcher = DECLARATION.matcher(css);
        while (matcher.find()) {
            byToken.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        Map<Ink, Color> colors = new EnumMap<>(Ink.class);
        for (Ink ink : Ink.values()) {
            Color color = byToken.get(ink.token());
            if (color == null) {
                throw new IllegalStateException("The theme lacks " + ink.token());
            }
            colors.put(ink, color);
        }
        return new Palette(colors, dark);
    }

    /** The colour for {@code ink}. */
    public Color color(Ink ink) {
        return colors.get(ink);
    }

    /** The colour for {@code ink}, faded towards the surface: {@code strength} 1 is the colour, 0 the surface. */
    public Color faded(Ink ink, double strength) {
        return color(Ink.SURFACE).interpolate(color(ink), strength);
    }

    /** White or near black, whichever is easier to read on {@code background}. */
    public Color textOn(Color background) {
        double onDark = contrast(background, LIGHT_INK);
        return onDark >= contrast(background, DARK_INK) ? LIGHT_INK : DARK_INK;
    }

    /** Whether this is the dark theme. */
    public boolean isDark() {
        return dark;
    }

    /** Contrast ratio by WCAG 2.1, 1 to 21. */
    static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
