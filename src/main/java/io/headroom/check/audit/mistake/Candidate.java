package io.headroom.check.audit.mistake;

/**
 * A mistake and the number it would give.
 *
 * @param text what was done, for people
 * @param value what comes out of it, SI units; NaN where it cannot have been made
 */
record Candidate(String text, double value) {

    /** Whether a unit was mistaken. */
    boolean isOfUnit() {
        return text.contains(" written as ") || text.contains("mixed up") || text.contains("prefix");
    }
}
