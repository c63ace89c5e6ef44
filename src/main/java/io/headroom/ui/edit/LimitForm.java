package io.headroom.ui.edit;

import io.headroom.estimate.Metric;
import io.headroom.format.NumberText;
import io.headroom.format.Unit;
import io.headroom.plan.Extras;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import io.headroom.plan.Requirement.Bound;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks what a plan must reach: a metric, a ceiling or a floor, with a margin, hard or only a wish. */
public final class LimitForm extends Form {

    private static final double MOST_MARGIN = 0.95;
    private static final double NUMBER_COLUMNS = 7;

    private final PlanSession session;
    private final int index;
    private final Requirement before;
    private final ComboBox<Metric> metric = choice("What is limited", Metric::label);
    private final ComboBox<Bound> bound = choice("Ceiling or floor", b -> b == Bound.AT_MOST ? "at most" : "at least");
    private final TextField value = new TextField();
    private final ComboBox<String> unit = choice("Unit", u -> u.isEmpty() ? "–" : u);
    private final TextField margin = new TextField();
    private final CheckBox soft = new CheckBox("only a wish");

    /**
     * @param session the plan on screen
     * @param index of the limit that is changed; of none where it is new
     * @param close takes the form away
     */
    public LimitForm(PlanSession session, Optional<Integer> index, Runnable close) {
        super(close);
        this.session = session;
        this.index = index.orElse(-1);
        this.before = index.map(i -> session.planProperty().get().requirements().get(i)).orElse(
                new Requirement(Metric.TTFT_STEADY.id(), Bound.AT_MOST, Double.NaN, "ms", 0, false, Extras.NONE));
        setId("limit-form");
        name();
        metric.getItems().setAll(Metric.values());
        metric.valueProperty().subscribe(this::units);
        bound.getItems().setAll(Bound.values());
        fill();
        Label clear = new Label("margin");
        clear.setLabelFor(margin);
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setOnAction(e -> trySave());
        margin.setOnAction(e -> trySave());
        lay(index.isPresent() ? this::remove : null, metric, row(bound, value, unit), row(clear, margin, soft));
    }

    private void name() {
        metric.setId("limit.metric");
        value.setId("limit.value");
        value.setAccessibleText("The limit");
        value.setPrefColumnCount((int) NUMBER_COLUMNS);
        unit.setId("limit.unit");
        margin.setId("limit.margin");
        margin.setAccessibleText("Share by which the limit should be cleared");
        margin.setPrefColumnCount(4);
        soft.setId("limit.soft");
    }

    private void fill() {
        metric.setValue(Metric.byId(before.metric()).orElse(Metric.TTFT_STEADY));
        bound.setValue(before.bound());
        unit.setValue(before.unit());
        value.setText(Double.isNaN(before.value()) ? "" : plain(before.value()));
        margin.setText(plain(before.margin() * 100) + " %");
        soft.setSelected(before.soft());
    }

    private void units() {
        List<String> symbols = Unit.symbolsOf(metric.getValue().dimension());
        String chosen = unit.getValue();
        unit.getItems().setAll(symbols);
        unit.setValue(symbols.contains(chosen) ? chosen : symbols.getFirst());
    }

    /** Digits as typed: no unit, no grouping. */
    private static String plain(double number) {
        String text = java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return text;
    }

    @Override
    String save() {
        Unit written = Unit.of(unit.getValue()).orElseThrow();
        return switch (NumberText.parse(value.getText(), written)) {
            case NumberText.Refused refused -> "The limit: " + refused.reason();
            case NumberText.Value v when !(v.number() > 0) -> "The limit: it must be more than 0.";
            case NumberText.Value v -> save(v.number() / written.factor());
        };
    }

    private String save(double limit) {
        return switch (NumberText.parse(margin.getText())) {
            case NumberText.Refused refused -> "The margin: " + refused.reason();
            case NumberText.Value m when m.number() < 0 || m.number() > MOST_MARGIN ->
                    "The margin: from 0 % to 95 %.";
            case NumberText.Value m -> {
                Requirement wanted = new Requirement(metric.getValue().id(), bound.getValue(), limit, unit.getValue(),
                        m.number(), soft.isSelected(), before.extras());
                put(wanted);
                yield "";
            }
        };
    }

    private void put(Requirement wanted) {
        session.edit(Change.of((index < 0 ? "Limit " : "Change limit ") + metric.getValue().label()), plan -> {
            List<Requirement> all = new ArrayList<>(plan.requirements());
            if (index < 0 || index >= all.size()) {
                all.add(wanted);
            } else {
                all.set(index, wanted);
            }
            return plan.withRequirements(all);
        });
    }

    private void remove() {
        session.edit(Change.of("Remove limit " + Metric.byId(before.metric()).map(Metric::label)
                .orElse(before.metric())), this::without);
    }

    private Plan without(Plan plan) {
        Requirement[] all = plan.requirements().toArray(Requirement[]::new);
        List<Requirement> rest = new ArrayList<>(Arrays.asList(all));
        rest.remove(before);
        return plan.withRequirements(rest);
    }
}
