package io.headroom.ui.validation;

import io.headroom.session.validation.Comparison;
import io.headroom.session.validation.Facet;
import io.headroom.session.validation.Scope;
import io.headroom.session.validation.Selection;
import io.headroom.session.validation.ValidationSession;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** What of all rows is looked at: the quantity, the filters, screened rows. */
final class ChoiceBar extends FlowPane {

    private final ValidationSession session;
    private final Map<Scope, ToggleButton> scopes = new EnumMap<>(Scope.class);
    private final Map<Facet, FilterMenu> filters = new EnumMap<>(Facet.class);
    private final Button reset = new Button("Show all");
    private final CheckBox doubted = new CheckBox();

    ChoiceBar(ValidationSession session) {
        this.session = session;
        getStyleClass().add("validation-choices");
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(VPos.CENTER);
        SegmentedButton choice = new SegmentedButton();
        for (Scope scope : Scope.values()) {
            ToggleButton button = new ToggleButton(scope.label());
            button.setId("scope." + scope.name().toLowerCase(java.util.Locale.ROOT));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(e -> {
                button.setSelected(true);
                change(s -> s.withScope(scope));
            });
            scopes.put(scope, button);
            choice.getButtons().add(button);
        }
        getChildren().addAll(choice, label());
        for (Facet facet : Facet.values()) {
            FilterMenu menu = new FilterMenu(facet, groups -> change(s -> s.withFilter(facet, Set.copyOf(groups))));
            filters.put(facet, menu);
            getChildren().add(menu);
        }
        reset.setId("validation.reset");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(e -> change(Selection::withoutFilters));
        doubted.setId("validation.doubted");
        doubted.setOnAction(e -> change(s -> s.withDoubted(doubted.isSelected())));
        getChildren().addAll(reset, doubted);
    }

    void show(ValidationShown now) {
        Comparison comparison = now.comparison();
        Selection selection = comparison.selection();
        scopes.get(selection.scope()).setSelected(true);
        filters.forEach((facet, menu) -> menu.show(comparison.choices().get(facet), selection.filter(facet)));
        reset.setDisable(selection.isWhole());
        doubted.setSelected(selection.withDoubted());
        doubted.setText(comparison.doubted() == 0 ? "Screened rows" : "Screened rows (" + comparison.doubted() + ")");
    }

    private void change(UnaryOperator<Selection> change) {
        session.selectionProperty().set(change.apply(session.selectionProperty().get()));
    }

    private static Label label() {
        Label label = new Label("Only");
        label.getStyleClass().add("hr-muted");
        return label;
    }
}
