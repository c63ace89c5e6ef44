package io.headroom.ui.compare;

import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.BreakEven;
import io.headroom.explore.alternative.BreakEvenText;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.session.PlanSession;
import io.headroom.session.Shown;
import io.headroom.session.figures.Headline;
import io.headroom.ui.theme.Choices;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Palette;
import io.headroom.ui.theme.Unbroken;
import io.headroom.ui.view.Latest;
import io.headroom.ui.view.Veil;
import io.headroom.ui.view.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** From which value of an input one plan of the review beats another: both lines, their crossings, and in words. */
final class BreakEvenPane extends VBox {

    private static final List<Metric> METRICS = List.of(Metric.OUTPUT_TOKENS_PER_GPU, Metric.OUTPUT_TOKENS,
            Metric.TTFT_ALONE, Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY, Metric.TPOT_STEADY, Metric.E2E_STEADY,
            Metric.MEMORY_TOTAL, Metric.COST_PER_HOUR, Metric.COST_PER_MILLION_TOKENS, Metric.ENERGY_PER_TOKEN);

    /** Two plans, what moves and what is compared. */
    private record Question(Plan first, Plan second, Input input, Metric metric) {

        BreakEven answer() {
            return BreakEven.of(first, second, input, metric);
        }
    }

    private final PlanSession session;
    private final Latest<Question, BreakEven> latest;
    private final BreakEvenChart chart;
    private final Veil veil;
    private final ComboBox<Integer> first = new ComboBox<>();
    private final ComboBox<Integer> second = new ComboBox<>();
    private final ComboBox<Input> input = new ComboBox<>();
    private final ComboBox<Metric> metric = new ComboBox<>();
    private final Label words = new Label();
    private final Label note = new Label();
    private List<String> names = List.of();
    private Shown shown;
    private boolean isShowing;

    BreakEvenPane(PlanSession session, Work work, ObservableValue<Palette> palette, Runnable redraw) {
        this.session = session;
        this.latest = new Latest<>(work, Question::answer, redraw);
        this.chart = new BreakEvenChart(palette);
        this.veil = new Veil(palette);
        getStyleClass().add("break-even");
        words.setId("break-even.words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("hr-strong");
        note.setId("break-even.note");
        note.getStyleClass().add("hr-muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        input.getItems().setAll(Inputs.ALL);
        input.setValue(input.getItems().getFirst());
        metric.getItems().setAll(METRICS);
        Function<Integer, String> name = i -> i < names.size() ? (char) ('A' + i) + "  " + names.get(i) : "";
        HBox choices = new HBox(Choices.named("Plan", first, name), Choices.named("against", second, name),
                Choices.named("over", input, Input::title), Choices.named("by", metric, Metric::label));
        first.setId("break-even.first");
        second.setId("break-even.second");
        input.setId("break-even.input");
        metric.setId("break-even.metric");
        choices.getStyleClass().add("break-even-choices");
        choices.setMinWidth(0);
        for (ComboBox<?> box : List.of(first, second, input, metric)) {
            box.setMinWidth(0);
            box.valueProperty().subscribe((before, now) -> {
                if (!isShowing) {
                    redraw.run();
                }
            });
        }
        chart.setMinSize(0, 0);
        chart.setFlush();
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox found = new VBox(words, note, chart);
        found.getStyleClass().add("break-even-found");
        StackPane covered = new StackPane(found, veil);
        covered.setMinSize(0, 0);
        VBox.setVgrow(covered, Priority.ALWAYS);
        setMinSize(0, 0);
        getChildren().addAll(choices, covered);
    }

    void show(Shown now) {
        shown = now;
        isShowing = true;
        plans(session.reviewProperty().get());
        if (metric.getValue() == null) {
            Metric headline = Headline.THROUGHPUT.of(now.now());
            metric.setValue(METRICS.contains(headline) ? headline : METRICS.getFirst());
        }
        isShowing = false;
        boolean hasTwo = names.size() > 1;
        Nodes.visible(chart, hasTwo);
        Nodes.visible(note, hasTwo);
        if (!hasTwo) {
            words.setText("Two plans are needed: add a copy of this one and change it.");
            return;
        }
        Review review = session.reviewProperty().get();
        latest.ask(new Question(review.plans().get(first.getValue()), review.plans().get(second.getValue()),
                input.getValue(), metric.getValue()));
        draw();
    }

    /** Keeps the choice as far as there are plans; at first the plan on screen against the baseline, or the next. */
    private void plans(Review review) {
        List<String> now = review.plans().stream().map(Plan::name).toList();
        if (now.equals(names)) {
            return;
        }
        boolean isOther = now.size() != names.size();
        names = now;
        int own = session.index();
        int base = Math.max(0, now.indexOf(review.baseline()));
        int other = base != own ? base : own + 1 < now.size() ? own + 1 : 0;
        Integer a = isOther || first.getValue() == null ? Integer.valueOf(own) : first.getValue();
        Integer b = isOther || second.getValue() == null ? Integer.valueOf(other) : second.getValue();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            all.add(i);
        }
        first.getItems().setAll(all);
        second.getItems().setAll(all);
        first.setValue(a);
        second.setValue(b);
    }

    private void draw() {
        veil.cover(latest.isStale());
        Question question = latest.question();
        if (question == null) {
            words.setText("Being worked out…");
            return;
        }
        BreakEven found = latest.found().orElse(null);
        if (found == null) {
            words.setText("No value of " + question.input().label() + " is legal for either plan.");
            note.setText("");
            return;
        }
        String a = question.first().name();
        String b = question.second().name();
        words.setText(Unbroken.of(BreakEvenText.words(found, a, b, shown.format())));
        note.setText(BreakEvenText.exactness(found) + " A plan that does not fit cannot win.");
        chart.show(new BreakEvenChart.Model(found, a, b, question.input().valueIn(question.first()), words.getText(),
                shown.format()));
    }
}
