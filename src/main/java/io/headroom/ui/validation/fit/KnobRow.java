package io.headroom.ui.validation.fit;

import io.headroom.catalog.Knob;
import io.headroom.session.fit.FitSession;
import io.headroom.session.fit.FitText;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.StyleClasses;
import io.headroom.validate.fit.Determination.Answer;
import io.headroom.validate.fit.FittedKnob;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An assumption: whether it is fitted, its value before and after, and why it cannot be or how well it is known. */
final class KnobRow extends VBox {

    private final Knob knob;
    private final CheckBox box;
    private final Label before = new Label();
    private final Label after = new Label();
    private final Label remark = new Label();

    KnobRow(FitSession session, Knob knob) {
        this.knob = knob;
        box = new CheckBox(FitText.label(knob));
        box.setId("fit.knob." + knob.key());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setOnAction(e -> session.choose(knob, box.isSelected()));
        after.setId("fit.after." + knob.key());
        remark.setId("fit.remark." + knob.key());
        after.getStyleClass().add("hr-strong");
        remark.getStyleClass().addAll("hr-muted", "hr-small", "fit-remark");
        remark.setWrapText(true);
        remark.setMinHeight(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(box, gap, before, after);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("fit-knob");
        getChildren().addAll(line, remark);
    }

    void show(FitShown now) {
        Answer answer = now.table().answers().getOrDefault(knob, new Answer.NoMeasurement());
        boolean isTold = answer instanceof Answer.Told;
        box.setSelected(now.table().wanted().contains(knob));
        box.setDisable(!isTold);
        Optional<FittedKnob> fitted = now.found()
                .flatMap(f -> f.fitted().knobs().stream().filter(k -> k.knob() == knob).findFirst());
        Double value = now.table().values().get(knob);
        before.setText(fitted.map(k -> FitText.value(knob, k.before(), now.format()) + " →")
                .orElse(value == null ? "" : FitText.value(knob, value, now.format())));
        after.setText(fitted.map(k -> FitText.value(knob, k.after(), now.format())).orElse(""));
        Nodes.visible(after, fitted.isPresent());
        StyleClasses.toggle(after, "hr-stale", now.isOld());
        remark.setText(fitted.map(k -> FitText.known(k, now.format())).orElse(FitText.reason(answer)));
        Nodes.visible(remark, !remark.getText().isEmpty());
        box.setAccessibleText(FitText.label(knob) + (remark.getText().isEmpty() ? "" : ": " + remark.getText()));
    }
}
