package io.headroom.ui.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Widths and heights of text, remembered, because measuring costs more than drawing. FX thread only. */
final class TextMeasure {

    private static final String ELLIPSIS = "…";
    private static final int REMEMBERED = 4000;

    private record Key(Font font, String text) {
    }

    private record Size(double width, double height, double ascent) {
    }

    private static final Map<Key, Size> KNOWN = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Size> eldest) {
            return size() > REMEMBERED;
        }
    };

    private static final Text PROBE = new Text();

    private TextMeasure() {
    }

    static double width(Font font, String text) {
        return text.isEmpty() ? 0 : size(font, text).width;
    }

    static double lineHeight(Font font) {
        return size(font, "Hg").height;
    }

    static double ascent(Font font) {
        return size(font, "Hg").ascent;
    }

    /** {@code text}, or as much of its beginning as fits with an ellipsis; empty if not even that fits. */
    static String elided(Font font, String text, double width) {
        if (width(font, text) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(font, shortened(text, middle)) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : shortened(text, low);
    }

    private static String shortened(String text, int length) {
        boolean splitsPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        int end = splitsPair ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    private static Size size(Font font, String text) {
        return KNOWN.computeIfAbsent(new Key(font, text), key -> {
            PROBE.setFont(font);
            PROBE.setText(text);
            var bounds = PROBE.getLayoutBounds();
            return new Size(bounds.getWidth(), bounds.getHeight(), PROBE.getBaselineOffset());
        });
    }
}
