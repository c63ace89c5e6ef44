package io.headroom.cli.output;

import io.headroom.check.audit.Arithmetic;
import io.headroom.check.audit.AuditResult;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Credence;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Unread;
import io.headroom.check.audit.Wording;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An audit as text for people: in the order of what was read, a statement that is repeated said once with every line, what
 * is asked for apart from what is claimed.
 */
public final class AuditText {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    private AuditText() {
    }

    /** Every claim, or only those that are off, and a count. */
    public static List<String> of(AuditResult result, boolean isOffOnly) {
        List<String> lines = new ArrayList<>();
        String subject = null;
        List<Statement> statements = Statement.of(result.claims());
        for (Statement statement : statements) {
            AuditedClaim audited = statement.audited();
            if (statement.isAskedFor() || isOffOnly && !audited.isOff()) {
                continue;
            }
            if (!audited.claim().subject().equals(subject)) {
                subject = audited.claim().subject();
                heading(subject.isEmpty() ? "The text as a whole" : subject, lines);
            }
            claim(statement, lines);
        }
        if (!isOffOnly) {
            askedFor(statements.stream().filter(Statement::isAskedFor).toList(), lines);
            unread(result.report().unread(), lines);
        }
        lines.add("");
        lines.add(result.summary());
        return lines;
    }

    private static void heading(String text, List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(text);
    }

    private static void claim(Statement statement, List<String> lines) {
        AuditedClaim audited = statement.audited();
        String glyph = audited.arithmetic() == Arithmetic.WRONG ? "✗" : audited.verdict().glyph();
        lines.add("  " + glyph + " " + statement.places() + ": " + named(audited.claim()) + "  " + verdict(audited));
        audited.reasons(FORMAT).forEach(reason -> lines.add("      " + reason));
        audited.mistake().ifPresent(mistake -> lines.add("      Likely mistake: " + mistake + "."));
    }

    // a requirement claims nothing: all that can be said of it is that it cannot be met
    private static void askedFor(List<Statement> statements, List<String> lines) {
        if (!statements.isEmpty()) {
            heading("Asked for", lines);
        }
        for (Statement statement : statements) {
            boolean isImpossible = statement.audited().verdict() == Credence.IMPOSSIBLE;
            lines.add("  " + statement.places() + ": " + named(statement.audited().claim()) + (isImpossible ? "  impossible" : ""));
            statement.audited().reasons(FORMAT).forEach(reason -> lines.add("      " + reason));
        }
    }

    private static void unread(List<Unread> unread, List<String> lines) {
        if (!unread.isEmpty()) {
            heading("Not understood", lines);
            unread.forEach(u -> lines.add("  line " + u.line() + ": " + u.text() + ": " + u.reason()));
        }
    }

    private static String named(Claim claim) {
        String label = Measure.label(claim.metric());
        return Wording.of(claim.written()) + (label.isEmpty() ? "" : "  " + label)
                + (claim.scope().isEmpty() ? "" : " (" + claim.scope() + ")");
    }

    private static String verdict(AuditedClaim audited) {
        String arithmetic = audited.arithmetic() == Arithmetic.NONE ? ""
                : "arithmetic " + audited.arithmetic().word() + ", ";
        return arithmetic + audited.verdict().word();
    }

    /**
     * What a text says once or more often about one thing.
     *
     * @param audited what was made of it where it stands first
     * @param lines the lines on which it stands
     */
    private record Statement(AuditedClaim audited, List<Integer> lines) {

        static List<Statement> of(List<AuditedClaim> claims) {
            Map<List<Object>, Statement> all = new LinkedHashMap<>();
            for (AuditedClaim audited : claims) {
                List<Integer> lines = all.computeIfAbsent(key(audited), _ -> new Statement(audited, new ArrayList<>())).lines;
                if (lines.isEmpty() || lines.getLast() != audited.claim().line()) {
                    lines.add(audited.claim().line());
                }
            }
            return List.copyOf(all.values());
        }

        // a ratio in another place is another ratio, unless what is said of it is the same too
        private static List<Object> key(AuditedClaim a) {
            Claim c = a.claim();
            return List.of(c.metric(), c.subject(), c.scope(), c.role(), Wording.of(c.written()), a.verdict(), a.arithmetic(), a.reasons());
        }

        boolean isAskedFor() {
            return audited.claim().role() == Claim.Role.REQUIREMENT;
        }

        String places() {
            StringBuilder text = new StringBuilder(lines.size() == 1 ? "line " : "lines ");
            for (int i = 0; i < lines.size(); i++) {
                text.append(i == 0 ? "" : ", ").append(lines.get(i));
            }
            return text.toString();
        }
    }
}
