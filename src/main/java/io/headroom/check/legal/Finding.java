package io.headroom.check.legal;

/**
 * Something that a reader of a plan should know.
 *
 * @param severity how bad it is
 * @param rule id of the rule that found it
 * @param text a sentence with its arithmetic
 * @param source who asks for it
 */
public record Finding(Severity severity, String rule, String text, String source) {

    /** How bad a finding is. */
    public enum Severity {
        /** The plan cannot be deployed as it is. */
        ERROR("✗", "error"),
        /** It can, at a price or with a doubt. */
        WARNING("!", "warning"),
        /** Worth knowing. */
        NOTE("·", "note");

        private final String glyph;
        private final String word;

        Severity(String glyph, String word) {
            this.glyph = glyph;
            this.word = word;
        }

        /** Its sign. */
        public String glyph() {
            return glyph;
        }

        /** Its name for people and files. */
        public String word() {
            return word;
        }
    }

    /** Whether it makes the plan illegal. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
