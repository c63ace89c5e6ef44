package io.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.NoteAnchor;
import io.headroom.estimate.Metric;
import io.headroom.format.ByteUnits;
import io.headroom.plan.Extras;
import io.headroom.plan.Note;
import io.headroom.session.Change;
import io.headroom.ui.chart.canvas.ChartCanvas;
import io.headroom.ui.chart.canvas.Spot;
import io.headroom.ui.theme.Ink;
import io.headroom.ui.theme.Palette;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Notes are pinned to parts of charts by the key N and by the second button of the mouse. */
class NotePinTest extends WindowTest {

    @Test
    void theKeyPinsANoteToThePartThatWasChosen() {
        onWindow(() -> session.edit(Change.of("No notes"), plan -> plan.withNotes(List.of())));
        ChartCanvas chart = chart("chart.memory");
        assertThat(pinned(chart)).isZero();
        Spot cache = spot(chart, "stage 1/KV cache");
        onWindow(chart::requestFocus);
        for (int i = 0; i <= chart.spots().indexOf(cache); i++) {
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        }
        robot.press(KeyCode.N).release(KeyCode.N);
        settle();
        assertThat(find(ComboBox.class, "note.on").getValue()).isEqualTo("memory.total/stage 1/KV cache");
        onWindow(() -> find(TextArea.class, "note.text").setText("Why so little?"));
        onWindow(() -> ((javafx.scene.control.Button) byId("note-form").lookup(".accent")).fire());
        assertThat(session.planProperty().get().notes())
                .containsExactly(new Note("memory.total/stage 1/KV cache", "Why so little?", Extras.NONE));
        assertThat(pinned(chart)).as("the number on the chart").isGreaterThan(20);
        // said once nobody is at a part of it
        onWindow(chart::requestFocus);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        onWindow(() -> session.byteUnitsProperty().set(ByteUnits.GIB));
        assertThat(chart.getAccessibleText()).endsWith("note 1 on stage 1 KV cache");
        assertThat(words(find(Node.class, "add.note").getParent().getParent())).contains("1",
                "Memory per GPU, stage 1, KV cache", "Why so little?");
        picture("note-pinned");
    }

    @Test
    void theSecondButtonPinsANoteToATotalAsToItsMetric() {
        ChartCanvas chart = chart("chart.tpot");
        Spot total = spot(chart, "total");
        robot.moveTo(chart.localToScreen(total.box().centerX(), total.box().centerY())).clickOn(MouseButton.SECONDARY);
        settle();
        assertThat(find(ComboBox.class, "note.on").getValue()).isEqualTo(Metric.TPOT_STEADY.id());
    }

    @Test
    void anchorsAreReadAsTheyAreWritten() {
        NoteAnchor anchor = NoteAnchor.of("memory.total/stage 1/KV cache");
        assertThat(anchor.metric()).contains(Metric.MEMORY_TOTAL);
        assertThat(anchor.point()).isEqualTo("stage 1/KV cache");
        assertThat(NoteAnchor.key(Metric.MEMORY_TOTAL, anchor.point())).isEqualTo(anchor.on());
        assertThat(NoteAnchor.of("quality.qa/other").label()).isEqualTo("quality.qa/other");
        assertThat(NoteAnchor.of("").label()).isEmpty();
        assertThat(NoteAnchor.of("tpot.steady").label()).isEqualTo(Metric.TPOT_STEADY.label());
    }

    private ChartCanvas chart(String id) {
        return find(ChartCanvas.class, id);
    }

    private static Spot spot(ChartCanvas chart, String key) {
        return chart.spots().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
    }

    private static List<String> words(Node node) {
        return node.lookupAll(".label").stream().map(n -> ((Label) n).getText().replace('\u00a0', ' ')).toList();
    }

    /** Pixels of the colour of pins. */
    private int pinned(ChartCanvas chart) {
        Color accent = Palette.light().color(Ink.ACCENT);
        AtomicInteger count = new AtomicInteger();
        onWindow(() -> {
            var image = chart.snapshot(null, null);
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    count.addAndGet(image.getPixelReader().getColor(x, y).equals(accent) ? 1 : 0);
                }
            }
        });
        return count.get();
    }
}
