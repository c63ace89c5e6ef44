package io.headroom.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contrast limits: WCAG 2.1, success criteria 1.4.3 (text, 4.5 : 1) and 1.4.11 (graphics, 3 : 1). */
class PaletteTest {

    private static final Set<Ink> MEMORY = EnumSet.range(Ink.WEIGHTS, Ink.RESERVE);
    private static final Set<Ink> TIME = EnumSet.range(Ink.GEMM, Ink.QUEUE);

    static Stream<Palette> palettes() {
        return Stream.of(Palette.light(), Palette.dark());
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textIsLegibleOnEveryGround(Palette palette) {
        for (Ink text : EnumSet.of(Ink.TEXT, Ink.MUTED, Ink.ACCENT, Ink.OK, Ink.WARN, Ink.OVER)) {
            for (Ink ground : EnumSet.of(Ink.SURFACE, Ink.SUBTLE)) {
                assertThat(contrast(palette.color(text), palette.color(ground))).as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void graphicsStandOutFromTheSurface(Palette palette) {
        Set<Ink> graphics = EnumSet.of(Ink.FOCUS, Ink.BASELINE, Ink.OVER, Ink.OK, Ink.WARN);
        graphics.addAll(MEMORY);
        graphics.addAll(TIME);
        for (Ink ink : graphics) {
            assertThat(contrast(palette.color(ink), palette.color(Ink.SURFACE))).as(ink.token())
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void labelsInsideSegmentsAreLegible(Palette palette) {
        Set<Ink> series = EnumSet.copyOf(MEMORY);
        series.addAll(TIME);
        for (Ink ink : series) {
            Color segment = palette.color(ink);
            assertThat(contrast(palette.textOn(segment), segment)).as(ink.token()).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void noTwoKindsOfOneChartShareAColourOrAPattern() {
        for (Set<Ink> chart : Set.of(MEMORY, TIME)) {
            assertThat(chart.stream().map(Ink::hatch)).doesNotHaveDuplicates();
            palettes().forEach(palette -> assertThat(chart.stream().map(palette::color)).doesNotHaveDuplicates());
        }
    }

    @Test
    void memoryHasTheColoursOfOkabeAndIto() {
        palettes().forEach(palette -> assertThat(MEMORY.stream().map(palette::color)).containsExactly(
                Color.web("#0072B2"), Color.web("#D55E00"), Color.web("#009E73"), Color.web("#CC79A7")));
    }

    @Test
    void fadesTowardsTheSurface() {
        assertThat(Palette.dark().faded(Ink.KV, 0)).isEqualTo(Palette.dark().color(Ink.SURFACE));
        assertThat(Palette.dark().faded(Ink.KV, 1)).isEqualTo(Palette.dark().color(Ink.KV));
    }

    @Test
    void refusesAThemeWithAGap() {
        assertThatThrownBy(() -> Palette.parse(".root { -hr-surface: #ffffff; }", false))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("-hr-subtle");
    }

    @Test
    void reckonsContrastLikeTheStandard() {
        assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
        // https://webaim.org/resources/contrastchecker/: #777777 on white is 4.48
        assertThat(Palette.contrast(Color.web("#777777"), Color.WHITE)).isCloseTo(4.48, within(0.005));
    }

    private static double contrast(Color a, Color b) {
        double brighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double[] channels = {color.getRed(), color.getGreen(), color.getBlue()};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double linear = channels[i] <= 0.04045 ? channels[i] / 12.92 : Math.pow((channels[i] + 0.055) / 1.055, 2.4);
            sum += weights[i] * linear;
        }
        return sum;
    }
}
