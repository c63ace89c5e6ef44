package io.headroom.ui.audit;

import io.headroom.session.audit.AuditState;
import io.headroom.session.audit.Choice;
import io.headroom.session.audit.ClaimRow;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.StyleClasses;
import io.headroom.ui.view.Veil;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

/** Lays the view out: counts above, the table, the chosen claim and what was read below. */
final class AuditPane extends BorderPane {

    private static final double CLAIM_PERCENT = 56;

    private final SummaryBar summary;
    private final ClaimsTable table;
    private final ClaimPane claim;
    private final ReadingPane reading = new ReadingPane();
    private final GridPane below = new GridPane();
    private final ColumnConstraints claimColumn = new ColumnConstraints();
    private final ColumnConstraints readingColumn = new ColumnConstraints();
    private final EmptyPane empty;
    private final StackPane middle = new StackPane();
    private final Label failure = new Label();
    private final Veil veil;

    AuditPane(ObservableValue<Palette> palette, Consumer<Choice> onChoice, Consumer<Boolean> onReport, Consumer<ClaimRow> onShow, Runnable onOpen) {
        getStyleClass().add("audit");
        summary = new SummaryBar(onChoice, onReport);
        claim = new ClaimPane(onShow);
        table = new ClaimsTable(claim::show);
        empty = new EmptyPane(onOpen);
        failure.setId("audit.failure");
        failure.setWrapText(true);
        below.getStyleClass().add("audit-below");
        RowConstraints whole = new RowConstraints();
        whole.setVgrow(Priority.ALWAYS);
        below.getRowConstraints().add(whole);
        below.getColumnConstraints().setAll(claimColumn, readingColumn);
        below.add(claim, 0, 0);
        below.add(reading, 1, 0);
        middle.setMinSize(0, 0);
        veil = new Veil(palette);
        veil.setId("audit.veil");
        Nodes.visible(failure, false);
        middle.getChildren().setAll(failure, table, veil);
    }

    void show(AuditShown now) {
        AuditState state = now.state();
        reading.show(now.hasClaims() ? now.report() : Optional.empty());
        if (!now.hasClaims()) {
            setTop(null);
            setBottom(null);
            setCenter(empty);
            return;
        }
        setTop(summary);
        setCenter(middle);
        setBottom(below);
        boolean isFailed = !state.failure().isEmpty();
        failure.setText("✗ The claims could not be audited: " + state.failure());
        Nodes.visible(failure, isFailed);
        Nodes.visible(table, !isFailed);
        boolean isRead = now.report().isPresent();
        claimColumn.setPercentWidth(isRead ? CLAIM_PERCENT : 100);
        readingColumn.setPercentWidth(isRead ? 100 - CLAIM_PERCENT : 0);
        reading.setVisible(isRead);
        StyleClasses.toggle(below, "alone", !isRead);
        summary.show(now);
        claim.write(now.format());
        table.show(now.choice().among(state.rows()), now.isOfReport());
        veil.cover(state.isStale());
    }
}
