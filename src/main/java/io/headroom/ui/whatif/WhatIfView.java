package io.headroom.ui.whatif;

import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** The view that asks what if; its charts are made when it is shown first. */
public final class WhatIfView implements View {

    private final PlanSession session;
    private final ObservableValue<Palette> palette;
    private WhatIfPane pane;

    /**
     * @param session where clicks become edits
     * @param palette colours
     */
    public WhatIfView(PlanSession session, ObservableValue<Palette> palette) {
        this.session = session;
        this.palette = palette;
    }

    @Override
    public ViewName name() {
        return ViewName.WHAT_IF;
    }

    @Override
    public Region node() {
        if (pane == null) {
            pane = new WhatIfPane(session, palette);
        }
        return pane;
    }

    @Override
    public void show(Shown shown) {
        pane.show(shown);
    }
}
