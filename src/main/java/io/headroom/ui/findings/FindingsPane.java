package io.headroom.ui.findings;

import io.headroom.check.legal.Fix;
import io.headroom.explore.advice.Advice;
import io.headroom.format.Formatter;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.Veil;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** Lays the view out: what is wrong on the left; how far the plan goes, or who holds what, on the right. */
final class FindingsPane extends StackPane {

    private static final double HALF = 50;

    private final ProblemsPane problems;
    private final AnswersPane answers;
    private final RatingsPane ratings = new RatingsPane();
    private final DivisionPane division;
    private final ScrollPane holds;
    private final GridPane columns = new GridPane();
    private final Veil veil;
    private final StackPane pages = new StackPane();
    private final Label state = new Label();
    private final Label free = new Label(
            "The number of GPUs is kept for sliders and What if only; a fix that changes it says so.");
    private Optional<Advice> shown = Optional.empty();
    private Formatter format;

    FindingsPane(ObservableValue<Palette> palette, Consumer<Fix> onFix) {
        getStyleClass().add("findings");
        problems = new ProblemsPane(onFix);
        answers = new AnswersPane(onFix);
        division = new DivisionPane(palette);
        veil = new Veil(palette);
        ScrollPane limits = scroll(new VBox(answers, ratings));
        holds = scroll(division);
        SegmentedButton choice = new SegmentedButton(page("How far it goes", limits), page("Who holds what", holds));
        choice.getStyleClass().add("chart-choice");
        choice.getButtons().getFirst().setSelected(true);
        pages.getChildren().setAll(limits);
        VBox right = new VBox(choice, pages);
        right.getStyleClass().add("findings-right");
        VBox.setVgrow(pages, Priority.ALWAYS);
        ScrollPane wrong = scroll(problems);
        VBox.setVgrow(wrong, Priority.ALWAYS);
        free.setId("findings.free");
        free.getStyleClass().addAll("hr-muted", "findings-free");
        free.setWrapText(true);
        free.setMinHeight(USE_PREF_SIZE);
        Nodes.visible(free, false);
        VBox left = new VBox(free, wrong);
        left.setMinSize(0, 0);
        columns.addRow(0, left, right);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(HALF);
            columns.getColumnConstraints().add(half);
            GridPane.setVgrow(columns.getChildren().get(i), Priority.ALWAYS);
        }
        columns.setMinSize(0, 0);
        state.setId("findings.state");
        state.getStyleClass().add("hr-chip");
        state.setMouseTransparent(true);
        getChildren().addAll(columns, veil, state);
        StackPane.setAlignment(state, Pos.TOP_RIGHT);
    }

    /** Says that what is offered here is free to change the number of GPUs, where that is kept elsewhere. */
    void sayFree(boolean isKeptElsewhere) {
        Nodes.visible(free, isKeptElsewhere);
    }

    /** Says whether what is shown is about an earlier plan, and why that may stay so. */
    void state(boolean isStale, String problem) {
        veil.cover(isStale);
        state.setText(!problem.isEmpty() ? "✗ It could not be worked out: " + problem
                : shown.isEmpty() ? "Working it out…" : "Of the plan before; working it out…");
        Nodes.visible(state, isStale);
    }

    /** Shows {@code advice}. */
    void show(Optional<Advice> advice, Formatter now) {
        columns.setVisible(advice.isPresent());
        boolean isSame = advice.equals(shown) && format != null && format.byteUnits() == now.byteUnits();
        if (advice.isPresent() && !isSame) {
            shown = advice;
            format = now;
            problems.show(advice.get(), format);
            fillPage();
        }
    }

    /** Of the pages on the right only the one that is seen is written. */
    private void fillPage() {
        if (shown.isEmpty()) {
            return;
        }
        if (pages.getChildren().contains(holds)) {
            division.show(shown.get(), format);
        } else {
            answers.show(shown.get(), format);
            ratings.show(shown.get(), format);
        }
    }

    private ToggleButton page(String text, Region page) {
        ToggleButton button = new ToggleButton(text);
        button.setId("findings.page." + text.toLowerCase(Locale.ROOT).replace(" ", ""));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> {
            button.setSelected(true);
            pages.getChildren().setAll(page);
            fillPage();
        });
        return button;
    }

    private static ScrollPane scroll(Region content) {
        content.getStyleClass().add("findings-column");
        // the column decides how wide its content is, never the other way round
        content.setMinWidth(0);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinSize(0, 0);
        scroll.getStyleClass().addAll("findings-scroll", "edge-to-edge");
        Nodes.paintInParts(scroll);
        return scroll;
    }
}
