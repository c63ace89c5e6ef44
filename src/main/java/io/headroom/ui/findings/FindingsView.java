package io.headroom.ui.findings;

import io.headroom.check.legal.Fix;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.advice.AdviceSession;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** The view of findings; while it is hidden nothing of it is worked out or redrawn. */
public final class FindingsView implements View {

    private final PlanSession session;
    private final AdviceSession advice;
    private final ObservableValue<Palette> palette;
    private final Runnable redraw;
    private FindingsPane pane;

    /**
     * @param session where clicks become edits
     * @param work where advice is worked out
     * @param palette colours
     * @param redraw asks for {@link #show} with the next pulse
     */
    public FindingsView(PlanSession session, Work work, ObservableValue<Palette> palette, Runnable redraw) {
        this.session = session;
        this.advice = new AdviceSession(work.rested(), work.window());
        this.palette = palette;
        this.redraw = redraw;
    }

    @Override
    public ViewName name() {
        return ViewName.FINDINGS;
    }

    @Override
    public Region node() {
        if (pane == null) {
            pane = new FindingsPane(palette, this::apply);
            session.keepsGpusProperty().subscribe(isKept -> pane.sayFree(isKept));
            advice.adviceProperty().subscribe((before, now) -> redraw.run());
            advice.problemProperty().subscribe((before, now) -> redraw.run());
        }
        return pane;
    }

    @Override
    public void show(Shown shown) {
        node();
        advice.ask(shown.now());
        pane.show(advice.adviceProperty().get(), shown.format());
        pane.state(!advice.isFor(shown.now()), advice.problemProperty().get());
    }

    @Override
    public void hidden() {
        advice.forget();
    }

    /** One undoable step; what was offered for an earlier plan is not done to this one. */
    private void apply(Fix fix) {
        if (advice.isFor(session.judgementProperty().get())) {
            session.edit(Change.of(fix.label()), fix::apply);
        }
    }
}
