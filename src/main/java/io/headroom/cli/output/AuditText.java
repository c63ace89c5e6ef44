package io.headroom.cli.output;

import io.headroom.check.audit.Arithmetic;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Unread;
import io.headroom.check.audit.Wording;
import java.util.ArrayList;
import java.util.List;

/** An audit as text for people: the worst is not first, the order is that of what was read. */
public final class AuditText {

    private AuditText() {
    }

    /** Every claim, or only those that are off, and a count. */
    public static List<String> of(AuditResult result, boolean isOffOnly) {
        List<String> lines = new ArrayList<>();
        String subject = null;
        for (AuditedClaim audited : result.claims()) {
            if (isOffOnly && !audited.isOff()) {
                continue;
            }
            if (!audited.claim().subject().equals(subject)) {
                subject = audited.claim().subject();
                if (!lines.isEmpty()) {
                    lines.add("");
                }
                lines.add(subject.isEmpty() ? "The text as a whole" : subject);
            }
            claim(audited, lines);
        }
        lines.add("");
        if (!isOffOnly && !result.report().unread().isEmpty()) {
            lines.add("Not understood");
            result.report().unread().forEach(unread -> lines.add("  " + text(unread)));
            lines.add("");
        }
        lines.add(count(result));
        return lines;
    }

    private static void claim(AuditedClaim audited, List<String> lines) {
        Claim claim = audited.claim();
        String glyph = audited.arithmetic() == Arithmetic.WRONG ? "✗" : audited.verdict().glyph();
        lines.add("  " + glyph + " line " + claim.line() + ": " + Wording.of(claim.written())
                + (claim.metric().isEmpty() ? "" : "  " + claim.metric()) + scope(claim) + "  "
                + verdict(audited));
        audited.reasons().forEach(reason -> lines.add("      " + reason));
        audited.mistake().ifPresent(mistake -> lines.add("      Likely mistake: " + mistake + "."));
    }

    private static String scope(Claim claim) {
        return claim.scope().isEmpty() ? "" : " (" + claim.scope() + ")";
    }

    private static String verdict(AuditedClaim audited) {
        String arithmetic = audited.arithmetic() == Arithmetic.NONE ? ""
                : "arithmetic " + audited.arithmetic().word() + ", ";
        return arithmetic + audited.verdict().word();
    }

    private static String text(Unread unread) {
        return "line " + unread.line() + ": " + unread.text() + ": " + unread.reason();
    }

    private static String count(AuditResult result) {
        long off = result.claims().stream().filter(AuditedClaim::isOff).count();
        return result.claims().size() + " claims, " + off + " off";
    }
}
