package io.headroom.ui.panel;

import io.headroom.estimate.pass.Part;
import io.headroom.ui.chart.canvas.Kind;
import io.headroom.ui.theme.Ink;
import java.util.List;

/** Which colour and pattern stands for what, the same in every chart. */
final class Inks {

    /** What memory is stacked of, from below. */
    static final List<Kind> MEMORY = List.of(new Kind("weights", Ink.WEIGHTS), new Kind("KV cache", Ink.KV),
            new Kind("activations", Ink.ACTIVATIONS), new Kind("reserve", Ink.RESERVE));

    private Inks() {
    }

    /** The kind of a part of time. */
    static Kind of(Part part) {
        return new Kind(part.label(), switch (part) {
            case GEMM -> Ink.GEMM;
            case ATTENTION -> Ink.ATTENTION;
            case EXPERTS -> Ink.EXPERTS;
            case ELEMENTWISE -> Ink.ELEMENTWISE;
            case ALL_REDUCE -> Ink.ALL_REDUCE;
            case ALL_TO_ALL -> Ink.ALL_TO_ALL;
            case CONTEXT_EXCHANGE -> Ink.CONTEXT_EXCHANGE;
            case STAGE_SEND -> Ink.STAGE_SEND;
            case OVERHEAD -> Ink.OVERHEAD;
            case BUBBLE -> Ink.BUBBLE;
            case QUEUE -> Ink.QUEUE;
        });
    }
}
