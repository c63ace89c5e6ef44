package io.headroom.check.audit;

/**
 * One number that a text states.
 *
 * @param line line of the text, from 1; 0 for the figures of a plan file
 * @param text what the text says there, without markup (the sentence, list item or table row)
 * @param subject name of the plan it is about; empty when it is about none or about the text as a whole
 * @param metric metric id of the plan file, or another name of what is meant where the plan file has none (see
 *     {@link Measure}); empty when nobody knows
 * @param scope tells apart statements about one metric of one plan that do not compete: "claimed" and "actual" of an
 *     earlier plan, the category of a score, the level of an alert; empty as a rule
 * @param written the number
 * @param role what the text wants with it
 */
public record Claim(int line, String text, String subject, String metric, String scope, Written written, Role role) {

    /** What a text wants with a number. */
    public enum Role {
        /** It says that it is so, or that it will be. */
        CLAIM,
        /** It says that it was measured. */
        MEASUREMENT,
        /** It asks for it. A target that is said to be reached ("✓") is a claim. */
        REQUIREMENT,
        /** It wants to be told when it is passed; the scope is the level: "alert", "info", "warning", "critical". */
        ALERT,
        /** It decides it or takes it as given: degrees, batch, what the hardware has. Judged by nobody, used by all. */
        INPUT
    }

    /** The scope; what a text calls actual is what it says itself. */
    public String scopeOrPlain() {
        return scope.equals("actual") ? "" : scope;
    }

    /** The number in SI units. */
    public double si() {
        return written.si();
    }
}
