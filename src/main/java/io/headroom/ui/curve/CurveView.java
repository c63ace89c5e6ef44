package io.headroom.ui.curve;

import io.headroom.estimate.Metric;
import io.headroom.explore.curve.LengthCurve;
import io.headroom.explore.curve.Roofline;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.figures.Headline;
import io.headroom.ui.panel.Pins;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.Latest;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/** The view of curves; its charts are made when it is shown first. */
public final class CurveView implements View {

    private static final double HALF = 50;
    private static final Input LENGTH = Inputs.WORKLOAD.get(1);

    private final PlanSession session;
    private final ObservableValue<Palette> palette;
    private final Latest<Plan, Roofline> latest;
    private GridPane grid;
    private LengthChart memory;
    private LengthChart ttft;
    private LengthChart tpot;
    private RooflineChart roofline;
    private Shown shown;
    private Consumer<String> onNote = on -> { };

    /**
     * @param session where clicks become edits
     * @param work where the roofline is worked out: it needs an explanation, which takes longer than a frame
     * @param palette colours
     * @param redraw asks for {@link #show} with the next pulse
     */
    public CurveView(PlanSession session, Work work, ObservableValue<Palette> palette, Runnable redraw) {
        this.session = session;
        this.palette = palette;
        this.latest = new Latest<>(work, Roofline::of, redraw);
    }

    @Override
    public ViewName name() {
        return ViewName.CURVES;
    }

    @Override
    public Region node() {
        if (grid == null) {
            memory = lengths("memory");
            ttft = lengths("ttft");
            tpot = lengths("tpot");
            roofline = new RooflineChart(palette);
            roofline.setOnNote(spot -> onNote.accept(spot.key()));
            grid = laid();
        }
        return grid;
    }

    @Override
    public void show(Shown now) {
        shown = now;
        LengthCurve curve = LengthCurve.of(now.now().plan());
        Plan other = now.baseline().plan();
        Optional<LengthCurve> baseline = now.isAgainstItself() ? Optional.empty()
                : Optional.of(LengthCurve.of(other));
        String name = other.name();
        show(memory, new LengthModel(curve, baseline, name, Metric.MEMORY_TOTAL, now.format()));
        show(ttft, new LengthModel(curve, baseline, name, Headline.TTFT.of(now.now()), now.format()));
        show(tpot, new LengthModel(curve, baseline, name, Headline.TPOT.of(now.now()), now.format()));
        if (now.now().estimate().isPresent()) {
            latest.ask(now.now().plan());
        } else {
            latest.askInVain(now.now().plan());
        }
        roofline.pin(Pins.operations(now));
        roofline.show(latest.found(), latest.isStale(), now.format());
    }

    private void show(LengthChart chart, LengthModel model) {
        chart.pin(Pins.lengths(shown, model.metric(), model.curve()));
        chart.show(model);
    }

    /** What wants a note on a point of a curve or on an operation: told what the note is about, as notes say it. */
    public void setOnNote(Consumer<String> wanted) {
        onNote = wanted;
    }

    private LengthChart lengths(String id) {
        LengthChart chart = new LengthChart(palette);
        chart.setId("chart.length." + id);
        chart.setOnPick(spot -> adopt(chart.lengthOf(spot)));
        chart.setOnNote(spot -> onNote.accept(chart.note(spot)));
        return chart;
    }

    private void adopt(int length) {
        Plan before = shown.now().plan();
        session.edit(new Change(LENGTH.symbol(), LENGTH.text(LENGTH.valueIn(before), shown.format()),
                LENGTH.text(length, shown.format())), plan -> LENGTH.with(plan, length));
    }

    private GridPane laid() {
        GridPane laid = new GridPane();
        laid.getStyleClass().add("chart-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(HALF);
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(HALF);
            laid.getColumnConstraints().add(column);
            laid.getRowConstraints().add(row);
        }
        laid.addRow(0, memory, ttft);
        laid.addRow(1, tpot, roofline);
        laid.setMinSize(0, 0);
        List.of(memory, ttft, tpot, roofline).forEach(chart -> chart.setMinSize(0, 0));
        return laid;
    }
}
