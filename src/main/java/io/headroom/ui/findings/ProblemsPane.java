package io.headroom.ui.findings;

import io.headroom.check.Binding;
import io.headroom.check.legal.Fix;
import io.headroom.check.legal.Holding;
import io.headroom.estimate.Estimate;
import io.headroom.explore.advice.Advice;
import io.headroom.format.Formatter;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.verdict.Item;
import io.headroom.ui.verdict.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** The left column: what is required, what binds, what was found with its fixes, and, folded, what holds. */
final class ProblemsPane extends VBox {

    private final Rows<CardText, Card> requirements;
    private final Label noLimit = Words.wrapped();
    private final Rows<Item.Content, Item> bindings = new Rows<>(Item::new, Item::show);
    private final Rows<CardText, Card> findings;
    private final Item nothing = new Item();
    private final Rows<Item.Content, Item> holdings = new Rows<>(Item::new, Item::show);
    private final TitledPane folded = new TitledPane("", holdings);
    private List<Holding> holding = List.of();
    private final Label bindingsHead = Words.section("What binds");

    ProblemsPane(Consumer<Fix> onFix) {
        requirements = new Rows<>(() -> new Card(onFix), Card::show);
        findings = new Rows<>(() -> new Card(onFix), Card::show);
        noLimit.setText("No limit is set: nobody said yet what this plan must reach.");
        bindings.getStyleClass().add("close");
        holdings.getStyleClass().add("close");
        folded.setId("findings.holds");
        folded.setExpanded(false);
        folded.setAnimated(false);
        folded.expandedProperty().subscribe(this::fillFolded);
        folded.getStyleClass().add("findings-folded");
        getChildren().addAll(Words.section("Requirements"), requirements, noLimit, bindingsHead, bindings,
                Words.section("Findings"), findings, nothing, folded);
    }

    void show(Advice advice, Formatter format) {
        int count = advice.judgement().requirements().size();
        requirements.show(IntStream.range(0, count).mapToObj(i -> CardText.of(advice, i, format)).toList());
        Nodes.visible(requirements, count > 0);
        Nodes.visible(noLimit, count == 0);
        List<Item.Content> binding = bindings(advice);
        bindings.show(binding);
        Nodes.visible(bindings, !binding.isEmpty());
        Nodes.visible(bindingsHead, !binding.isEmpty());
        List<CardText> found = advice.diagnoses().stream().filter(d -> !advice.isOfRequirement(d))
                .map(d -> CardText.of(d, format)).toList();
        findings.show(found);
        Nodes.visible(findings, !found.isEmpty());
        nothing.show(new Item.Content("✓", Tone.OK, "",
                "No rule speaks against this layout, and nothing is more than is needed."));
        Nodes.visible(nothing, found.isEmpty());
        holding = advice.holdings();
        fillFolded();
        folded.setText("Rules that hold: " + advice.holdings().size());
        Nodes.visible(folded, !advice.holdings().isEmpty());
    }

    /** Writes the rules that hold where they are seen: they are many, and mostly folded. */
    private void fillFolded() {
        if (folded.isExpanded()) {
            holdings.show(holding.stream().map(ProblemsPane::holding).toList());
        }
    }

    private static List<Item.Content> bindings(Advice advice) {
        List<Item.Content> lines = new ArrayList<>();
        String order = advice.order().text();
        if (!order.isEmpty()) {
            lines.add(line("Batch", Words.named(order) + "."));
        }
        if (advice.judgement().outcome() instanceof Estimate estimate) {
            for (Binding.Phase phase : Binding.Phase.values()) {
                String text = Binding.of(estimate, phase).text();
                lines.add(line(Words.sentence(phase.word()), text.substring(text.indexOf(": ") + 2) + "."));
            }
        }
        return lines;
    }

    private static Item.Content line(String head, String text) {
        return new Item.Content("·", Tone.PLAIN, "", head + ": " + text);
    }

    private static Item.Content holding(Holding holding) {
        return new Item.Content("✓", Tone.OK, "", holding.text() + " (" + holding.source() + ")");
    }
}
