package io.headroom.ui;

import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.session.PlanSession;
import io.headroom.ui.theme.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import org.controlsfx.control.SegmentedButton;

/**
 * The plans of the review as tabs; the baseline has a hollow mark. Where there is no room for all of every name, the
 * longest names are shortened first, all to the same width; below a least width the last tabs move into a menu.
 */
final class PlanTabs extends HBox {

    private static final double LEAST_EM = 7.5;
    // segments lie over one another's border
    private static final double OVERLAP = 2;

    private final PlanSession session;
    private final SegmentedButton tabs = new SegmentedButton();
    private final MenuButton more = new MenuButton();
    private final List<ToggleButton> all = new ArrayList<>();
    private List<String> shown = List.of();
    private List<Double> widths = List.of();
    private Font measured;
    private double menuWidth;

    PlanTabs(PlanSession session) {
        this.session = session;
        getStyleClass().add("plan-row");
        setAlignment(Pos.CENTER_LEFT);
        tabs.getStyleClass().add("plan-tabs");
        tabs.setFocusTraversable(false);
        more.getStyleClass().add("filter");
        more.setId("plans.more");
        more.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(tabs, more);
        setMinWidth(0);
    }

    void show() {
        Review review = session.reviewProperty().get();
        List<String> names = new ArrayList<>(review.plans().stream().map(Plan::name).toList());
        names.add(review.baseline());
        if (!names.equals(shown)) {
            shown = names;
            rebuild(review);
        }
        ToggleButton now = all.get(session.index());
        if (!now.isSelected()) {
            now.setSelected(true);
            requestLayout();
        }
    }

    private void rebuild(Review review) {
        all.clear();
        for (int i = 0; i < review.plans().size(); i++) {
            int index = i;
            String name = review.plans().get(i).name();
            boolean isBaseline = name.equals(review.baseline());
            ToggleButton tab = new ToggleButton(letter(i) + "  " + name + (isBaseline ? "  △" : ""));
            // an underscore in a name is no mnemonic
            tab.setMnemonicParsing(false);
            tab.setMinWidth(0);
            tab.setAccessibleText("Plan " + letter(i) + ", " + name + (isBaseline ? ", the baseline" : ""));
            Hint.on(tab, name + (isBaseline ? "\nThe baseline that others are compared with" : ""));
            tab.setOnAction(e -> {
                // a click on the tab that is shown must not leave none selected
                tab.setSelected(true);
                session.select(index);
            });
            all.add(tab);
        }
        // the group of the tabs would keep those that go
        tabs.getButtons().forEach(tab -> tab.setToggleGroup(null));
        widths = List.of();
        measured = null;
        tabs.getButtons().setAll(all);
    }

    /** Makes the tabs fit into {@code room}; to be called in a layout. */
    void fit(double room) {
        if (all.isEmpty()) {
            return;
        }
        Font font = all.getFirst().getFont();
        if (!font.equals(measured) && tabs.getButtons().size() < all.size()) {
            tabs.getButtons().setAll(all);
        }
        if (!font.equals(measured)) {
            more.setText("+" + all.size());
            all.forEach(tab -> tab.setPrefWidth(USE_COMPUTED_SIZE));
            widths = all.stream().map(tab -> Math.ceil(tab.prefWidth(-1)) + OVERLAP).toList();
            menuWidth = Math.ceil(more.prefWidth(-1));
            measured = font;
        }
        double least = LEAST_EM * font.getSize();
        List<Integer> seen = seen(room, least);
        double cap = cap(seen.stream().map(widths::get).sorted().toList(),
                room - (seen.size() < all.size() ? menuWidth + getSpacing() : 0));
        for (int index : seen) {
            double width = Math.min(widths.get(index), Math.max(least, Math.floor(cap)));
            if (all.get(index).getPrefWidth() != width) {
                all.get(index).setPrefWidth(width);
            }
        }
        List<ToggleButton> now = seen.stream().map(all::get).toList();
        if (!now.equals(tabs.getButtons())) {
            tabs.getButtons().setAll(now);
        }
        fill(seen);
    }

    /** Indices of the tabs that are shown: all, else as many as fit at the least width, the selected one among them. */
    private List<Integer> seen(double room, double least) {
        List<Integer> every = IntStream.range(0, all.size()).boxed().toList();
        if (every.stream().mapToDouble(i -> Math.min(widths.get(i), least)).sum() <= room) {
            return every;
        }
        int selected = session.index();
        double left = room - menuWidth - getSpacing() - Math.min(widths.get(selected), least);
        List<Integer> seen = new ArrayList<>();
        for (int i : every) {
            double width = i == selected ? 0 : Math.min(widths.get(i), least);
            // the first that finds no room ends the row: no later, shorter name jumps its place
            left -= width;
            if (i == selected || left >= 0) {
                seen.add(i);
            }
        }
        return seen;
    }

    /** The width to which those that are wider are cut, so that all fit into {@code room}; {@code sorted} rises. */
    private static double cap(List<Double> sorted, double room) {
        double left = room;
        for (int i = 0; i < sorted.size(); i++) {
            double share = left / (sorted.size() - i);
            if (sorted.get(i) > share) {
                return share;
            }
            left -= sorted.get(i);
        }
        return Double.MAX_VALUE;
    }

    private void fill(List<Integer> seen) {
        int hidden = all.size() - seen.size();
        if (hidden > 0 && !more.getText().equals("+" + hidden) || hidden == 0 == more.isVisible()) {
            more.setText("+" + hidden);
            more.setAccessibleText(hidden + " more plans");
        }
        more.setVisible(hidden > 0);
        more.setManaged(hidden > 0);
        more.setOnShowing(e -> more.getItems().setAll(IntStream.range(0, all.size()).filter(i -> !seen.contains(i))
                .mapToObj(i -> {
                    MenuItem item = new MenuItem(all.get(i).getText());
                    item.setMnemonicParsing(false);
                    item.setOnAction(chosen -> session.select(i));
                    return item;
                }).toList()));
    }

    private static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1);
    }
}
