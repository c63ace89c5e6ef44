package io.headroom.ui.chart.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.ui.theme.Fonts;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TextMeasureTest {

    @BeforeAll
    static void loadFonts() {
        Fonts.load();
    }

    /** The expected width is that of a text laid out by JavaFX. */
    @Test
    void knowsNumbersByTheirShape() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Font font = Font.font(Fonts.FAMILY, 13);
            for (Font face : List.of(font, Fonts.semiBold(font, 12))) {
                for (String number : new String[] {"38.7 GB", "11.1 GB", "2\u2009768 tok/s", "$2.70/h", "−7.41 ms"}) {
                    Text text = new Text(number);
                    text.setFont(face);
                    assertThat(TextMeasure.width(face, number)).as(number)
                            .isCloseTo(text.getLayoutBounds().getWidth(), within(0.75));
                }
            }
        });
    }

    @Test
    void cutsNamesToWhatFits() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Font font = Font.font(Fonts.FAMILY, 13);
            assertThat(TextMeasure.elided(font, "Weights", 200)).isEqualTo("Weights");
            for (double width = 0; width < 120; width += 7) {
                String cut = TextMeasure.elided(font, "A very long name 😀😀😀 of a model", width);
                assertThat(TextMeasure.width(font, cut)).isLessThanOrEqualTo(width);
                assertThat(cut.isEmpty() || cut.endsWith("…")).isTrue();
                assertThat(Character.isHighSurrogate(cut.isEmpty() ? 'x' : cut.charAt(Math.max(0, cut.length() - 2))))
                        .isFalse();
            }
        });
    }
}
