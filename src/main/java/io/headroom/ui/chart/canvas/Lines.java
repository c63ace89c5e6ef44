package io.headroom.ui.chart.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;

/** Breaks text into lines at spaces. */
public final class Lines {

    private Lines() {
    }

    /** {@code text} in lines no wider than {@code width}, unless a word is. */
    public static List<String> wrapped(Font font, String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && TextMeasure.width(font, longer) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(TextMeasure.elided(font, line.toString(), width));
        return lines;
    }
}
