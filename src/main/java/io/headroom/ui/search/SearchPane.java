package io.headroom.ui.search;

import io.headroom.explore.search.Objective;
import io.headroom.format.Formatter;
import io.headroom.session.Shown;
import io.headroom.session.search.SearchAnswer;
import io.headroom.session.search.SearchSession;
import io.headroom.ui.chart.front.FrontChart;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.view.Veil;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Lays the view out: what is asked, numbers of GPUs beside each other, below them the front and what it means. */
final class SearchPane extends StackPane {

    private final SearchSession search;
    private final QuestionBar questions;
    private final AlternativesTable table;
    private final FrontChart chart;
    private final FrontBar front;
    private final FactsPane facts = new FactsPane();
    private final VBox results;
    private final Veil veil;
    private final Label state = new Label();
    private Optional<SearchAnswer> shown = Optional.empty();
    private Objective objective = Objective.MOST_TOKENS_PER_GPU;
    private Formatter format;

    SearchPane(SearchSession search, ObservableValue<Palette> palette, Runnable redraw) {
        this.search = search;
        getStyleClass().add("search");
        table = new AlternativesTable(search::adopt);
        questions = new QuestionBar(search, this::rank, redraw, state, table.adoptButton());
        chart = new FrontChart(palette);
        chart.setId("chart.front");
        chart.setMinSize(0, 0);
        chart.setOnPick(spot -> shown.flatMap(a -> FrontText.found(a, spot.key())).ifPresent(search::adopt));
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
        StackPane covered = new StackPane(results, veil);
        covered.setMinSize(0, 0);
        VBox all = new VBox(questions, covered);
        all.setMinSize(0, 0);
        VBox.setVgrow(covered, Priority.ALWAYS);
        state.setId("search.state");
        state.getStyleClass().add("hr-chip");
        state.setMinWidth(0);
        getChildren().add(all);
        search.progressProperty().subscribe(this::say);
    }

    void show(Shown now) {
        questions.show(search.wish());
        front.show(search.wish());
        Optional<SearchAnswer> answer = search.answerProperty().get();
        boolean isCurrent = search.isCurrent();
        results.setVisible(answer.isPresent());
        veil.cover(!isCurrent);
        boolean isSame = answer.equals(shown) && format != null && format.byteUnits() == now.format().byteUnits();
        if (answer.isPresent() && !isSame) {
            shown = answer;
            format = now.format();
            table.show(answer.get(), objective, format);
            facts.show(answer.get(), format);
            chart.show(FrontText.of(answer.get(), format));
        }
        say();
    }

    private void say() {
        String problem = search.problemProperty().get();
        state.setText(!problem.isEmpty() ? "✗ It could not be searched: " + problem
                : (shown.isEmpty() ? "Searching… " : "Of the plan before; searching… ")
                        + FrontText.share(search.progressProperty().get()));
        Nodes.visible(state, !search.isCurrent());
    }

    private void rank(Objective by) {
        objective = by;
        shown.ifPresent(answer -> table.show(answer, objective, format));
    }
}
