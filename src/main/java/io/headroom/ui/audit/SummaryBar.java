package io.headroom.ui.audit;

import io.headroom.session.audit.Choice;
import io.headroom.session.audit.Standing;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** How many claims stand where, each count a filter; the plan, and whose claims are judged. */
final class SummaryBar extends HBox {

    private static final String ALL_PLANS = "All plans";

    private final Consumer<Choice> onChoice;
    private final Map<Standing, ToggleButton> toggles = new EnumMap<>(Standing.class);
    private final ComboBox<String> plans = new ComboBox<>();
    private final ToggleButton ofReport = new ToggleButton();
    private final ToggleButton ofFigures = new ToggleButton();
    private final Label at = new Label("At work…");
    private final SegmentedButton sources = new SegmentedButton(ofReport, ofFigures);
    private Choice choice = Choice.CLAIMS;
    private boolean isShowing;

    SummaryBar(Consumer<Choice> onChoice, Consumer<Boolean> onReport) {
        this.onChoice = onChoice;
        getStyleClass().add("audit-summary");
        setAlignment(Pos.CENTER_LEFT);
        HBox counts = new HBox();
        counts.getStyleClass().add("audit-counts");
        for (Standing standing : Standing.values()) {
            counts.getChildren().add(toggle(standing));
        }
        plans.setId("audit.plan");
        plans.setAccessibleText("Claims of which plan");
        plans.setMinWidth(Region.USE_PREF_SIZE);
        plans.valueProperty().subscribe(plan -> {
            if (!isShowing && plan != null) {
                onChoice.accept(choice.of(plan.equals(ALL_PLANS) ? "" : plan));
            }
        });
        at.getStyleClass().add("hr-muted");
        at.setId("audit.atWork");
        ofReport.setId("audit.ofReport");
        ofFigures.setId("audit.ofFigures");
        Hint.on(ofReport, "Every claim of the report, judged by what its text states.\nWhat it leaves open stays unknown.");
        Hint.on(ofFigures, "What a plan file keeps of the claims, judged by the plans as they are now.");
        ofReport.setOnAction(e -> onReport.accept(true));
        ofFigures.setOnAction(e -> onReport.accept(false));
        sources.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(counts, plans, at, gap, sources);
    }

    void show(AuditShown now) {
        isShowing = true;
        choice = now.choice();
        Map<Standing, Long> counts = now.state().counts();
        toggles.forEach((standing, button) -> {
            button.setText(standing.glyph() + " " + standing.counted(counts.get(standing)));
            button.setSelected(choice.standings().contains(standing));
            boolean isMain = standing == Standing.OFF || standing == Standing.HOLDS || standing == Standing.UNKNOWN;
            show(button, isMain || counts.get(standing) > 0);
        });
        List<String> names = new ArrayList<>(List.of(ALL_PLANS));
        names.addAll(now.state().plans());
        if (!names.equals(plans.getItems())) {
            plans.getItems().setAll(names);
        }
        plans.setValue(choice.plan().isEmpty() ? ALL_PLANS : choice.plan());
        show(at, now.state().isStale());
        show(sources, now.report().isPresent());
        ofReport.setText("The report");
        ofFigures.setText("The plans’ figures (" + now.figures() + ")");
        ofReport.setSelected(now.isOfReport());
        ofFigures.setSelected(!now.isOfReport());
        isShowing = false;
    }

    private ToggleButton toggle(Standing standing) {
        ToggleButton button = new ToggleButton();
        button.setId("audit." + standing.name().toLowerCase(java.util.Locale.ROOT));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(button, meaning(standing));
        StyleClasses.toggle(button, VerdictLook.of(standing), true);
        button.getStyleClass().add("audit-toggle");
        button.setOnAction(e -> onChoice.accept(choice.with(standing, button.isSelected())));
        toggles.put(standing, button);
        return button;
    }

    private static String meaning(Standing standing) {
        return switch (standing) {
            case OFF -> "Impossible, contradicted, wrong in its arithmetic, or better or worse than the plan gives";
            case HOLDS -> "The text's figures or the plan give it";
            case UNKNOWN -> "The text does not say enough, or nothing is computed for it";
            case ASKED -> "Requirements: they claim nothing";
            case GIVEN -> "Inputs: degrees, batch, hardware. The audit counts with them and judges none";
        };
    }

    private static void show(Region node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
