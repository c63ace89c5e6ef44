package io.headroom.ui.validation;

import io.headroom.session.validation.ValidationSession;
import io.headroom.ui.chart.scatter.Scatter;
import io.headroom.ui.theme.Palette;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** Lays the view out: choices above, the chart and what stands beside it, what it means for the plan below. */
final class ValidationPane extends BorderPane {

    private final ChoiceBar choices;
    private final Scatter chart;
    private final StatePane state;
    private final Headline headline;
    private final ErrorPane errors;
    private final RowsPane rows;
    private final NotCountedPane notCounted = new NotCountedPane();
    private final StackPane pages = new StackPane();
    private final ToggleButton notCountedButton;
    private final MeaningPane meaning;
    private String picked = "";
    private ValidationShown last;

    ValidationPane(ValidationSession session, ObservableValue<Palette> palette, Runnable onImport) {
        getStyleClass().add("validation");
        choices = new ChoiceBar(session);
        chart = new Scatter(palette);
        chart.setId("chart.validation");
        state = new StatePane(session);
        errors = new ErrorPane(session, palette);
        headline = new Headline(session);
        rows = new RowsPane(this::pick);
        meaning = new MeaningPane(session, onImport);
        SegmentedButton choice = new SegmentedButton();
        choice.getStyleClass().add("chart-choice");
        page(choice, "Errors", errors).setSelected(true);
        page(choice, "Rows", rows);
        notCountedButton = page(choice, "Not counted", notCounted);
        pages.getChildren().setAll(errors);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(choice, gap, errors.grouping());
        head.getStyleClass().add("validation-head");
        VBox side = new VBox(headline, head, pages);
        side.getStyleClass().add("validation-side");
        side.setMinWidth(Region.USE_PREF_SIZE);
        VBox.setVgrow(pages, Priority.ALWAYS);
        pages.setMinHeight(0);
        StackPane picture = new StackPane(chart, state);
        picture.getStyleClass().add("validation-picture");
        picture.setMinSize(0, 0);
        setTop(choices);
        setCenter(picture);
        setRight(side);
        setBottom(meaning);
    }

    void show(ValidationShown now) {
        last = now;
        choices.show(now);
        state.show(now.progress());
        chart.show(ScatterText.of(now, picked));
        headline.show(now);
        errors.show(now);
        rows.show(now);
        notCounted.show(now);
        notCountedButton.setText(NotCountedPane.title(now));
        meaning.show(now);
    }

    HBox ownActions() {
        return meaning.ownActions();
    }

    private void pick(String id) {
        picked = id;
        if (last != null) {
            chart.show(ScatterText.of(last, picked));
        }
    }

    private ToggleButton page(SegmentedButton choice, String text, Region page) {
        ToggleButton button = new ToggleButton(text);
        button.setOnAction(e -> {
            button.setSelected(true);
            pages.getChildren().setAll(page);
            errors.grouping().setVisible(page == errors);
        });
        button.setId("validation.page." + text.toLowerCase(java.util.Locale.ROOT).replace(" ", ""));
        choice.getButtons().add(button);
        return button;
    }
}
