package io.headroom.ui.compare;

import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import javafx.scene.layout.Region;

/** The view that compares plans; its table is made when it is shown first. */
public final class CompareView implements View {

    private final PlanSession session;
    private ComparePane pane;

    /** @param session the review */
    public CompareView(PlanSession session) {
        this.session = session;
    }

    @Override
    public ViewName name() {
        return ViewName.COMPARE;
    }

    @Override
    public Region node() {
        if (pane == null) {
            pane = new ComparePane(session);
        }
        return pane;
    }

    @Override
    public void show(Shown shown) {
        pane.show(shown);
    }
}
