package io.headroom.cli.picture;

import io.headroom.cli.fit.FitWish;
import io.headroom.plan.Review;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.TypeConversionException;

/**
 * A picture of the window that somebody asked for.
 *
 * @param file where the review was read
 * @param review the plans
 * @param plan index of the plan to show
 * @param output PNG file to write
 * @param width pixels
 * @param height pixels
 * @param theme colours
 * @param view one of {@link Renderer#views()}, empty for the first
 * @param isPresentation whether to show what an audience sees
 * @param fit a fit to be made and shown, in the place of any view
 */
public record RenderRequest(Path file, Review review, int plan, Path output, int width, int height, Theme theme,
        Optional<String> view, boolean isPresentation, Optional<FitWish> fit) {

    /** Colours of the window. */
    public enum Theme {
        LIGHT, DARK;

        /** The theme written {@code text}. */
        public static Theme read(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "light" -> LIGHT;
                case "dark" -> DARK;
                default -> throw new TypeConversionException("'" + text + "' is no theme: write light or dark");
            };
        }
    }
}
