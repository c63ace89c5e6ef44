package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.legal.Load;
import io.headroom.session.Change;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.command.Command;
import io.headroom.ui.view.ViewName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

/** The switch between GB and GiB changes every size on the screen and nothing else, in every view. */
class UnitsTest extends WindowTest {

    // rates are in GB/s always, as data sheets have them
    private static final Pattern SIZE = Pattern.compile("[−+]?[\\d.\u2009\u202f]+[ \u00a0\u202f](?:[kMGT]i?B|B)(?![\\w/])");
    private static final Pattern DECIMAL = Pattern.compile("\\d[ \u00a0\u202f][kMGT]B(?![\\w/])");

    private static final String BETWEEN = "\u202f";

    @Test
    void everySizeChangesAndNothingElse() {
        // what people wrote stays as they wrote it: names, notes, limits, claims
        onWindow(() -> session.edit(Change.of("test"), p -> p.withNotes(List.of()).withRequirements(List.of())));
        int sizes = 0;
        for (ViewName view : ViewName.values()) {
            onWindow(() -> window.views().select(view));
            // an audit sets what is computed beside claims, in their units
            sizes += sizes(view.id(), view != ViewName.AUDIT);
        }
        assertThat(sizes).isGreaterThan(50);
    }

    /** 100 000 requests at once overflow every GPU; findings with their fixes, ratings, and on the other page who holds what. */
    @Test
    void sentencesOfFindingsChangeToo() {
        onWindow(() -> session.edit(Change.of("test"), p -> Load.REQUESTS.with(p, 100_000).withNotes(List.of())
                .withRequirements(List.of())));
        onWindow(() -> window.views().select(ViewName.FINDINGS));
        onWindow(() -> find(TitledPane.class, "findings.holds").setExpanded(true));
        assertThat(texts()).containsPattern("needs [\\d.]+\u00a0GB a GPU of [\\d.]+\u00a0GB usable: over by [\\d.]+\u00a0GB");
        sizes("overflow", true);
        onWindow(() -> find(ToggleButton.class, "findings.page.whoholdswhat").fire());
        sizes("who holds what", true);
    }

    /** Switches there and back; how many sizes there were in GB. */
    private int sizes(String where, boolean isAll) {
        String gb = texts();
        onWindow(() -> window.commands().run(Command.UNITS));
        String gib = texts();
        onWindow(() -> window.commands().run(Command.UNITS));
        assertThat(withoutSizes(gib)).as(where).isEqualTo(withoutSizes(gb));
        assertThat(lines(texts())).as("switched back").isEqualTo(lines(gb));
        if (isAll) {
            assertThat(DECIMAL.matcher(gib).results().map(r -> around(gib, r.start()))).as(where).isEmpty();
        }
        return (int) DECIMAL.matcher(gb).results().count();
    }

    /** A line a label, in an order of their own: rows of tables are used again for other rows. */
    private static List<String> withoutSizes(String text) {
        return lines(SIZE.matcher(text).replaceAll("#"));
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split(BETWEEN)).sorted().toList();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 40), Math.min(text.length(), at + 20));
    }

    /** All words in their order: labels, and of charts their sentence and what each part says. */
    private String texts() {
        settle();
        List<String> all = new ArrayList<>();
        onWindow(() -> collect(stage.getScene().getRoot(), all));
        // tiles have a number and its unit in two labels
        return String.join(BETWEEN, all).replaceAll("Generic 64[ \u00a0]GB accelerator", "");
    }

    private static void collect(Node node, List<String> all) {
        // how long computing took is another time each time
        if (!node.isVisible() || node instanceof Labeled l && l.getText() != null && l.getText().startsWith("computed in")) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            all.add(labeled.getText());
        }
        if (node instanceof ChartCanvas chart) {
            all.add(String.valueOf(chart.getAccessibleText()));
            chart.spots().stream().map(Spot::text).forEach(all::add);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }
}
