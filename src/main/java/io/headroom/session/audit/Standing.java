package io.headroom.session.audit;

import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Credence;

/** Where a claim stands after the audit, in one word. */
public enum Standing {
    /** Something is wrong with it. */
    OFF("off", "✗"),
    /** Nothing speaks against it, and something for it. */
    HOLDS("hold", "✓"),
    /** Nobody can say. */
    UNKNOWN("unknown", "?"),
    /** It is asked for, not claimed. */
    ASKED("asked for", "→"),
    /** It is taken as given: degrees, batch, what the hardware has. */
    GIVEN("given", "·");

    private final String word;
    private final String glyph;

    Standing(String word, String glyph) {
        this.word = word;
        this.glyph = glyph;
    }

    /** How it is called: "off". */
    public String word() {
        return word;
    }

    /** How {@code count} of them are called: "18 off", "1 holds". */
    public String counted(long count) {
        return count + " " + (this == HOLDS && count == 1 ? "holds" : word);
    }

    /** Its sign, for those who do not see the colour. */
    public String glyph() {
        return glyph;
    }

    static Standing of(AuditedClaim audited) {
        if (audited.claim().role() == Claim.Role.REQUIREMENT) {
            return ASKED;
        }
        return audited.isOff() ? OFF : audited.verdict() == Credence.UNKNOWN ? UNKNOWN : HOLDS;
    }
}
