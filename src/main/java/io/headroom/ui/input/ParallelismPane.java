package io.headroom.ui.input;

import io.headroom.estimate.layout.Groups;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.controlsfx.control.ToggleSwitch;

/** The degrees of parallelism and the identity by which they make a number of GPUs. */
final class ParallelismPane extends Section {

    private static final String WHY = "W is the GPUs of one stage of one replica: the larger of TP × CP and EP, "
            + "because experts are spread over the same GPUs that share attention. Degrees are not simply multiplied.";

    private static final String STAGES = "Layers per stage ";

    private final PlanSession session;
    private final Label identity = new Label();
    private final List<InputRow> rows = new ArrayList<>();
    private final InputRow expert;
    private final ToggleSwitch sequence = new ToggleSwitch("Sequence parallel (SP)");
    private final Label stages = new Label();
    private final Hyperlink balance = new Hyperlink("Balance");
    private final HBox stageLine = new HBox(stages, balance);
    private boolean isShowing;
    private boolean isWhole = true;

    ParallelismPane(PlanSession session, ObservableValue<Palette> palette) {
        super("Parallelism");
        this.session = session;
        identity.getStyleClass().add("identity");
        Tooltip why = new Tooltip(WHY);
        why.setWrapText(true);
        why.setMaxWidth(360);
        identity.setTooltip(why);
        identity.setWrapText(true);
        identity.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(identity);
        for (Input input : Inputs.PARALLELISM) {
            rows.add(new InputRow(session, input, true, palette));
        }
        expert = rows.get(Inputs.PARALLELISM.indexOf(Inputs.EXPERT));
        getChildren().addAll(rows);
        sequence.setMaxWidth(Double.MAX_VALUE);
        sequence.setAccessibleText("Sequence parallel, SP");
        sequence.selectedProperty().subscribe((before, now) -> sequenceChosen(now));
        stageLine.getStyleClass().add("stage-line");
        balance.setAccessibleText("Balance the layers over the stages");
        balance.setOnAction(e -> session.edit(Change.of("Balance stages"),
                p -> p.withParallelism(p.parallelism().withLayersPerStage(List.of()))));
        getChildren().addAll(sequence, stageLine);
    }

    void show(Shown shown) {
        Plan plan = shown.now().plan();
        rows.forEach(row -> row.show(shown));
        expert.blocked(plan.model().isMoe() ? "" : "This model has no experts.");
        isShowing = true;
        sequence.setSelected(plan.parallelism().sequence());
        isShowing = false;
        identity.setText(identity(plan.parallelism()));
        List<Integer> given = plan.parallelism().layersPerStage();
        stages.setText(STAGES
                + given.stream().map(String::valueOf).collect(Collectors.joining(" · ")));
        Nodes.visible(stageLine, isWhole && !given.isEmpty());
    }

    /** Shows only what {@code isShown} lets through, by key; all of it where everything passes. */
    void present(Predicate<String> isShown, boolean all) {
        isWhole = all;
        rows.forEach(row -> Nodes.visible(row, isShown.test(row.key())));
        Nodes.visible(sequence, isWhole);
        Nodes.visible(stageLine, isWhole && stages.getText().length() > STAGES.length());
    }

    private static String identity(Parallelism p) {
        if (!Groups.areWhole(p)) {
            return Groups.whyNotWhole(p);
        }
        Groups groups = Groups.of(p);
        return "W " + groups.stageGpus() + " × PP " + p.pipeline() + " × DP " + p.data() + " = " + groups.gpus()
                + (groups.gpus() == 1 ? " GPU" : " GPUs");
    }

    private void sequenceChosen(boolean on) {
        if (!isShowing) {
            session.edit(new Change("SP", on ? "off" : "on", on ? "on" : "off"),
                    p -> p.withParallelism(p.parallelism().withSequence(on)));
        }
    }
}
