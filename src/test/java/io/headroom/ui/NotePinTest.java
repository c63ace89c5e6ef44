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
import io.headroom.ui.view.ViewName;
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
        write("Why so little?");
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
    void aPointOfACurveIsPinnedAtItsLengthAndOnNoOtherChart() {
        onWindow(() -> session.edit(Change.of("No notes"), plan -> plan.withNotes(List.of())));
        onWindow(() -> window.views().select(ViewName.CURVES));
        ChartCanvas curve = chart("chart.length.memory");
        int before = pinned(curve);
        Spot longest = curve.spots().getLast();
        robot.moveTo(curve.localToScreen(longest.box().centerX(), longest.box().centerY())).clickOn(MouseButton.SECONDARY);
        settle();
        // the longest prompt of report 001
        assertThat(find(ComboBox.class, "note.on").getValue()).isEqualTo("memory.total/input 10240");
        write("Who sends such prompts?");
        // what the point says under the mouse hides what lies there
        robot.moveTo(byId("tile.verdict"));
        settle();
        assertThat(pinned(curve)).as("the number on the curve").isGreaterThan(before + 20);
        assertThat(words(find(Node.class, "add.note").getParent().getParent())).contains("Memory per GPU, input 10240 tokens");
        onWindow(() -> window.views().select(ViewName.PLAN));
        assertThat(chart("chart.memory").getAccessibleText()).doesNotContain("note 1");
    }

    @Test
    void anOperationOfTheRooflineIsPinnedByTheKey() {
        onWindow(() -> session.edit(Change.of("No notes"), plan -> plan.withNotes(List.of())));
        onWindow(() -> window.views().select(ViewName.CURVES));
        ChartCanvas roofline = chart("chart.roofline");
        assertThat(pinned(roofline)).isZero();
        onWindow(roofline::requestFocus);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT).press(KeyCode.N).release(KeyCode.N);
        settle();
        String on = find(ComboBox.class, "note.on").getValue().toString();
        assertThat(on).isEqualTo(roofline.spots().getFirst().key()).matches("roofline/(prefill|decode)/.+");
        write("Far below the roof");
        assertThat(session.planProperty().get().notes()).containsExactly(new Note(on, "Far below the roof", Extras.NONE));
        assertThat(pinned(roofline)).as("the number beside the dot").isGreaterThan(20);
        onWindow(roofline::requestFocus);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE).press(KeyCode.HOME).release(KeyCode.HOME);
        settle();
        assertThat(((Label) roofline.lookup(".chart-tip")).getText()).as("also where there is no list of notes")
                .endsWith("\n1  Far below the roof");
        picture("note-roofline");
    }

    private void write(String words) {
        onWindow(() -> find(TextArea.class, "note.text").setText(words));
        onWindow(() -> ((javafx.scene.control.Button) byId("note-form").lookup(".accent")).fire());
    }

    @Test
    void anchorsAreReadAsTheyAreWritten() {
        NoteAnchor anchor = NoteAnchor.of("memory.total/stage 1/KV cache");
        assertThat(anchor.metric()).contains(Metric.MEMORY_TOTAL);
        assertThat(anchor.point()).isEqualTo("stage 1/KV cache");
        assertThat(NoteAnchor.key(Metric.MEMORY_TOTAL, anchor.point())).isEqualTo(anchor.on());
        assertThat(NoteAnchor.of("quality.qa/other").label()).isEqualTo("quality.qa/other");
        assertThat(NoteAnchor.of("").label()).isEmpty();
        assertThat(NoteAnchor.of(NoteAnchor.key(Metric.MEMORY_TOTAL, NoteAnchor.atLength(4096))).inputTokens()).hasValue(4096);
        assertThat(NoteAnchor.of("memory.total/input many").inputTokens()).isEmpty();
        assertThat(NoteAnchor.of(NoteAnchor.operation("decode", "experts in")).label()).isEqualTo("Roofline, decode, experts in");
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
