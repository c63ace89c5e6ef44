package io.headroom.check.audit.judge;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Measure;

/** Why nothing can be said of a claim that no plan gives and no figure of the text bears on. */
final class Unjudged {

    private Unjudged() {
    }

    static String why(Claim claim) {
        if (claim.metric().startsWith(Measure.QUALITY)) {
            return "No plan gives a score.";
        }
        return switch (claim.metric()) {
            case Measure.GPU_UTILIZATION -> "The text does not say of what: it is neither MFU nor MBU and compared with nothing.";
            case Measure.GAIN -> "Stated without derivation.";
            case Measure.RATIO, Measure.CHANGE -> "The text does not say between which figures.";
            case Measure.SUPPORT -> "The catalogue does not know this card or format.";
            default -> claim.subject().isEmpty() ? "It is about no plan of the text." : "Neither the text nor the plan gives it.";
        };
    }
}
