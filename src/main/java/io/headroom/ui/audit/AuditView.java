package io.headroom.ui.audit;

import io.headroom.estimate.Metric;
import io.headroom.plan.Review;
import io.headroom.session.DocumentSession;
import io.headroom.session.PlanSession;
import io.headroom.session.ReadReport;
import io.headroom.session.Shown;
import io.headroom.session.audit.AuditSession;
import io.headroom.session.audit.Choice;
import io.headroom.session.audit.ClaimRow;
import io.headroom.session.audit.Subject;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.View;
import io.headroom.ui.view.ViewName;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** Claims beside computed values; it asks for an audit only while it is on screen. */
public final class AuditView implements View {

    private final PlanSession plans;
    private final DocumentSession documents;
    private final AuditSession audit;
    private final Runnable onOpen;
    private final Consumer<Metric> onExplain;
    private final ObservableValue<Palette> palette;
    private final Runnable redraw;
    private AuditPane pane;
    private Optional<ReadReport> report = Optional.empty();
    private boolean isOfReport;
    private Choice choice = Choice.CLAIMS;

    /**
     * @param plans the review
     * @param documents what it was read from
     * @param audit what came of its claims
     * @param onOpen asks for a file to open
     * @param onExplain opens a metric of the plan on screen
     * @param palette colours
     * @param redraw asks for {@link #show} with the next pulse
     */
    public AuditView(PlanSession plans, DocumentSession documents, AuditSession audit, Runnable onOpen,
            Consumer<Metric> onExplain, ObservableValue<Palette> palette, Runnable redraw) {
        this.plans = plans;
        this.documents = documents;
        this.audit = audit;
        this.onOpen = onOpen;
        this.onExplain = onExplain;
        this.palette = palette;
        this.redraw = redraw;
    }

    @Override
    public ViewName name() {
        return ViewName.AUDIT;
    }

    @Override
    public Region node() {
        if (pane == null) {
            pane = new AuditPane(palette, this::choose, this::judgeReport, this::showInPlan, onOpen);
            audit.stateProperty().subscribe(redraw);
        }
        return pane;
    }

    @Override
    public void show(Shown shown) {
        node();
        follow(documents.reportProperty().get());
        Review review = plans.reviewProperty().get();
        audit.ask(new Subject(review, isOfReport ? report.map(ReadReport::reading) : Optional.empty()));
        int figures = review.plans().stream().mapToInt(plan -> plan.figures().size()).sum();
        pane.show(new AuditShown(audit.stateProperty().get(), choice, report, isOfReport, figures, shown.format()));
    }

    // before a report is kept every number of it is to be seen, and its own text judged
    private void follow(Optional<ReadReport> now) {
        if (now.equals(report)) {
            return;
        }
        boolean isNew = !now.map(ReadReport::reading).equals(report.map(ReadReport::reading));
        report = now;
        isOfReport = now.isPresent() && (isNew || isOfReport);
        choice = now.filter(read -> !read.isConfirmed()).isPresent() ? Choice.ALL : Choice.CLAIMS;
    }

    private void choose(Choice wanted) {
        choice = wanted;
        redraw.run();
    }

    private void judgeReport(boolean isWanted) {
        isOfReport = isWanted;
        choice = choice.of("");
        redraw.run();
    }

    private void showInPlan(ClaimRow row) {
        Review review = plans.reviewProperty().get();
        IntStream.range(0, review.plans().size())
                .filter(i -> review.plans().get(i).name().equals(row.claim().subject())).findFirst()
                .ifPresent(plans::select);
        row.metric().ifPresent(onExplain);
    }
}
