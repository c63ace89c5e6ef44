package io.headroom.report.read.relation;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Relation.Kind;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.claim.Subject;
import io.headroom.report.read.structure.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "14x better", "58 % reduction", "2:1", "over baseline": which two numbers are compared. */
final class Comparisons {

    private static final Pattern FROM_TO = Pattern.compile("(?i)\\bfrom ([\\w.+ -]{2,40}?) to ([\\w.+ -]{2,40})");
    private static final Pattern THAN = Pattern.compile("(?i)\\b(?:than|over|vs\\.?|versus|compared (?:to|with))\\s+([^,;.()]{2,40})");

    private Comparisons() {
    }

    static void read(Numbers numbers) {
        for (Found f : numbers.all()) {
            String metric = f.claim().metric();
            boolean change = metric.equals(Measure.CHANGE);
            boolean ofTwo = change || metric.equals(Measure.RATIO);
            boolean done = f.quantity().rangeEnd() != 0 || ofTwo && numbers.relations().stream().anyMatch(r -> r.result().equals(f.claim()));
            if (!done && ofTwo && f.claim().role() == Role.CLAIM && !f.claim().written().unit().isEmpty()) {
                pair(numbers, f).ifPresent(p -> relate(numbers, f, p, change));
            }
        }
    }

    private record Pair(Found from, Found to) {
    }

    private static void relate(Numbers numbers, Found f, Pair p, boolean change) {
        if (change) {
            numbers.relate(Kind.CHANGE, f.claim().subject().isEmpty() ? numbers.replace(f, f.subject(p.to.claim().subject())) : f,
                    List.of(p.from, p.to));
            return;
        }
        // times are said of the larger
        boolean up = p.to.claim().si() >= p.from.claim().si();
        boolean counts = p.from.claim().metric().equals(Measure.EXPERT_MODULES);
        Found of = f.claim().subject().isEmpty() && !counts ? numbers.replace(f, f.subject(p.to.claim().subject())) : f;
        Found result = counts ? numbers.replace(f, f.metric(Measure.EXPERT_MODULES_PER_GPU)) : of;
        numbers.relate(Kind.QUOTIENT, result, counts ? List.of(p.from, p.to) : up ? List.of(p.to, p.from) : List.of(p.from, p.to));
    }

    private static Optional<Pair> pair(Numbers numbers, Found f) {
        Optional<Pair> row = f.passage().cell() != null ? inRow(numbers, f) : Optional.empty();
        return row.or(() -> inLine(numbers, f)).or(() -> byName(numbers, f));
    }

    // an improvement column compares the two columns before it
    private static Optional<Pair> inRow(Numbers numbers, Found f) {
        Passage.Cell cell = f.passage().cell();
        List<Found> row = numbers.inLine(f).stream().filter(o -> o.passage().cell() != null && o.passage().cell().table() == cell.table()
                && o.passage().cell().row() == cell.row() && o.passage().cell().column() < cell.column()
                && o.passage().cell().column() > 0 && !o.claim().metric().isEmpty()).toList();
        boolean two = row.size() == 2 && row.get(0).claim().metric().equals(row.get(1).claim().metric());
        return two ? Optional.of(new Pair(row.get(0), row.get(1))) : Optional.empty();
    }

    // two numbers of one metric in the line itself: "63.8% vs actual: 6.0% (10x …)", "($4.00 vs $9.50)", "256 modules … 128 GPUs (2:1)"
    private static Optional<Pair> inLine(Numbers numbers, Found f) {
        List<Found> others = numbers.beside(f).stream().filter(o -> o != f && !o.claim().metric().equals(Measure.CHANGE)
                && !o.claim().metric().equals(Measure.RATIO) && !o.claim().metric().equals("demand.tokensPerDay")).toList();
        for (int i = 0; i + 1 < others.size(); i++) {
            Found a = others.get(i);
            Found b = others.get(i + 1);
            boolean modules = a.claim().metric().equals(Measure.EXPERT_MODULES) && b.claim().metric().equals("gpus");
            if (modules || a.claim().metric().equals(b.claim().metric()) && !a.claim().metric().isEmpty()) {
                String between = f.passage().text().substring(a.quantity().end(), Math.max(a.quantity().end(), b.quantity().start()));
                boolean reversed = between.matches("(?is)\\s*vs\\.?\\s*") && f.claim().metric().equals(Measure.CHANGE);
                return Optional.of(reversed ? new Pair(b, a) : new Pair(a, b));
            }
        }
        return Optional.empty();
    }

    // the number before the bracket, or what the words name, against the plan, the requirement or the baseline that is named
    private static Optional<Pair> byName(Numbers numbers, Found f) {
        String text = f.passage().text();
        Optional<Found> value = numbers.beside(f).stream().filter(o -> o.quantity().end() <= f.quantity().start()
                && !o.claim().metric().equals(Measure.CHANGE) && !o.claim().metric().equals(Measure.RATIO)
                && !o.claim().metric().isEmpty() && o.claim().role() != Role.INPUT).reduce((a, b) -> b);
        if (value.isEmpty()) {
            return byWords(numbers, f);
        }
        Claim c = value.get().claim();
        String after = text.substring(f.quantity().end());
        if (after.matches("(?is)^\\s*(?:the )?(?:requirement|target|better than required).*")) {
            return numbers.all().stream().filter(o -> o.claim().role() == Role.REQUIREMENT && o.claim().metric().equals(c.metric()))
                    .findFirst().map(r -> new Pair(r, value.get()));
        }
        String other = numbers.subjects().only(after).map(Subject::name).filter(n -> !n.equals(c.subject())).orElse(other(numbers, c.subject()));
        String scope = after.toLowerCase(Locale.ROOT).contains("claimed") ? "claimed" : c.scope();
        return numbers.value(c.metric(), other, scope).filter(o -> !other.equals(c.subject())).map(o -> new Pair(o, value.get()));
    }

    private static String other(Numbers numbers, String subject) {
        return numbers.baseline().equals(subject) ? "" : numbers.baseline();
    }

    // "4x throughput improvement", "reduces E2E latency by 57 % compared to baseline", "40 % fewer GPUs than original"
    private static Optional<Pair> byWords(Numbers numbers, Found f) {
        String text = f.passage().text();
        Matcher fromTo = FROM_TO.matcher(text);
        boolean told = fromTo.find() && numbers.subjects().only(fromTo.group(1)).isPresent() && numbers.subjects().only(fromTo.group(2)).isPresent();
        String mine = told ? numbers.subjects().only(fromTo.group(2)).get().name()
                : f.claim().subject().isEmpty() ? numbers.subjects().primary() : f.claim().subject();
        Matcher than = THAN.matcher(text.substring(f.quantity().end()));
        String named = told ? numbers.subjects().only(fromTo.group(1)).get().name()
                : than.find() ? numbers.subjects().first(than.group(1)).map(Subject::name).orElse("") : "";
        String base = named.isEmpty() || named.equals(mine) ? other(numbers, mine) : named;
        String heading = f.passage().path().isEmpty() ? "" : String.join(" ", f.passage().path().reversed());
        for (String words : List.of(text, heading)) {
            Optional<String> metric = Named.metric(words);
            if (metric.isPresent()) {
                Optional<Found> from = numbers.value(metric.get(), base, "");
                Optional<Found> to = numbers.value(metric.get(), mine, "");
                return from.isPresent() && to.isPresent() && !base.isEmpty() ? Optional.of(new Pair(from.get(), to.get()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
