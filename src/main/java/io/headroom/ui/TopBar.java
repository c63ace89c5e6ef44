package io.headroom.ui;

import io.headroom.check.Judgement;
import io.headroom.check.legal.Finding;
import io.headroom.session.PlanSession;
import io.headroom.ui.command.Command;
import io.headroom.ui.command.Commands;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Nodes;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar of plans: tabs, copy, baseline, undo and redo, and what opens the side pane. */
final class TopBar extends HBox {

    private final PlanSession session;
    private final PlanTabs tabs;
    private final Label review = new Label();
    private final ToggleButton side = new ToggleButton("Details");

    TopBar(PlanSession session, Commands commands) {
        this.session = session;
        tabs = new PlanTabs(session);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        review.getStyleClass().add("hr-muted");
        review.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button copy = button("+ Copy", "Add a copy of this plan", commands, Command.DUPLICATE);
        Button baseline = button("△ Baseline", "Compare with this plan as it is now", commands, Command.BASELINE);
        Button undo = button("↶ Undo", "Undo", commands, Command.UNDO);
        Button redo = button("↷ Redo", "Redo", commands, Command.REDO);
        follow(undo, session.undoLabelProperty(), "Undo: ");
        follow(redo, session.redoLabelProperty(), "Redo: ");
        side.setAccessibleText("Show requirements, findings and notes");
        side.setOnAction(e -> commands.run(Command.SIDE_PANE));
        side.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(tabs, copy, baseline, review, gap, undo, redo, side);
    }

    void show() {
        tabs.show();
        String name = session.reviewProperty().get().name();
        review.setText(name);
        side.setText("Details" + marks(session.judgementProperty().get()));
    }

    /** Tabs come first; the name of the review is there where it is there whole. */
    @Override
    protected void layoutChildren() {
        double others = 0;
        for (Node child : getManagedChildren()) {
            others += child == tabs || child == review ? 0 : child.prefWidth(-1);
        }
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - others
                - getSpacing() * (getManagedChildren().size() - 1);
        tabs.fit(room);
        double left = room - tabs.prefWidth(-1);
        review.setVisible(review.prefWidth(-1) <= left);
        review.setMaxWidth(Math.max(0, left));
        super.layoutChildren();
    }

    private static String marks(Judgement judgement) {
        long errors = count(judgement, Finding.Severity.ERROR);
        long warnings = count(judgement, Finding.Severity.WARNING);
        return (errors == 0 ? "" : "  ✗ " + errors) + (warnings == 0 ? "" : "  ! " + warnings);
    }

    private static long count(Judgement judgement, Finding.Severity severity) {
        return judgement.findings().stream().filter(f -> f.severity() == severity).count();
    }

    /** Shows how the side pane stands: part of the window, or a drawer that is open or not. */
    void sidePane(boolean isDrawer, boolean isOpen) {
        Nodes.visible(side, isDrawer);
        side.setSelected(isOpen);
    }

    private static Button button(String text, String spoken, Commands commands, Command command) {
        Button button = new Button(text);
        button.setAccessibleText(spoken);
        Hint.on(button, spoken + command.keys().map(k -> "  " + k.getDisplayText()).orElse(""));
        button.setOnAction(e -> commands.run(command));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static void follow(Button button, ObservableValue<String> label, String prefix) {
        button.disableProperty().bind(label.map(String::isEmpty));
        Hint hint = Hint.on(button);
        label.subscribe(text -> hint.say(text.isEmpty() ? "Nothing to do" : prefix + text));
    }
}
