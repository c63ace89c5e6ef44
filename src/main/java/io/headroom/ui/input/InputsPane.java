package io.headroom.ui.input;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Hardware;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
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

    public InputsPane(PlanSession session, Catalog catalog, ObservableValue<Palette> palette) {
        this.session = session;
        this.catalog = catalog;
        model = Chooser.searchable("Model", ModelSpec::name, this::chooseModel);
        gpu = Chooser.searchable("GPU", GpuSpec::name, this::chooseGpu);
        model.box().setId("model");
        gpu.box().setId("gpu");
        for (Input input : Inputs.WORKLOAD) {
            workload.add(new InputRow(session, input, false, palette));
        }
        parallelism = new ParallelismPane(session, palette);
        precision = new PrecisionPane(session);
        assumptions = new AssumptionsPane(session, catalog, palette);
        assumptions.expandedProperty().subscribe(() -> assumptions.show(session.shown()));
        Section things = new Section(model, gpu);
        Section load = new Section("Workload", workload.toArray(InputRow[]::new));
        VBox all = new VBox(things, load, parallelism, precision, assumptions);
        all.getStyleClass().add("inputs");
        setContent(all);
        setFitToWidth(true);
        Nodes.paintInParts(this);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().addAll("inputs-scroll", "edge-to-edge");
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
    }

    private void chooseModel(ModelSpec chosen) {
        ModelSpec before = session.planProperty().get().model();
        session.edit(new Change("Model", before.name(), chosen.name()), plan -> plan.withModel(chosen));
    }

    private void chooseGpu(GpuSpec chosen) {
        GpuSpec before = session.planProperty().get().hardware().gpu();
        session.edit(new Change("GPU", before.name(), chosen.name()),
                plan -> plan.withHardware(Hardware.of(chosen)));
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
