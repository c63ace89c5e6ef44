package io.headroom.ui;

import io.headroom.catalog.Catalog;
import io.headroom.plan.Plan;
import io.headroom.session.PlanSession;
import io.headroom.ui.edit.EntryForm;
import io.headroom.ui.theme.Nodes;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** A sheet over the left of the middle, beside the inputs, for a form that is longer than a few lines. */
final class EditSheet extends StackPane {

    private final PlanSession session;
    private final Catalog catalog;
    private Object edited;
    private Function<Plan, ?> part = plan -> plan;
    private Node before;

    EditSheet(PlanSession session, Catalog catalog) {
        this.session = session;
        this.catalog = catalog;
        setId("sheet");
        getStyleClass().add("sheet");
        StackPane.setAlignment(this, Pos.TOP_LEFT);
        Nodes.visible(this, false);
        // another plan, or undo: what the form started from is gone
        session.planProperty().subscribe(plan -> {
            if (isVisible() && !part.apply(plan).equals(edited)) {
                close();
            }
        });
    }

    /** Opens the model of the plan on screen. */
    void model() {
        open(EntryForm.model(session, catalog, this::close), Plan::model);
    }

    /** Opens the accelerator of the plan on screen. */
    void gpu() {
        open(EntryForm.gpu(session, catalog, this::close), Plan::hardware);
    }

    /** Takes the form away; what was not saved is gone. */
    void close() {
        Nodes.visible(this, false);
        getChildren().clear();
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
    }

    private void open(EntryForm form, Function<Plan, ?> of) {
        before = isVisible() ? before : getScene().getFocusOwner();
        part = of;
        edited = of.apply(session.planProperty().get());
        getChildren().setAll(form);
        Nodes.visible(this, true);
        form.start();
    }
}
