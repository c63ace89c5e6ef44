package io.headroom.ui.search;

import io.headroom.explore.search.Objective;
import io.headroom.session.search.GpuQuestion;
import io.headroom.session.search.SearchSession;
import io.headroom.ui.theme.Choices;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** Which numbers of GPUs are set beside each other, and by what the best layout of each is chosen. */
final class QuestionBar extends HBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final SearchSession search;
    private final Runnable redraw;
    private final TextField gpus = new TextField();
    private final Label problem = new Label("Write 16, 24, 32 or up to 64; at most " + GpuQuestion.MOST + ".");

    /** What is set side by side. */
    enum Kind {
        NUMBERS("Numbers of GPUs", "GPUs"), ACCELERATORS("Which GPU", "Up to");

        private final String label;
        private final String bound;

        Kind(String label, String bound) {
            this.label = label;
            this.bound = bound;
        }
    }

    private final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(this, "kind", Kind.NUMBERS);

    QuestionBar(SearchSession search, Consumer<Objective> onRank, Runnable redraw, Node... ends) {
        this.search = search;
        this.redraw = redraw;
        getStyleClass().add("search-choices");
        gpus.setId("search.gpus");
        gpus.setAccessibleText("Numbers of GPUs");
        Hint.on(gpus, "Numbers of GPUs: a list such as 16, 24, 32 or up to 64; empty for those of the plans");
        gpus.setOnAction(e -> ask());
        gpus.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                ask();
            }
        });
        ComboBox<Objective> by = Choices.of("Best layout by", Objective::label, List.of(Objective.values()), onRank);
        by.setId("search.objective");
        by.setValue(Objective.MOST_TOKENS_PER_GPU);
        problem.getStyleClass().add("form-problem");
        problem.setId("search.problem");
        Nodes.visible(problem, false);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label bound = Choices.name(Kind.NUMBERS.bound, gpus);
        kind.subscribe(now -> bound.setText(now.bound));
        getChildren().addAll(kinds(), bound, gpus, Choices.name("best by", by), by, problem, gap);
        getChildren().addAll(ends);
    }

    private SegmentedButton kinds() {
        SegmentedButton both = new SegmentedButton();
        for (Kind one : Kind.values()) {
            ToggleButton button = new ToggleButton(one.label);
            button.setId("search.kind." + one.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(one == kind.get());
            button.setOnAction(e -> {
                // a click on what is shown must not leave none selected
                button.setSelected(true);
                kind.set(one);
                redraw.run();
            });
            both.getButtons().add(button);
        }
        both.setMinWidth(Region.USE_PREF_SIZE);
        return both;
    }

    /** What is set side by side. */
    ReadOnlyObjectProperty<Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** What is asked, as it is typed. */
    private String asked() {
        return kind.get() == Kind.NUMBERS ? search.wish().gpus().text() : String.valueOf(search.mostGpus());
    }

    /** Shows what is asked, unless somebody types. */
    void show() {
        if (!gpus.isFocused()) {
            gpus.setText(asked());
            mark(false);
        }
    }

    private void ask() {
        String text = gpus.getText();
        if (text.isBlank()) {
            search.choose(Optional.empty());
            gpus.setText(asked());
        } else if (!text.strip().equals(asked())) {
            Optional<GpuQuestion> question = GpuQuestion.parse(kind.get() == Kind.NUMBERS ? text
                    : text.replaceFirst("(?i)^\\s*(up\\s*to\\s*)?", "up to "));
            mark(question.isEmpty());
            if (question.isEmpty()) {
                return;
            }
            search.choose(question);
        }
        mark(false);
        redraw.run();
    }

    private void mark(boolean isWrong) {
        gpus.pseudoClassStateChanged(ERROR, isWrong);
        Nodes.visible(problem, isWrong);
    }
}
