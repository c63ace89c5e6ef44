package io.headroom.ui.edit;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.ModelSpec;
import io.headroom.plan.Plan;
import io.headroom.session.PlanSession;
import io.headroom.session.custom.EntryDraft;
import io.headroom.session.custom.EntryField;
import io.headroom.session.custom.Group;
import io.headroom.session.custom.OwnFigures;
import io.headroom.session.custom.Size;
import io.headroom.ui.theme.Nodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The figures of the model or the accelerator of a plan, to be changed; what they come to follows while they are typed. */
public final class EntryForm extends Form {

    private static final int COLUMNS = 3;
    private static final int CHARACTERS = 8;

    private final PlanSession session;
    private final EntryDraft<?> draft;
    private final Runnable follow;
    private final Map<EntryField, Label> problems = new LinkedHashMap<>();
    private final Map<EntryField, Node> fields = new LinkedHashMap<>();
    private final Label computed = new Label();
    private final Label stated = new Label();
    private final Label warning = new Label();

    private EntryForm(PlanSession session, EntryDraft<?> draft, Runnable close, Follow follow) {
        super(close);
        this.session = session;
        this.draft = draft;
        this.follow = () -> follow.show(this);
        getStyleClass().add("entry-form");
        computed.setId("entry.computed");
        computed.getStyleClass().add("entry-computed");
        stated.setId("entry.stated");
        warning.setId("entry.warning");
        warning.getStyleClass().add("hr-warn");
        for (Label label : List.of(computed, stated, warning)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            Nodes.visible(label, false);
        }
    }

    @FunctionalInterface
    private interface Follow {
        void show(EntryForm form);
    }

    /** The model of the plan on screen; {@code close} takes the form away. */
    public static EntryForm model(PlanSession session, Catalog catalog, Runnable close) {
        Plan plan = session.planProperty().get();
        EntryDraft<ModelSpec> draft = EntryDraft.model(plan, catalog);
        EntryForm form = new EntryForm(session, draft, close, f -> f.size(Size.of(draft, plan)));
        form.fill("Model of this plan");
        return form;
    }

    /** The accelerator of the plan on screen; {@code close} takes the form away. */
    public static EntryForm gpu(PlanSession session, Catalog catalog, Runnable close) {
        Plan plan = session.planProperty().get();
        EntryForm form = new EntryForm(session, EntryDraft.gpu(plan, catalog), close,
                f -> say(f.stated, OwnFigures.text(plan.hardware())));
        form.fill("GPU of this plan");
        return form;
    }

    /** Puts the cursor into the first figure: what follows the name. */
    public void start() {
        // what scrolls is in the scene no sooner than the skin of its pane
        applyCss();
        fields.values().stream().skip(1).findFirst().ifPresent(Node::requestFocus);
    }

    private void fill(String title) {
        Label name = new Label(title);
        name.getStyleClass().add("entry-title");
        VBox groups = new VBox();
        groups.getStyleClass().add("entry-groups");
        draft.groups().forEach(group -> groups.getChildren().add(rows(group)));
        ScrollPane scroll = new ScrollPane(groups);
        Nodes.paintInParts(scroll);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("entry-scroll", "edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        // what the figures come to stays in sight while they scroll
        lay(null, name, scroll, new VBox(computed, stated, warning));
        show();
    }

    private Node rows(Group group) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("entry-grid");
        int row = 0;
        for (EntryField figure : group.fields()) {
            Label problem = new Label();
            problem.setId("entry.problem." + figure.key());
            problem.getStyleClass().addAll("form-problem", "hr-small");
            problem.setWrapText(true);
            problem.setMinHeight(Region.USE_PREF_SIZE);
            problems.put(figure, problem);
            row = row(grid, figure, row);
            grid.add(problem, 0, row++, COLUMNS, 1);
        }
        if (group.title().isEmpty()) {
            return grid;
        }
        Label title = new Label(group.title());
        title.getStyleClass().add("hr-section");
        return new VBox(title, grid);
    }

    private int row(GridPane grid, EntryField figure, int row) {
        Node field = field(figure);
        fields.put(figure, field);
        Label label = new Label(figure.label());
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return switch (figure.kind()) {
            case FLAG -> {
                grid.add(field, 0, row, COLUMNS, 1);
                yield row + 1;
            }
            case TEXT -> {
                grid.add(label, 0, row, COLUMNS, 1);
                grid.add(field, 0, row + 1, COLUMNS, 1);
                yield row + 2;
            }
            case NUMBER, PARAMETERS -> {
                label.setMaxWidth(Double.MAX_VALUE);
                GridPane.setHgrow(label, Priority.ALWAYS);
                Label unit = new Label(figure.unitText());
                unit.getStyleClass().add("entry-unit");
                grid.addRow(row, label, field, unit);
                yield row + 1;
            }
        };
    }

    private Node field(EntryField figure) {
        if (figure.kind() == EntryField.Kind.FLAG) {
            CheckBox box = new CheckBox(figure.label());
            box.setId("entry." + figure.key());
            box.setSelected(Boolean.parseBoolean(draft.text(figure)));
            box.selectedProperty().subscribe((before, now) -> type(figure, Boolean.toString(now)));
            return box;
        }
        TextField field = new TextField(draft.text(figure));
        field.setId("entry." + figure.key());
        field.setAccessibleText(figure.unitText().isEmpty() ? figure.label()
                : figure.label() + ", " + figure.unitText());
        field.setPrefColumnCount(CHARACTERS);
        field.setPromptText(figure.isOptional() ? "–" : "");
        if (figure.kind() != EntryField.Kind.TEXT) {
            field.getStyleClass().add("entry-number");
        }
        field.textProperty().subscribe((before, now) -> type(figure, now));
        field.setOnAction(e -> trySave());
        return field;
    }

    private void type(EntryField figure, String text) {
        draft.type(figure, text);
        show();
    }

    private void show() {
        problems.forEach((figure, label) -> {
            String why = draft.problem(figure);
            label.setText(why);
            fields.get(figure).setAccessibleHelp(why);
            Nodes.visible(label, !why.isEmpty());
        });
        follow.run();
    }

    private void size(Size size) {
        say(computed, size.computed());
        say(stated, size.stated());
        say(warning, size.warning());
    }

    private static void say(Label label, String text) {
        label.setText(text);
        Nodes.visible(label, !text.isEmpty());
    }

    @Override
    String save() {
        if (draft.entry() == null) {
            return draft.problems() == 1 ? "One figure is not right yet." : draft.problems() + " figures are not right yet.";
        }
        draft.save(session);
        return "";
    }
}
