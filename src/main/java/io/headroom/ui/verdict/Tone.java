package io.headroom.ui.verdict;

import io.headroom.check.Status;
import io.headroom.check.Verdict;
import io.headroom.check.legal.Finding;
import io.headroom.session.figures.Reached;
import java.util.List;

/** How good a piece of news is: its style class. */
public enum Tone {
    PLAIN(""),
    OK("hr-ok"),
    WARN("hr-warn"),
    OVER("hr-over");

    private static final double CLOSE_BELOW = 0.1;

    /** All style classes that a tone may give. */
    public static final List<String> CLASSES = List.of(OK.styleClass, WARN.styleClass, OVER.styleClass);

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    /** Its style class, empty for plain words. */
    public String styleClass() {
        return styleClass;
    }

    static Tone of(Verdict verdict) {
        return switch (verdict) {
            case NOT_LEGAL, DOES_NOT_FIT, MISSES -> OVER;
            case AT_RISK -> WARN;
            case MEETS, NO_LIMITS -> OK;
        };
    }

    /** Of a requirement. */
    public static Tone of(Status status) {
        return switch (status) {
            case MET -> OK;
            case AT_RISK, UNKNOWN -> WARN;
            case MISSED, IMPOSSIBLE -> OVER;
        };
    }

    /** Of a finding. */
    public static Tone of(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> OVER;
            case WARNING -> WARN;
            case NOTE -> PLAIN;
        };
    }

    static Tone of(Reached reached) {
        if (reached.isOver()) {
            return OVER;
        }
        return reached.freeShare() < CLOSE_BELOW || reached.status() == Status.AT_RISK ? WARN : OK;
    }

    String glyph() {
        return switch (this) {
            case PLAIN -> "";
            case OK -> "✓ ";
            case WARN -> "! ";
            case OVER -> "✗ ";
        };
    }
}
