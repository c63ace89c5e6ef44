package io.headroom.ui.input;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.custom.Chosen;
import io.headroom.session.figures.Starred;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** All inputs of a plan, one above the other; the only thing here that scrolls. */
public final class InputsPane extends ScrollPane {

    private final PlanSession session;
    private final Catalog catalog;
    private final Chooser<ModelSpec> model;
    private final Chooser<GpuSpec> gpu;
    private final List<InputRow> workload = new ArrayList<>();
    private final ParallelismPane parallelism;
    private final PrecisionPane precision;
    private final AssumptionsPane assumptions;
    private final Section things;
    private final Section load;
    private final MenuButton chosen = new MenuButton("Inputs shown");
    private boolean isPresenting;
    private Set<String> presented = Set.of();

    public InputsPane(PlanSession session, Catalog catalog, ObservableValue<Palette> palette) {
        this.session = session;
        this.catalog = catalog;
        model = Chooser.searchable("Model", ModelSpec::name, m -> Chosen.model(session, catalog, m));
        gpu = Chooser.searchable("GPU", GpuSpec::name, g -> Chosen.gpu(session, catalog, g));
        model.box().setId("model");
        gpu.box().setId("gpu");
        for (Input input : Inputs.WORKLOAD) {
            workload.add(new InputRow(session, input, false, palette));
        }
        parallelism = new ParallelismPane(session, palette);
        precision = new PrecisionPane(session);
        assumptions = new AssumptionsPane(session, catalog, palette);
        assumptions.expandedProperty().subscribe(() -> assumptions.show(session.shown()));
        things = new Section(model, gpu);
        load = new Section("Workload", workload.toArray(InputRow[]::new));
        chosen.getStyleClass().add("small");
        chosen.setAccessibleText("Which inputs an audience sees");
        chosen.getStyleClass().add("filter");
        chosen.setOnShowing(e -> chosen.getItems().setAll(stars()));
        Nodes.visible(chosen, false);
        VBox all = new VBox(chosen, things, load, parallelism, precision, assumptions);
        all.getStyleClass().add("inputs");
        setContent(all);
        setFitToWidth(true);
        Nodes.paintInParts(this);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().addAll("inputs-scroll", "edge-to-edge");
    }

    /** Lets the figures of the model and of the accelerator be edited. */
    public void setOnEdit(Runnable onModel, Runnable onGpu) {
        model.edits(onModel);
        gpu.edits(onGpu);
    }

    /** Brings the input of {@code key} into sight and gives it the focus; nothing where it is not shown. */
    public void reveal(String key) {
        if (assumptions.isVisible() && AssumptionsPane.holds(key)) {
            assumptions.setExpanded(true);
        }
        getContent().lookupAll("*").stream().filter(node -> key.equals(node.getId()) && Nodes.isSeen(node)).findFirst()
                .ifPresent(node -> {
                    applyCss();
                    layout();
                    double top = getContent().sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY();
                    double hidden = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
                    setVvalue(hidden <= 0 ? 0 : Math.clamp((top - getViewportBounds().getHeight() / 3) / hidden, 0, 1));
                    node.requestFocus();
                });
    }

    /** Redraws the inputs. */
    public void show(Shown shown) {
        ModelSpec m = shown.now().plan().model();
        GpuSpec g = shown.now().plan().hardware().gpu();
        model.show(with(catalog.models(), m), m);
        gpu.show(with(catalog.gpus(), g), g);
        workload.forEach(row -> row.show(shown));
        parallelism.show(shown);
        precision.show(shown);
        assumptions.show(shown);
        if (isPresenting) {
            choose(Starred.of(shown.now().plan()));
        }
    }

    /** Shows the starred inputs only, for an audience, or all of them. */
    public void present(boolean isAudience) {
        isPresenting = isAudience;
        presented = Set.of();
        Nodes.visible(chosen, isAudience);
        Nodes.visible(things, !isAudience);
        Nodes.visible(assumptions, !isAudience);
        if (isAudience) {
            choose(Starred.of(session.planProperty().get()));
        } else {
            present(key -> true);
        }
    }

    private void choose(Set<String> keys) {
        if (!keys.equals(presented)) {
            presented = keys;
            present(keys::contains);
        }
    }

    private void present(Predicate<String> isShown) {
        workload.forEach(row -> Nodes.visible(row, isShown.test(row.key())));
        Nodes.visible(load, workload.stream().anyMatch(row -> isShown.test(row.key())));
        parallelism.present(isShown, !isPresenting);
        precision.present(isShown);
    }

    private List<MenuItem> stars() {
        List<MenuItem> items = new ArrayList<>();
        Starred.all().forEach((key, name) -> {
            CheckMenuItem item = new CheckMenuItem(name);
            item.setSelected(Starred.of(session.planProperty().get()).contains(key));
            item.setOnAction(e -> Starred.set(session, key, item.isSelected()));
            items.add(item);
        });
        return items;
    }

    // a plan may have a model or accelerator of its own, which the catalogue does not know
    private static <T> List<T> with(List<T> known, T own) {
        if (known.contains(own)) {
            return known;
        }
        List<T> all = new ArrayList<>(List.of(own));
        all.addAll(known);
        return all;
    }
}
