package io.headroom.ui.panel;

import io.headroom.check.NoteAnchor;
import io.headroom.estimate.Metric;
import io.headroom.plan.Note;
import io.headroom.session.Shown;
import io.headroom.session.figures.Segments;
import io.headroom.ui.chart.canvas.Pin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which notes of a plan lie on a chart, and where: the number of each is that in the list of notes. */
final class Pins {

    private static final String STAGE = "stage ";

    private Pins() {
    }

    /** On the memory of the stages; a note on a metric lies on the fullest stage. */
    static List<Pin> memory(Shown shown) {
        return of(shown, anchor -> anchor.metric().filter(m -> m.id().startsWith("memory.")).map(metric -> {
            int stages = shown.now().estimate().map(e -> e.memory().stages().length).orElse(1);
            int worst = shown.now().estimate().map(e -> e.memory().worstStage()).orElse(0);
            return anchor.point().isEmpty() ? Segments.memoryOf(metric, stages == 1, worst) : anchor.point();
        }));
    }

    /** On the parts of {@code metric}; a note on the metric itself lies on the total. */
    static List<Pin> parts(Shown shown, Metric metric) {
        return of(shown, anchor -> anchor.metric().filter(m -> m == metric && !anchor.point().startsWith(STAGE))
                .map(_ -> anchor.point().isEmpty() ? Segments.TOTAL : anchor.point()));
    }

    /** On the stages of a lone prompt. */
    static List<Pin> stages(Shown shown) {
        return of(shown, anchor -> anchor.metric()
                .filter(m -> m == Metric.TTFT_ALONE && anchor.point().startsWith(STAGE)).map(_ -> anchor.point()));
    }

    private static List<Pin> of(Shown shown, Function<NoteAnchor, Optional<String>> key) {
        List<Note> notes = shown.now().plan().notes();
        if (notes.isEmpty()) {
            return List.of();
        }
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            int number = i + 1;
            key.apply(NoteAnchor.of(notes.get(i))).ifPresent(k -> pins.add(new Pin(number, k)));
        }
        return pins;
    }
}
