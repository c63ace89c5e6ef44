package io.headroom.ui.theme;

import java.util.Locale;

/** What a colour is for; each has a token {@code -hr-…} in the style sheets of both themes. */
public enum Ink {
    SURFACE, SUBTLE, TEXT, MUTED, LINE, GRID, ACCENT, FOCUS, BASELINE,

    OK, WARN, OVER,

    WEIGHTS(Hatch.NONE), KV(Hatch.RISING), ACTIVATIONS(Hatch.DOTS), RESERVE(Hatch.HORIZONTAL),

    GEMM(Hatch.NONE), ATTENTION(Hatch.RISING), EXPERTS(Hatch.FALLING), ELEMENTWISE(Hatch.DOTS),
    ALL_REDUCE(Hatch.VERTICAL), ALL_TO_ALL(Hatch.CROSSED), CONTEXT_EXCHANGE(Hatch.GRID), STAGE_SEND(Hatch.HORIZONTAL),
    OVERHEAD(Hatch.DENSE_RISING), BUBBLE(Hatch.WIDE_FALLING), QUEUE(Hatch.DENSE_DOTS);

    private final Hatch hatch;

    Ink() {
        this(Hatch.NONE);
    }

    Ink(Hatch hatch) {
        this.hatch = hatch;
    }

    /** The pattern that always comes with this colour. */
    public Hatch hatch() {
        return hatch;
    }

    /** The name under which style sheets look this colour up. */
    public String token() {
        return "-hr-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
