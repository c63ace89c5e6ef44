package io.headroom.ui.validation;

import io.headroom.session.validation.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A filter with several groups to choose from; it stays open while they are chosen. */
final class FilterMenu extends MenuButton {

    private static final int LONGEST = 18;

    private final Facet facet;
    private final Consumer<Set<String>> onChosen;
    private Map<String, Integer> choices = Map.of();
    private Set<String> chosen = Set.of();

    FilterMenu(Facet facet, Consumer<Set<String>> onChosen) {
        this.facet = facet;
        this.onChosen = onChosen;
        setId("filter." + facet.name().toLowerCase(java.util.Locale.ROOT));
        setMnemonicParsing(false);
        setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("filter");
        // an empty menu does not open
        getItems().add(new MenuItem());
        showingProperty().subscribe(isShowing -> {
            if (isShowing) {
                fill();
            }
        });
    }

    void show(Map<String, Integer> groups, Set<String> selected) {
        choices = groups;
        boolean isSame = chosen.equals(selected);
        chosen = selected;
        String text = selected.isEmpty() ? facet.label() : selected.size() == 1
                ? shortened(selected.iterator().next()) : facet.label() + ": " + selected.size();
        setText(text);
        setAccessibleText(facet.label() + ": " + (selected.isEmpty() ? "all" : String.join(", ",
                new TreeSet<>(selected))));
        if (isShowing() && !isSame) {
            tick();
        }
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("", "All", choices.values().stream().mapToInt(Integer::intValue).sum()));
        choices.forEach((group, count) -> items.add(item(group, group, count)));
        getItems().setAll(items);
        tick();
    }

    private CustomMenuItem item(String group, String text, int count) {
        Label tick = new Label();
        tick.getStyleClass().add("filter-tick");
        Label name = new Label(text);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        Label rows = new Label(String.valueOf(count));
        rows.getStyleClass().add("hr-muted");
        HBox line = new HBox(tick, name, rows);
        line.getStyleClass().add("filter-line");
        CustomMenuItem item = new CustomMenuItem(line, false);
        item.setUserData(group);
        item.setOnAction(e -> choose(group));
        return item;
    }

    private void choose(String group) {
        Set<String> next = new TreeSet<>(chosen);
        if (group.isEmpty()) {
            next.clear();
        } else if (!next.remove(group)) {
            next.add(group);
        }
        onChosen.accept(next);
    }

    private void tick() {
        for (MenuItem item : getItems()) {
            if (item instanceof CustomMenuItem custom && custom.getContent() instanceof HBox line) {
                String group = (String) custom.getUserData();
                boolean isOn = group.isEmpty() ? chosen.isEmpty() : chosen.contains(group);
                ((Label) line.getChildren().getFirst()).setText(isOn ? "✓" : "");
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
