package io.headroom.ui.input;

import io.headroom.estimate.layout.Groups;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.controlsfx.control.ToggleSwitch;

/** The degrees of parallelism and the identity by which they make a number of GPUs. */
final class ParallelismPane extends Section {

    private static final String WHY = "W is the GPUs of one stage of one replica: the larger of TP × CP and EP, "
            + "because experts are spread over the same GPUs that share attention. Degrees are not simply multiplied.";

    private static final String KEPT = "The number of GPUs is kept: where a degree is moved, DP gives way, else PP, "
            + "else EP. Stops for which no legal degrees make that number are grey.";
    // a padlock of 10 by 13: its body, and its bow shut or swung open
    private static final String BODY = "M1 6h8a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-8a1 1 0 0 1-1-1v-5a1 1 0 0 1 1-1z ";
    private static final String CLOSED = BODY + "M1.5 6v-2.5a3.5 3.5 0 0 1 7 0v2.5h-1.5v-2.5a2 2 0 0 0-4 0v2.5z";
    private static final String OPEN = BODY + "M6.5 6v-2.5a3.5 3.5 0 0 1 7 0v1.5h-1.5v-1.5a2 2 0 0 0-4 0v2.5z";

    private static final String STAGES = "Layers per stage ";

    private final PlanSession session;
    private final Label identity = new Label();
    private final ToggleButton padlock;
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
        Hint.on(identity, WHY);
        identity.setWrapText(true);
        identity.setMinHeight(Region.USE_PREF_SIZE);
        for (Input input : Inputs.PARALLELISM) {
            rows.add(new InputRow(session, input, true, palette));
        }
        expert = rows.get(Inputs.PARALLELISM.indexOf(Inputs.EXPERT));
        padlock = lock();
        HBox head = new HBox(identity, padlock);
        head.getStyleClass().add("identity-line");
        HBox.setHgrow(identity, Priority.ALWAYS);
        identity.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(head);
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

    private ToggleButton lock() {
        SVGPath shape = new SVGPath();
        shape.getStyleClass().add("padlock");
        ToggleButton lock = new ToggleButton();
        lock.setId("lock.gpus");
        lock.setGraphic(shape);
        lock.getStyleClass().addAll("small", "flat", "lock");
        Hint hint = Hint.on(lock);
        lock.selectedProperty().bindBidirectional(session.keepsGpusProperty());
        lock.selectedProperty().subscribe((before, isKept) -> {
            keep(isKept, lock, shape, hint);
            show(session.shown());
        });
        keep(lock.isSelected(), lock, shape, hint);
        return lock;
    }

    private void keep(boolean isKept, ToggleButton lock, SVGPath shape, Hint hint) {
        shape.setContent(isKept ? CLOSED : OPEN);
        lock.setAccessibleText(isKept ? "Number of GPUs kept" : "Keep the number of GPUs");
        hint.say(isKept ? KEPT : "Keep the number of GPUs while degrees are moved.");
        rows.forEach(row -> row.keepGpus(isKept));
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
        Nodes.visible(padlock, isWhole);
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
