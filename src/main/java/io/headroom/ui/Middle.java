package io.headroom.ui;

import io.headroom.catalog.Catalog;
import io.headroom.estimate.Metric;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import io.headroom.session.audit.AuditSession;
import io.headroom.session.fit.FitChoice;
import io.headroom.session.fit.FitSession;
import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.audit.AuditView;
import io.headroom.ui.command.Command;
import io.headroom.ui.command.Commands;
import io.headroom.ui.compare.CompareView;
import io.headroom.ui.curve.CurveView;
import io.headroom.ui.explain.ExplainView;
import io.headroom.ui.findings.FindingsView;
import io.headroom.ui.panel.ChartGrid;
import io.headroom.ui.search.SearchView;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.Theme;
import io.headroom.ui.validation.ValidationView;
import io.headroom.ui.view.ViewName;
import io.headroom.ui.view.Views;
import io.headroom.ui.view.Work;
import io.headroom.ui.whatif.WhatIfView;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** The views of the window, each in {@link ViewName}, and the ways from one to another. */
final class Middle {

    private final ChartGrid charts;
    private final CurveView curves;
    private final ExplainView explain;
    private final ValidationSession validation;
    private final FitSession fit;
    private final ValidationView validationView;
    private final Views views;

    Middle(PlanSession session, DocumentSession documents, Catalog catalog, Theme theme, Work work, Commands commands,
            Runnable redraw) {
        ObservableValue<Palette> palette = theme.paletteProperty();
        charts = new ChartGrid(palette);
        curves = new CurveView(session, work, palette, redraw);
        explain = new ExplainView(palette);
        charts.setOnExplain(this::explain);
        validation = new ValidationSession(catalog, work.background(), work.window());
        fit = new FitSession(session, catalog.profile(ValidationSession.PROFILE).orElseThrow(), work.background(),
                work.window());
        validationView = new ValidationView(session, validation, fit, palette,
                () -> commands.run(Command.IMPORT_MEASUREMENTS), redraw);
        AuditSession audit = new AuditSession(catalog, work.rested(), work.window());
        views = new Views(List.of(charts, new FindingsView(session, work, palette, redraw),
                new WhatIfView(session, palette), curves, explain, new CompareView(session, work, palette, redraw),
                new AuditView(session, documents, audit, () -> commands.run(Command.OPEN), this::explain, palette, redraw),
                validationView, new SearchView(session, catalog, work, palette, redraw)));
    }

    Views views() {
        return views;
    }

    /** Shows how {@code metric} is made. */
    void explain(Metric metric) {
        explain.open(metric);
        views.select(ViewName.EXPLAIN);
    }

    /** Shows how the part {@code part} of the chart of {@code metric} is made. */
    private void explain(Metric metric, String part) {
        explain.open(metric, part);
        views.select(ViewName.EXPLAIN);
    }

    /** What opens a form for a note about a part of a chart of the plan or of its curves. */
    void setOnNote(Consumer<String> wanted) {
        charts.setOnNote(wanted);
        curves.setOnNote(wanted);
    }

    /** What goes to the input of a key. */
    void setOnInput(Consumer<String> wanted) {
        explain.setOnInput(wanted);
    }

    /** Gives the focus to a chart of the plan. */
    void focusChart(int number) {
        views.select(ViewName.PLAN);
        charts.focus(number);
    }

    ValidationSession validation() {
        return validation;
    }

    FitSession fit() {
        return fit;
    }

    /** Makes the fit of {@code choice} and shows it; for where work is done at once. */
    void showFitted(FitChoice choice) {
        views.select(ViewName.VALIDATION);
        validationView.showFit(true);
        fit.choose(choice);
        fit.look(validation.importedProperty().get());
        fit.fit();
    }
}
