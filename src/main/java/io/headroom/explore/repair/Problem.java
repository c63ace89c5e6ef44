package io.headroom.explore.repair;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.Status;
import io.headroom.check.legal.Finding;

/** Something wrong with a plan: how to say it, and how to see that it is gone. */
sealed interface Problem {

    /** It in words, without repairs yet. */
    Diagnosis diagnosis();

    /** Whether {@code after} is free of it. */
    boolean isMendedIn(Judgement after);

    /** A rule that is broken. */
    record BrokenRule(Finding finding) implements Problem {

        @Override
        public Diagnosis diagnosis() {
            return Diagnosis.of(finding);
        }

        @Override
        public boolean isMendedIn(Judgement after) {
            return after.findings().stream().noneMatch(f -> f.rule().equals(finding.rule())
                    && f.severity().compareTo(finding.severity()) <= 0);
        }
    }

    /** A GPU that holds more than it may. */
    record Overflow(Diagnosis diagnosis) implements Problem {

        @Override
        public boolean isMendedIn(Judgement after) {
            return after.fits();
        }
    }

    /** A limit that is missed. */
    record Missed(Diagnosis diagnosis, int index) implements Problem {

        @Override
        public boolean isMendedIn(Judgement after) {
            return isKept(after.requirements().get(index));
        }
    }

    /** Whether a limit is kept by the estimate, with or without its margin. */
    static boolean isKept(RequirementStatus status) {
        return status.status() == Status.MET || status.status() == Status.AT_RISK;
    }
}
