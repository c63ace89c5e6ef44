package io.headroom.ui.search;

import io.headroom.catalog.Catalog;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.search.GpuSession;
import io.headroom.session.search.SearchSession;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Work;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** The view of layouts; while it is hidden nothing is searched or redrawn. */
public final class SearchView implements View {

    private final SearchSession search;
    private final GpuSession gpus;
    private final ObservableValue<Palette> palette;
    private final Runnable redraw;
    private SearchPane pane;

    /**
     * @param session where found plans are added
     * @param catalog the accelerators that are compared
     * @param work where layouts are searched
     * @param palette colours
     * @param redraw asks for {@link #show} with the next pulse
     */
    public SearchView(PlanSession session, Catalog catalog, Work work, ObservableValue<Palette> palette, Runnable redraw) {
        this.search = new SearchSession(session, work.rested(), work.window(), work.workers());
        this.gpus = new GpuSession(session, catalog, work.rested(), work.window(), work.workers());
        this.palette = palette;
        this.redraw = redraw;
    }

    @Override
    public ViewName name() {
        return ViewName.SEARCH;
    }

    @Override
    public Region node() {
        if (pane == null) {
            pane = new SearchPane(search, gpus, palette, redraw);
            search.answerProperty().subscribe((before, now) -> redraw.run());
            search.problemProperty().subscribe((before, now) -> redraw.run());
            gpus.answerProperty().subscribe((before, now) -> redraw.run());
            gpus.problemProperty().subscribe((before, now) -> redraw.run());
        }
        return pane;
    }

    @Override
    public void show(Shown shown) {
        node();
        pane.ask();
        pane.show(shown);
    }

    @Override
    public void hidden() {
        search.forget();
        gpus.forget();
    }
}
