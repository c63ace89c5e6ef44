package io.headroom.ui.verdict;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.Status;
import io.headroom.check.Verdict;
import io.headroom.check.legal.Finding;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.format.Formatter;
import io.headroom.session.Shown;
import io.headroom.session.figures.Headline;
import io.headroom.session.figures.Reached;
import java.util.function.Consumer;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The verdict and the four figures that decide it, always in sight. */
public final class VerdictStrip extends GridPane {

    /** Beside a figure of the plan before the change, or the lack of one. */
    private static final String AWAITED = "… being played through";
    private static final double[] WIDTHS = {18.5, 20.5, 20.5, 20, 20.5};

    private final Tile verdict = new Tile("tile.verdict");
    private final Tile memory = new Tile("tile.memory");
    private final Tile ttft = new Tile("tile.ttft");
    private final Tile tpot = new Tile("tile.tpot");
    private final Tile throughput = new Tile("tile.throughput");

    private Judgement judgement;

    public VerdictStrip() {
        getStyleClass().add("verdict-strip");
        for (double width : WIDTHS) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(width);
            getColumnConstraints().add(column);
        }
        throughput.getStyleClass().add("last");
        addRow(0, verdict, memory, ttft, tpot, throughput);
    }

    /** What a click on a figure opens, with the metric of the moment. */
    public void setOnOpen(Consumer<Metric> open) {
        memory.setOnOpen(() -> open.accept(Metric.MEMORY_TOTAL));
        ttft.setOnOpen(() -> open.accept(Headline.TTFT.explainedOf(judgement)));
        tpot.setOnOpen(() -> open.accept(Headline.TPOT.explainedOf(judgement)));
        throughput.setOnOpen(() -> open.accept(Headline.THROUGHPUT.explainedOf(judgement)));
    }

    /** Redraws the tiles. */
    public void show(Shown shown) {
        Judgement now = shown.now();
        judgement = now;
        boolean greyed = !now.fits() || !now.isLegal();
        boolean isAwaited = !greyed && shown.load().isAwaited() && now.requirements().stream()
                .anyMatch(r -> r.metric().filter(Metric::isSimulated).isPresent());
        verdict.show(verdictText(now, isAwaited), Tone.of(now.verdict()), Tone.PLAIN, isAwaited);
        Reached m = Reached.memory(now, shown.baseline());
        memory.show(TileText.of("Memory per GPU", m, memoryNote(m, shown.format()), shown),
                m.isOver() ? Tone.OVER : Tone.PLAIN, tone(m), false);
        time(ttft, Headline.TTFT, "last of a burst of " + shown.format().text(
                now.plan().workload().concurrentRequests(), Metric.GPUS.dimension()), shown, greyed);
        time(tpot, Headline.TPOT, "", shown, greyed);
        throughput(shown, greyed);
    }

    private static void time(Tile tile, Headline headline, String usualNote, Shown shown, boolean greyed) {
        Metric metric = headline.of(shown.now());
        Reached reached = Reached.of(shown.now(), shown.baseline(), metric);
        boolean isAwaited = metric.isSimulated() && shown.load().isAwaited();
        String note = isAwaited ? AWAITED : TileText.limit(reached, shown.format(), "limit");
        tile.show(TileText.of(label(metric, shown.now()), reached, note, shown),
                reached.isOver() ? Tone.OVER : Tone.PLAIN, isAwaited ? Tone.PLAIN : tone(reached), greyed || isAwaited);
    }

    private void throughput(Shown shown, boolean greyed) {
        Metric metric = Headline.THROUGHPUT.of(shown.now());
        Reached reached = Reached.of(shown.now(), shown.baseline(), metric);
        String note = reached.hasLimit() ? TileText.limit(reached, shown.format(), "limit") : bound(shown);
        throughput.show(TileText.of(label(metric, shown.now()), reached, note, shown),
                reached.isOver() ? Tone.OVER : Tone.PLAIN, reached.hasLimit() ? tone(reached) : Tone.PLAIN, greyed);
    }

    private static String bound(Shown shown) {
        return shown.now().outcome() instanceof Estimate e
                ? "bound " + shown.format().text(e.get(Metric.BOUND_THROUGHPUT_PER_GPU),
                        Metric.BOUND_THROUGHPUT_PER_GPU.dimension()) + " per GPU"
                : "";
    }

    private static String label(Metric metric, Judgement now) {
        return now.condition().isEmpty() ? metric.label() : metric.label() + ", " + now.condition();
    }

    private static String memoryNote(Reached m, Formatter f) {
        if (Double.isNaN(m.value())) {
            return "no numbers";
        }
        String of = "of " + f.text(m.limit(), m.metric().dimension());
        return m.isOver() ? Tone.OVER.glyph() + of + ", over by " + f.text(m.excess(), m.metric().dimension())
                : Tone.of(m).glyph() + of + ", " + f.share(m.freeShare()) + " free";
    }

    private static Tone tone(Reached reached) {
        return reached.hasLimit() && !Double.isNaN(reached.value()) ? Tone.of(reached) : Tone.PLAIN;
    }

    private static TileText verdictText(Judgement now, boolean isAwaited) {
        String name = now.basis().isEmpty() ? "Verdict" : "B" + now.basis().substring(1);
        return new TileText(name, now.verdict().toString(), "", isAwaited ? AWAITED : limits(now), "", "", "");
    }

    private static String limits(Judgement now) {
        long errors = now.findings().stream().filter(Finding::isError).count();
        if (now.verdict() == Verdict.NOT_LEGAL && errors > 0) {
            return errors == 1 ? "1 rule broken" : errors + " rules broken";
        }
        int all = now.requirements().size();
        long met = now.requirements().stream().map(RequirementStatus::status).filter(Status.MET::equals).count();
        return all == 0 ? "no limits set" : met + " of " + all + " limits met";
    }
}
