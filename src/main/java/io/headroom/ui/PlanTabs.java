package io.headroom.ui;

import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.session.PlanSession;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;

/** The plans of the review as tabs; the baseline has a hollow mark. */
final class PlanTabs extends HBox {

    private static final int LONGEST = 22;

    private final PlanSession session;
    private final SegmentedButton tabs = new SegmentedButton();
    private List<String> shown = List.of();

    PlanTabs(PlanSession session) {
        this.session = session;
        tabs.getStyleClass().add("plan-tabs");
        tabs.setFocusTraversable(false);
        getChildren().add(tabs);
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
        tabs.getButtons().get(session.index()).setSelected(true);
    }

    private void rebuild(Review review) {
        List<ToggleButton> buttons = new ArrayList<>();
        for (int i = 0; i < review.plans().size(); i++) {
            int index = i;
            String name = review.plans().get(i).name();
            boolean isBaseline = name.equals(review.baseline());
            ToggleButton tab = new ToggleButton(letter(i) + "  " + shortened(name) + (isBaseline ? "  △" : ""));
            // an underscore in a name is no mnemonic
            tab.setMnemonicParsing(false);
            tab.setAccessibleText("Plan " + letter(i) + ", " + name + (isBaseline ? ", the baseline" : ""));
            tab.setTooltip(new Tooltip(name + (isBaseline ? "\nThe baseline that others are compared with" : "")));
            tab.setOnAction(e -> {
                // a click on the tab that is shown must not leave none selected
                tab.setSelected(true);
                session.select(index);
            });
            buttons.add(tab);
        }
        // the group of the tabs would keep those that go
        tabs.getButtons().forEach(tab -> tab.setToggleGroup(null));
        tabs.getButtons().setAll(buttons);
    }

    private static String letter(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
