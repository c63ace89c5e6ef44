package io.headroom.ui.chart.canvas;

import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.paint.Color;

/**
 * The number of a note on a chart.
 *
 * @param number of the note in its list, from 1
 * @param key of the part it is about, or of all parts whose keys go on behind a slash: "stage 1"
 * @param text the note
 */
public record Pin(int number, String key, String text) {

    private static final double SIZE_EM = 1.3;
    private static final double GAP = 1;
    private static final int LONGEST = 120;
    private static final int MOST_WORDS = 6;

    /**
     * Paints {@code pins} right of what they are about, several of one part in a row, those of other parts above it where they
     * would cover it; none covers words. Those of parts that the chart does not have are left out. Where they are.
     */
    static List<Box> draw(Pen pen, Box area, List<Pin> pins, List<Spot> spots) {
        List<Box> words = List.copyOf(pen.written());
        Map<Pin, Box> taken = new LinkedHashMap<>();
        double size = Math.round(SIZE_EM * pen.em());
        for (Pin pin : pins) {
            List<Spot> parts = spots.stream().filter(spot -> pin.isOf(spot.key())).toList();
            if (!parts.isEmpty()) {
                Box place = place(parts, pin.key);
                double y = Math.clamp(place.centerY() - size / 2, area.y(), Math.max(area.y(), area.bottom() - size));
                taken.put(pin, pin.free(new Box(Math.round(Math.min(place.right() + 2, area.right() - size)),
                        Math.round(y), size, size), place, taken, words, area));
            }
        }
        inOrder(taken).forEach((pin, box) -> pin.draw(pen, box));
        return List.copyOf(taken.values());
    }

    /** The same places, those of one part counting from left to right. */
    private static Map<Pin, Box> inOrder(Map<Pin, Box> taken) {
        Map<Pin, Box> ordered = new LinkedHashMap<>();
        taken.keySet().stream().collect(Collectors.groupingBy(Pin::key, LinkedHashMap::new, Collectors.toList()))
                .values().forEach(row -> {
                    Iterator<Box> places = row.stream().map(taken::get).sorted(Comparator.comparingDouble(Box::x)).iterator();
                    row.forEach(pin -> ordered.put(pin, places.next()));
                });
        return ordered;
    }

    private Box free(Box wanted, Box part, Map<Pin, Box> taken, List<Box> words, Box area) {
        Box box = wanted;
        boolean isLeftwards = false;
        // every step leaves one of the others behind
        for (int step = 0; step < taken.size() + MOST_WORDS; step++) {
            Box now = box;
            Optional<Map.Entry<Pin, Box>> other = taken.entrySet().stream().filter(e -> e.getValue().overlaps(now)).findFirst();
            Optional<Box> text = words.stream().filter(now::overlaps).findFirst();
            if (other.isPresent()) {
                Box there = other.get().getValue();
                boolean isRow = other.get().getKey().key.equals(key) || there.y() - box.height() - GAP < area.y();
                box = isLeftwards ? leftOf(there, box) : isRow ? rightOf(there, box, area) : above(there, box);
            } else if (text.isPresent()) {
                // words behind the part have it between themselves and the pin; those over it do not
                isLeftwards |= text.get().x() >= part.right();
                box = text.get().x() >= part.right() ? leftOf(text.get(), box) : above(text.get(), box);
            } else {
                return box;
            }
        }
        return box;
    }

    private static Box leftOf(Box there, Box box) {
        return new Box(Math.floor(there.x() - box.width() - GAP), box.y(), box.width(), box.height());
    }

    private static Box rightOf(Box there, Box box, Box area) {
        return new Box(Math.min(there.right() + GAP, area.right() - box.width()), box.y(), box.width(), box.height());
    }

    private static Box above(Box there, Box box) {
        return new Box(box.x(), Math.floor(there.y() - box.height() - GAP), box.width(), box.height());
    }

    /** "note 1 on KV cache, note 2 on total". */
    static String words(List<Pin> pins) {
        return pins.stream().map(pin -> "note " + pin.number + " on " + pin.key.replace('/', ' '))
                .collect(Collectors.joining(", "));
    }

    /** The note as the part it lies on says it: its number and how it begins. */
    String line() {
        String words = text.strip().replaceAll("\\s+", " ");
        return number + "  " + (words.length() <= LONGEST ? words : words.substring(0, LONGEST).strip() + "…");
    }

    boolean isOf(String spot) {
        return spot.equals(key) || spot.startsWith(key + "/");
    }

    /** The part itself, or the upper edge of all parts together. */
    private static Box place(List<Spot> parts, String key) {
        List<Box> boxes = new ArrayList<>();
        for (Spot part : parts) {
            if (part.key().equals(key)) {
                return part.mark();
            }
            boxes.add(part.mark());
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
