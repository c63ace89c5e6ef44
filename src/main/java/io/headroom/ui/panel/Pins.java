package io.headroom.ui.panel;

import io.headroom.check.NoteAnchor;
import io.headroom.estimate.Metric;
import io.headroom.explore.curve.LengthCurve;
import io.headroom.plan.Note;
import io.headroom.session.Shown;
import io.headroom.session.figures.Segments;
import io.headroom.ui.chart.canvas.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Which notes of a plan lie on a chart, and where: the number of each is that in the list of notes. */
public final class Pins {

    private static final String STAGE = "stage ";

    private Pins() {
    }

    /** On the memory of the stages; a note on a metric lies on the fullest stage. */
    static List<Pin> memory(Shown shown) {
        return of(shown, anchor -> anchor.metric().filter(m -> m.id().startsWith("memory.") && anchor.inputTokens().isEmpty()).map(metric -> {
            int stages = shown.now().estimate().map(e -> e.memory().stages().length).orElse(1);
            int worst = shown.now().estimate().map(e -> e.memory().worstStage()).orElse(0);
            return anchor.point().isEmpty() ? Segments.memoryOf(metric, stages == 1, worst) : anchor.point();
        }));
    }

    /** On the parts of {@code metric}; a note on the metric itself lies on the total. */
    static List<Pin> parts(Shown shown, Metric metric) {
        return of(shown, anchor -> anchor.metric().filter(m -> m == metric && !anchor.point().startsWith(STAGE)
                && anchor.inputTokens().isEmpty())
                .map(_ -> anchor.point().isEmpty() ? Segments.TOTAL : anchor.point()));
    }

    /** On the stages of a lone prompt. */
    static List<Pin> stages(Shown shown) {
        return of(shown, anchor -> anchor.metric()
                .filter(m -> m == Metric.TTFT_ALONE && anchor.point().startsWith(STAGE)).map(_ -> anchor.point()));
    }

    /** On the curve of {@code metric} over prompt lengths; a note on the metric itself lies at the plan's own length. */
    public static List<Pin> lengths(Shown shown, Metric metric, LengthCurve curve) {
        return of(shown, anchor -> anchor.metric()
                .filter(m -> m == metric && (anchor.point().isEmpty() || anchor.inputTokens().isPresent()))
                .flatMap(_ -> point(curve, anchor.inputTokens().orElse(curve.now()))));
    }

    private static Optional<String> point(LengthCurve curve, int tokens) {
        OptionalInt nearest = curve.nearest(tokens);
        return nearest.isEmpty() ? Optional.empty() : Optional.of(NoteAnchor.atLength(nearest.getAsInt()));
    }

    /** On the operations of the roofline. */
    public static List<Pin> operations(Shown shown) {
        return of(shown, anchor -> Optional.of(anchor.on()).filter(_ -> anchor.isOperation()));
    }

    private static List<Pin> of(Shown shown, Function<NoteAnchor, Optional<String>> key) {
        List<Note> notes = shown.now().plan().notes();
        if (notes.isEmpty()) {
            return List.of();
        }
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            int number = i + 1;
            Note note = notes.get(i);
            key.apply(NoteAnchor.of(note)).ifPresent(k -> pins.add(new Pin(number, k, note.text())));
        }
        return pins;
    }
}
