package io.headroom.ui.findings;

import io.headroom.explore.division.ModuleDivision;
import io.headroom.explore.division.Rank;
import io.headroom.explore.division.RankGroup;
import io.headroom.explore.division.RankGroup.Kind;
import io.headroom.explore.division.RankMap;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.ui.chart.canvas.Box;
import io.headroom.ui.chart.canvas.Lines;
import io.headroom.ui.chart.canvas.Pen;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.chart.canvas.TextMeasure;
import io.headroom.ui.findings.RankMapChart.Model;
import io.headroom.ui.theme.Hatch;
import io.headroom.ui.theme.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.text.Font;

/** Paints one rank map: brackets of the groups above, a row a stage, a block a replica, and in words what is left. */
final class RankMapPainter {

    private static final double SMALLEST_CELL = 6;
    /** Pixels. */
    static final double SMALLEST_ROW = 5;
    private static final double SMALLEST_FRAMED = 6;
    private static final double LARGEST_ROW_EM = 1.7;

    private final Pen pen;
    private final RankMap map;
    private final Formatter format;
    private final Model model;
    private final Font font;
    private final double line;
    private final Box area;
    private final Box cells;
    private final int gpusPerCell;
    private final int replicas;
    private final double rowHeight;
    private final List<Spot> spots = new ArrayList<>();
    private double y;

    RankMapPainter(Pen pen, Model model, Box area) {
        this.pen = pen;
        this.model = model;
        this.map = model.map();
        this.format = model.format();
        this.area = area;
        this.font = pen.small();
        this.line = Math.ceil(pen.lineHeight(font)) + 2;
        double left = widest(List.of("replica", "stage " + map.stages(), "TP 64")) + pen.em() * 1.6;
        double right = Math.min(area.width() * 0.45, widest(rightTexts()) + pen.em() * 0.8);
        this.cells = Box.between(Math.round(area.x() + left), area.y(), Math.round(area.right() - right), area.bottom());
        this.gpusPerCell = gpusPerCell();
        double brackets = line * map.groups().size();
        this.replicas = RankMapChart.replicas(map);
        double height = (area.height() - brackets - line * notes(map)) / replicas - line;
        this.rowHeight = Math.max(SMALLEST_ROW, Math.min(Math.floor(height / map.stages()),
                Math.round(pen.em() * LARGEST_ROW_EM)));
        this.y = area.y();
    }

    private List<String> rightTexts() {
        List<String> texts = new ArrayList<>();
        map.groups().stream().filter(RankMapPainter::isBracket).forEach(g -> texts.add(model.link(g)));
        for (ModuleDivision.Stage stage : model.share().division().stages()) {
            texts.add(stageText(stage, map.replicas() - 1));
        }
        return texts;
    }

    private double widest(List<String> texts) {
        ToDoubleFunction<String> width = text -> pen.width(font, text);
        return texts.stream().mapToDouble(width).max().orElse(0);
    }

    /** Doubled until a cell is wide enough to be seen. */
    private int gpusPerCell() {
        int count = 1;
        while (cells.width() * count / map.stageGpus() < SMALLEST_CELL && count < map.stageGpus()) {
            count *= 2;
        }
        return count;
    }

    List<Spot> draw() {
        map.groups().stream().filter(RankMapPainter::isBracket).forEach(this::bracket);
        for (int replica = 0; replica < replicas; replica++) {
            replica(replica);
        }
        y += pen.em() * 0.2;
        map.groups().stream().filter(g -> !isBracket(g)).forEach(g -> note(g.kind().label() + " " + g.size(),
                g.kind() == Kind.PIPELINE ? model.link(g) + ": " + g.reason() : g.reason(), !g.isInside()));
        map.groups().stream().filter(RankMapPainter::isStriding).forEach(g -> note(g.kind().label() + " " + g.size(),
                "the GPUs of a group are " + g.stride() + " apart", false));
        if (gpusPerCell > 1) {
            note("", "a box is " + gpusPerCell + " GPUs" + (areNodesDrawn() ? "" : "; nodes are too narrow to draw"),
                    false);
        }
        return spots;
    }

    /** Most lines below the rows, besides one a group that is no bracket: what is said of stages may need two. */
    static int notes(RankMap map) {
        return 1 + (int) map.groups().stream().filter(g -> isStriding(g) || g.kind() == Kind.PIPELINE).count();
    }

    private static boolean isStriding(RankGroup group) {
        return isBracket(group) && group.stride() > 1;
    }

    private boolean areNodesDrawn() {
        return x(map.gpusPerNode()) - x(0) >= SMALLEST_CELL;
    }

    private static boolean isBracket(RankGroup group) {
        return group.kind() != Kind.PIPELINE && group.kind() != Kind.DATA;
    }

    private double x(double gpu) {
        return cells.x() + cells.width() * gpu / map.stageGpus();
    }

    /** Spans the GPUs of each group of a kind; groups with a stride lie inside one another's span. */
    private void bracket(RankGroup group) {
        long span = group.size() * group.stride();
        double middle = Math.round(y + line / 2);
        boolean isOut = !group.isInside();
        var color = pen.color(isOut ? Ink.WARN : Ink.MUTED);
        for (long from = 0; from + span <= map.stageGpus(); from += span) {
            double x0 = Math.round(x(from)) + 1;
            double x1 = Math.round(x(from + span)) - 2;
            pen.levelLine(x0, x1, middle, color, 2, isOut);
            if (x1 - x0 > pen.em() * 0.6) {
                pen.upright(x0, middle, middle + line / 4, 2, color);
                pen.upright(x1 - 2, middle, middle + line / 4, 2, color);
            }
        }
        label(group.kind().label() + " " + group.size(), y, Ink.TEXT);
        right(model.link(group), y, isOut ? Ink.WARN : Ink.MUTED);
        y += line;
    }

