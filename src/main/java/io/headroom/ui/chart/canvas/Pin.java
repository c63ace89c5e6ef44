package io.headroom.ui.chart.canvas;

import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/**
 * The number of a note on a chart.
 *
 * @param number of the note in its list, from 1
 * @param key of the part it is about, or of all parts whose keys go on behind a slash: "stage 1"
 */
public record Pin(int number, String key) {

    private static final double SIZE_EM = 1.3;

    /** Paints {@code pins} right of what they are about; those of parts that the chart does not have are left out. */
    static void draw(Pen pen, Box area, List<Pin> pins, List<Spot> spots) {
        Map<String, Integer> taken = new HashMap<>();
        double size = Math.round(SIZE_EM * pen.em());
        for (Pin pin : pins) {
            List<Spot> parts = spots.stream().filter(spot -> pin.isOf(spot.key())).toList();
            if (!parts.isEmpty()) {
                double before = taken.merge(pin.key, 1, Integer::sum) - 1;
                Box place = place(parts, pin.key);
                double x = Math.min(place.right() + 2 + before * (size + 1), area.right() - size);
                double y = Math.clamp(place.centerY() - size / 2, area.y(), Math.max(area.y(), area.bottom() - size));
                pin.draw(pen, new Box(Math.round(x), Math.round(y), size, size));
            }
        }
    }

    /** "note 1 on KV cache, note 2 on total". */
    static String words(List<Pin> pins) {
        return pins.stream().map(pin -> "note " + pin.number + " on " + pin.key.replace('/', ' '))
                .collect(Collectors.joining(", "));
    }

    private boolean isOf(String spot) {
        return spot.equals(key) || spot.startsWith(key + "/");
    }

    /** The part itself, or the upper edge of all parts together. */
    private static Box place(List<Spot> parts, String key) {
        List<Box> boxes = new ArrayList<>();
        for (Spot part : parts) {
            if (part.key().equals(key)) {
                return part.box();
            }
            boxes.add(part.box());
        }
        // the second bar of a pair stands beside the first
        double left = boxes.getFirst().right();
        double top = boxes.stream().filter(b -> b.right() <= left).mapToDouble(Box::y).min().orElseThrow();
        return new Box(boxes.getFirst().x(), top, boxes.getFirst().width(), 0);
    }

    private void draw(Pen pen, Box box) {
        Color ground = pen.color(Ink.ACCENT);
        pen.gc().setFill(pen.color(Ink.SURFACE));
        pen.gc().fillOval(box.x() - 1.5, box.y() - 1.5, box.width() + 3, box.height() + 3);
        pen.gc().setFill(ground);
        pen.gc().fillOval(box.x(), box.y(), box.width(), box.height());
        pen.text(String.valueOf(number), box.centerX(), box.centerY() - pen.lineHeight(pen.smallStrong()) / 2,
                Pen.Align.CENTER, pen.smallStrong(), pen.palette().textOn(ground));
    }
}
