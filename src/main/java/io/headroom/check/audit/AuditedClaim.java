package io.headroom.check.audit;

import io.headroom.format.Formatter;
import io.headroom.format.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * A claim beside what can be said of it; numbers in SI units, NaN where there is none.
 *
 * @param claim the claim
 * @param arithmetic whether the text's own figures give it
 * @param computed what the text's figures or else the plan give
 * @param bound what physics allows on the plan as read
 * @param verdict whether it can be true of the plan
 * @param mistake what was probably done wrong, where a known mistake gives the claimed number
 * @param reasons why, each a sentence with its arithmetic
 */
public record AuditedClaim(Claim claim, Arithmetic arithmetic, double computed, double bound, Credence verdict,
        Optional<String> mistake, List<Sentence> reasons) {

    public AuditedClaim {
        reasons = List.copyOf(reasons);
    }

    /** {@link #reasons} in the units of {@code format}; beside a claimed size in those of the claim. */
    public List<String> reasons(Formatter format) {
        return reasons.stream().map(reason -> reason.text(format)).toList();
    }

    /** Claimed over computed, NaN where nothing was computed. */
    public double ratio() {
        return claim.si() / computed;
    }

    /** Whether something is wrong with it. A requirement claims nothing: it may ask for the impossible. */
    public boolean isOff() {
        return claim.role() != Claim.Role.REQUIREMENT && (arithmetic == Arithmetic.WRONG || verdict.isAgainst());
    }
}