    private void replica(int replica) {
        boolean isAlone = map.replicas() == 1;
        if (!isAlone) {
            pen.text(replicas == 1 ? "replica 0, and " + (map.replicas() - 1) + " more that hold the same"
                    : "replica " + replica, cells.x(), y, Pen.Align.LEFT, font, pen.color(Ink.MUTED));
        }
        y += isAlone ? pen.em() * 0.4 : line;
        double labelled = Double.NEGATIVE_INFINITY;
        for (ModuleDivision.Stage stage : model.share().division().stages()) {
            double top = Math.round(y);
            row(replica, stage, new Box(cells.x(), top, cells.width(), rowHeight - 2));
            double words = top + (rowHeight - 2 - pen.lineHeight(font)) / 2;
            if (words >= labelled) {
                label("stage " + stage.stage(), words, Ink.TEXT);
                right(stageText(stage, replica), words, Ink.MUTED);
                labelled = words + pen.lineHeight(font);
            }
            if (stage.stage() + 1 < map.stages()) {
                exchange(stage.stage(), top + rowHeight / 2);
            }
            y += rowHeight;
        }
    }

    private String stageText(ModuleDivision.Stage stage, int replica) {
        long first = ((long) replica * map.stages() + stage.stage()) * map.stageGpus();
        long from = map.rank(first).node();
        long to = map.rank(first + map.stageGpus() - 1).node();
        return stage.layers() + (stage.layers() == 1 ? " layer, " : " layers, ")
                + format.text(stage.memory().total(), Dimension.BYTES) + ", node" + (from == to ? " " + from
                        : "s " + from + "–" + to);
    }

    private void row(int replica, ModuleDivision.Stage stage, Box row) {
        long first = ((long) replica * map.stages() + stage.stage()) * map.stageGpus();
        for (int gpu = 0; gpu < map.stageGpus(); gpu += gpusPerCell) {
            int next = Math.min(gpu + gpusPerCell, map.stageGpus());
            Box box = Box.between(Math.round(x(gpu)), row.y(), Math.round(x(next)) - 1, row.bottom());
            cell(stage, box, first + gpu, first + next - 1);
        }
        for (int gpu = 0; areNodesDrawn() && gpu <= map.stageGpus(); gpu++) {
            if ((first + gpu) % map.gpusPerNode() == 0) {
                pen.upright(Math.round(x(gpu)) - 1.5, row.y() - 1, row.bottom() + 1, 2, pen.color(Ink.TEXT));
            }
        }
    }

    private void cell(ModuleDivision.Stage stage, Box box, long from, long to) {
        double filled = map.filled(stage.stage());
        boolean isOver = filled > 1;
        pen.fill(box, pen.color(Ink.SUBTLE));
        // a row as thin as its frame would be all frame
        boolean isFramed = box.height() >= SMALLEST_FRAMED;
        if (isFramed) {
            pen.outline(box, pen.palette().faded(Ink.MUTED, 0.5), 1, false);
        }
        Box inner = isFramed ? box.grown(-1) : box;
        Box full = inner.below(inner.bottom() - Math.max(1, inner.height() * Math.min(1, filled)));
        pen.fill(full, pen.color(isOver ? Ink.OVER : Ink.WEIGHTS));
        if (isOver) {
            pen.hatch(full, Hatch.CROSSED, pen.color(Ink.SURFACE));
        }
        spots.add(new Spot("rank/" + from, box, () -> words(stage, from, to)));
    }

    private String words(ModuleDivision.Stage stage, long from, long to) {
        Rank rank = map.rank(from);
        String who = from == to ? "GPU " + from : "GPUs " + from + " to " + to;
        String place = from == to ? ", TP " + rank.tensor() + ", attention " + rank.attentionData() + ", EP "
                + rank.expert() + (map.groups().stream().anyMatch(g -> g.kind() == Kind.CONTEXT)
                        ? ", CP " + rank.context() : "") : "";
        return who + ", node " + rank.node() + "\nreplica " + rank.replica() + ", stage " + rank.stage() + place + "\n"
                + stage.layers() + " layers, " + format.text(stage.memory().total(), Dimension.BYTES) + ", "
                + format.share(map.filled(stage.stage())) + " of what may be filled";
    }

    /** Beside two rows: the link over which their stages exchange. */
    private void exchange(int stage, double top) {
        boolean isOut = map.crossesNodes(stage);
        double x = cells.x() - pen.em() * 0.6;
        if (rowHeight >= pen.em()) {
            pen.uprightLine(x, top + 2, top + rowHeight - 4, pen.color(isOut ? Ink.WARN : Ink.MUTED), 2, isOut);
        }
    }

    private void label(String text, double top, Ink ink) {
        pen.text(text, cells.x() - pen.em() * 1.1, top, Pen.Align.RIGHT, font, pen.color(ink));
    }

    private void right(String text, double top, Ink ink) {
        double x = cells.right() + pen.em() * 0.6;
        pen.text(TextMeasure.elided(font, text, area.right() - x), x, top, Pen.Align.LEFT, font, pen.color(ink));
    }

    private void note(String head, String text, boolean isWarning) {
        label(head, y, Ink.TEXT);
        for (String part : Lines.wrapped(font, text, area.right() - cells.x())) {
            pen.text(part, cells.x(), y, Pen.Align.LEFT, font, pen.color(isWarning ? Ink.WARN : Ink.MUTED));
            y += line;
        }
    }
}
