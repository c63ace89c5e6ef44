package io.headroom.ui.panel;

import io.headroom.check.Judgement;
import io.headroom.estimate.Outcome;
import io.headroom.session.Shown;

/** What charts say in words: why they are empty, what they are compared with. */
final class Words {

    private Words() {
    }

    /** Why there are no numbers; empty where there are some. */
    static String whyEmpty(Judgement judgement) {
        return switch (judgement.outcome()) {
            case Outcome.Refused refused -> "No numbers: " + String.join(" ", refused.reasons());
            default -> "";
        };
    }

    /** The name of what hollow marks stand for; empty where there is nothing to compare with. */
    static String ghost(Shown shown) {
        boolean isSame = shown.baseline().estimate().isEmpty()
                || shown.baseline().outcome().equals(shown.now().outcome())
                || shown.isAgainstItself();
        return isSame ? "" : "baseline " + shown.baseline().plan().name();
    }
}
