package io.headroom.ui.input;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.explore.input.Assumption;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The assumptions, folded: profile, engine, efficiencies, overheads; what the plan says itself is marked. */
final class AssumptionsPane extends TitledPane {

    private static final String NO_ENGINE = "any";

    private final PlanSession session;
    private final Catalog catalog;
    private final Chooser<Profile> profile;
    private final Chooser<String> engine;
    private final VBox content;
    private final Supplier<List<InputRow>> makeRows;
    private final List<InputRow> rows = new ArrayList<>();

    AssumptionsPane(PlanSession session, Catalog catalog, ObservableValue<Palette> palette) {
        this.session = session;
        this.catalog = catalog;
        setExpanded(false);
        setAnimated(false);
        getStyleClass().add("assumptions");
        profile = Chooser.plain("Profile", Profile::id, this::choose);
        engine = Chooser.plain("Engine", e -> e, this::chooseEngine);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("chooser-grid");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        grid.addRow(0, profile, engine);
        content = new VBox(grid);
        content.getStyleClass().add("input-section");
        makeRows = () -> rows(session, palette);
        setContent(content);
    }

    private static List<InputRow> rows(PlanSession session, ObservableValue<Palette> palette) {
        List<InputRow> rows = new ArrayList<>();
        for (Assumption assumption : Inputs.ASSUMPTIONS) {
            rows.add(new InputRow(session, assumption, palette));
        }
        rows.add(new InputRow(session, Inputs.CHUNK, false, palette));
        for (Input input : List.of(Inputs.SUPPLY.getFirst(), Inputs.SUPPLY.getLast())) {
            rows.add(new InputRow(session, input, false, palette));
        }
        return rows;
    }

    /** Whether the input of {@code key} is among them. */
    static boolean holds(String key) {
        return key.startsWith("assumptions.") || key.equals(Inputs.CHUNK.key())
                || Inputs.SUPPLY.stream().anyMatch(input -> input.key().equals(key));
    }

    void show(Shown shown) {
        Plan plan = shown.now().plan();
        Assumptions a = plan.assumptions();
        int own = a.given().size();
        int uncertain = plan.ranges().byKey().size();
        setText("Assumptions: " + a.profile().id() + (own == 0 ? "" : ", " + own + " changed")
                + (uncertain == 0 ? "" : uncertain == 1 ? ", 1 range" : ", " + uncertain + " ranges"));
        setAccessibleText(getText());
        profile.show(catalog.profiles(), a.profile(), a.profile().note());
        TreeSet<String> engines = new TreeSet<>(a.profile().engines().keySet());
        if (a.engine() != null) {
            engines.add(a.engine());
        }
        List<String> names = new ArrayList<>(List.of(NO_ENGINE));
        names.addAll(engines);
        String chosen = a.engine() == null ? NO_ENGINE : a.engine();
        String versions = a.engineSpec().name();
        engine.show(names, chosen, "Engine: " + (versions.isEmpty() ? chosen : versions));
        engine.setDisable(names.size() == 1);
        if (isExpanded()) {
            // made when somebody first looks: the toolkit walks over all nodes of a window with each frame
            if (rows.isEmpty()) {
                rows.addAll(makeRows.get());
                content.getChildren().addAll(rows);
            }
            for (InputRow row : rows) {
                // a price that nobody knows has no slider
                Nodes.visible(row, row.isKnownIn(plan));
                if (row.isVisible()) {
                    row.show(shown);
                }
            }
        }
    }

    private void choose(Profile chosen) {
        String before = session.planProperty().get().assumptions().profile().id();
        session.edit(new Change("Profile", before, chosen.id()),
                p -> p.withAssumptions(p.assumptions().withProfile(chosen)));
    }

    private void chooseEngine(String chosen) {
        String name = chosen.equals(NO_ENGINE) ? null : chosen;
        Assumptions before = session.planProperty().get().assumptions();
        session.edit(new Change("Engine", before.engine() == null ? NO_ENGINE : before.engine(), chosen),
                p -> p.withAssumptions(new Assumptions(p.assumptions().profile(), name, p.assumptions().given())));
    }
}
