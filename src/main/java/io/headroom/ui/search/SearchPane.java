package io.headroom.ui.search;

import io.headroom.explore.alternative.Distance;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.Objective;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import io.headroom.session.Shown;
import io.headroom.session.search.GpuSession;
import io.headroom.session.search.SearchAnswer;
import io.headroom.session.search.SearchSession;
import io.headroom.ui.chart.front.FrontChart;
import io.headroom.ui.search.QuestionBar.Kind;
import io.headroom.ui.theme.Hint;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.Veil;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Lays the view out: what is asked; numbers of GPUs beside each other with the front and what it means, or accelerators
 * beside each other.
 */
final class SearchPane extends StackPane {

    private final SearchSession search;
    private final GpuSession gpus;
    private final QuestionBar questions;
    private final AlternativesTable table = new AlternativesTable(this::adopt);
    private final GpuTable accelerators = new GpuTable(this::adopt);
    private final FrontChart chart;
    private final FrontBar front;
    private final FactsPane facts = new FactsPane();
    private final VBox results;
    private final Veil veil;
    private final Label state = new Label();
    private final Button adopt = new Button("Add as plan");
    private Optional<SearchAnswer> shown = Optional.empty();
    private Optional<GpuSession.Answer> shownGpus = Optional.empty();
    private Plan shownPlan;
    private Objective objective = Objective.MOST_TOKENS_PER_GPU;
    private Formatter format;

    SearchPane(SearchSession search, GpuSession gpus, ObservableValue<Palette> palette, Runnable redraw) {
        this.search = search;
        this.gpus = gpus;
        getStyleClass().add("search");
        adopt.setId("search.adopt");
        adopt.setMinWidth(Region.USE_PREF_SIZE);
        Hint.on(adopt, "Adds the best layout of the chosen row to the review");
        adopt.setOnAction(e -> chosen().ifPresent(this::adopt));
        questions = new QuestionBar(search, this::rank, redraw, state, adopt);
        table.onChoice(this::allow);
        accelerators.onChoice(this::allow);
        chart = new FrontChart(palette);
        chart.setId("chart.front");
        chart.setMinSize(0, 0);
        chart.setOnPick(spot -> shown.flatMap(a -> FrontText.found(a, objective, spot.key())).ifPresent(search::adopt));
        front = new FrontBar(search, redraw);
        VBox picture = new VBox(front, chart);
        picture.getStyleClass().add("search-picture");
        picture.setMinSize(0, 0);
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox below = new HBox(picture, facts);
        HBox.setHgrow(picture, Priority.ALWAYS);
        below.setMinSize(0, 0);
        results = new VBox(table, below);
        results.setMinSize(0, 0);
        VBox.setVgrow(below, Priority.ALWAYS);
        veil = new Veil(palette);
        StackPane either = new StackPane(results, accelerators, veil);
        either.setMinSize(0, 0);
        VBox all = new VBox(questions, either);
        all.setMinSize(0, 0);
        VBox.setVgrow(either, Priority.ALWAYS);
        state.setId("search.state");
        state.getStyleClass().add("hr-chip");
        state.setMinWidth(0);
        getChildren().add(all);
        search.progressProperty().subscribe(this::say);
        allow();
    }

    /** Asks what is to be shown; what is not shown is given up. */
    void ask() {
        if (isNumbers()) {
            gpus.forget();
            search.ask();
        } else {
            search.forget();
            gpus.ask(most());
        }
    }

    private boolean isNumbers() {
        return questions.kindProperty().get() == Kind.NUMBERS;
    }

    private int most() {
        return search.mostGpus();
    }

    void show(Shown now) {
        questions.show();
        boolean isOtherUnit = format == null || format.byteUnits() != now.format().byteUnits();
        format = now.format();
        boolean isCurrent = isNumbers() ? search.isCurrent() : gpus.isCurrent(most());
        if (isNumbers()) {
            numbers(isOtherUnit, isCurrent);
        } else {
            accelerators(isOtherUnit);
        }
        results.setVisible(isNumbers() && shown.isPresent());
        accelerators.setVisible(!isNumbers() && shownGpus.isPresent());
        veil.cover(!isCurrent);
        allow();
        say();
    }

    private void numbers(boolean isOtherUnit, boolean isCurrent) {
        front.show(search.wish());
        Optional<SearchAnswer> answer = search.answerProperty().get();
        boolean isSame = answer.equals(shown) && !isOtherUnit;
        // an answer that is old lies below the veil: where the plan stands beside it is of no use
        if (answer.isEmpty() || isSame && (!isCurrent || search.plan().equals(shownPlan))) {
            return;
        }
        shown = answer;
        shownPlan = search.plan();
        if (!isSame) {
            table.show(answer.get(), objective, format);
        }
        // the plan's own place moves with its degrees, the front does not
        Optional<Distance> distance = search.distance(answer.get());
        facts.show(answer.get(), distance, format);
        chart.show(FrontText.of(answer.get(), objective, shownPlan, distance, format));
    }

    private void accelerators(boolean isOtherUnit) {
        Optional<GpuSession.Answer> answer = gpus.answerProperty().get();
        if (answer.isPresent() && (isOtherUnit || !answer.equals(shownGpus))) {
            shownGpus = answer;
            accelerators.show(answer.get().choices(), answer.get().wish().plan(), objective, format);
        }
    }

    private Optional<Found> chosen() {
        return isNumbers() ? table.chosen() : accelerators.chosen();
    }

    private void allow() {
        adopt.setDisable(chosen().isEmpty());
    }

    /** An old answer adds nothing. */
    private void adopt(Found found) {
        if (isNumbers()) {
            search.adopt(found);
        } else if (gpus.isCurrent(most())) {
            gpus.adopt(found);
        }
    }

    private void say() {
        boolean isFirst = isNumbers() ? shown.isEmpty() : shownGpus.isEmpty();
        String problem = isNumbers() ? search.problemProperty().get() : gpus.problemProperty().get();
        state.setText(!problem.isEmpty() ? "✗ It could not be searched: " + problem
                : (isFirst ? "Searching… " : "Of the plan before; searching… ")
                        + (isNumbers() ? FrontText.share(search.progressProperty().get()) : ""));
        Nodes.visible(state, isNumbers() ? !search.isCurrent() : !gpus.isCurrent(most()));
    }

    private void rank(Objective by) {
        objective = by;
        shown.ifPresent(answer -> {
            table.show(answer, objective, format);
            chart.show(FrontText.of(answer, objective, shownPlan, search.distance(answer), format));
        });
        shownGpus.ifPresent(answer -> accelerators.show(answer.choices(), answer.wish().plan(), objective, format));
    }
}
