package io.headroom.report.read.relation;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Relation.Kind;
import io.headroom.check.audit.Written;
import io.headroom.check.audit.relate.Derivation;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.quantity.Quantity;
import io.headroom.report.read.quantity.Sort;
import io.headroom.report.read.structure.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arithmetic that is written out: "35 × 1.53 = 53.5 tokens/ms", "2×2×2=8", sums under a total, stacked gains. */
final class Formulas {

    private static final Map<String, Kind> SIGNS = Map.of("×", Kind.PRODUCT, "x", Kind.PRODUCT, "*", Kind.PRODUCT, "·", Kind.PRODUCT,
            "÷", Kind.QUOTIENT, "/", Kind.QUOTIENT, "+", Kind.SUM, "-", Kind.DIFFERENCE, "−", Kind.DIFFERENCE, "–", Kind.DIFFERENCE);
    private static final Pattern SIGN = Pattern.compile("\\s*\\(?[\\p{L} ]{0,16}\\)?\\s*([×x*·÷/+−–-])\\s*\\(?");
    private static final Pattern EQUALS = Pattern.compile("\\s*\\)?\\s*(?:[\\p{L} ]{0,24})?[=≈]\\s*[~≈$]?");
    private static final double THOUSAND = 1000;
    private static final double ROUNDED = 0.02;
    private static final Pattern TOTAL = Pattern.compile("(?i)^\\W*(?:total|sum)\\b");

    private Formulas() {
    }

    static void read(Numbers numbers) {
        Set<Passage> seen = new HashSet<>();
        for (Found f : numbers.all()) {
            if (seen.add(f.passage())) {
                line(numbers, numbers.beside(f));
            }
        }
        totals(numbers);
    }

    private static void line(Numbers numbers, List<Found> row) {
        String text = row.getFirst().passage().text();
        List<Found> operands = new ArrayList<>();
        Kind kind = null;
        for (int i = 0; i + 1 < row.size(); i++) {
            String between = text.substring(Math.min(row.get(i).quantity().end(), row.get(i + 1).quantity().start()),
                    row.get(i + 1).quantity().start());
            Matcher sign = SIGN.matcher(between);
            if (sign.matches() && (kind == null || kind == SIGNS.get(sign.group(1)))) {
                kind = SIGNS.get(sign.group(1));
                operands.add(row.get(i));
            } else if (EQUALS.matcher(between).matches() && kind != null) {
                operands.add(row.get(i));
                Found result = step(numbers, result(numbers, row.get(i + 1), text));
                operands = inUnitOfResult(numbers, kind, operands, result);
                numbers.relate(kind, result, operands);
                gains(numbers, operands, text);
                operands = new ArrayList<>();
                kind = null;
            } else {
                operands = new ArrayList<>();
                kind = null;
            }
        }
    }

    // "35 × 1.53 = 53.5 tokens/ms", "2.86 + 0.79 = 3.65 GB": only the result has the unit, and what it is made of shares it;
    // bytes counted from plain numbers ("2 × 94 × 1024 = 192.5 kB") come out as they are
    private static List<Found> inUnitOfResult(Numbers numbers, Kind kind, List<Found> operands, Found result) {
        Quantity unit = result.quantity();
        boolean isBare = operands.stream().noneMatch(f -> f.quantity().sort() == unit.sort());
        Relation asWritten = new Relation(kind, result.claim(), operands.stream().map(Found::claim).toList());
        if (unit.sort() == Sort.NUMBER || unit.written().value() == 0 || !isBare || Derivation.of(asWritten).holds()) {
            return operands;
        }
        List<Found> lent = new ArrayList<>(operands);
        boolean isEach = kind == Kind.SUM || kind == Kind.DIFFERENCE;
        for (int i = 0; i < lent.size(); i++) {
            Found f = lent.get(i);
            if (f.quantity().sort() == Sort.NUMBER) {
                double size = unit.si() / unit.written().value() * (isEach ? 1 : prefix(asWritten));
                lent.set(i, numbers.replace(f, f.quantity(f.quantity().as(unit.written().unit(), size, unit.sort()))));
                if (!isEach) {
                    break;
                }
            }
        }
        return lent;
    }

    // "2 × 70.6 × 2048 = 289 TFLOP" leaves out a billion here and a trillion there: a power of 1,000 is no mistake where no
    // operand has a unit
    private static double prefix(Relation asWritten) {
        double numbers = Derivation.of(asWritten).value() / asWritten.result().written().value();
        double power = Math.rint(Math.log(numbers) / Math.log(THOUSAND));
        boolean isPower = Math.abs(numbers / Math.pow(THOUSAND, power) - 1) < ROUNDED;
        return isPower && Double.isFinite(power) ? Math.pow(THOUSAND, -power) : 1;
    }

    // one formula below the other goes on from the one before: steps do not compete
    private static Found step(Numbers numbers, Found f) {
        Claim c = f.claim();
        long before = c.scope().isEmpty() ? 0 : numbers.relations().stream().filter(r -> r.result().metric().equals(c.metric())
                && r.result().subject().equals(c.subject()) && r.result().scope().startsWith(c.scope())).count();
        return before == 0 ? f : numbers.replace(f, f.scope(c.scope() + " " + (before + 1)));
    }

    // a result without a unit is a number of GPUs where the words say so
    private static Found result(Numbers numbers, Found f, String text) {
        if (!f.claim().metric().isEmpty() && f.claim().role() != Role.INPUT) {
            return f;
        }
        String around = (text + " " + f.claim().text() + " " + String.join(" ", f.passage().path())).toLowerCase(Locale.ROOT);
        Claim c = f.claim();
        String metric = !c.metric().isEmpty() ? c.metric() : around.contains("gpu") ? Measure.GPUS_MAPPED : "";
        String subject = f.passage().cell() == null ? numbers.subjects().primary() : numbers.subjects().only(
                f.passage().cell().columnHeader()).map(s -> s.name()).orElse(c.subject());
        return numbers.replace(f, f.with(new Claim(c.line(), c.text(), subject, metric, c.scope(), c.written(), Role.CLAIM)));
    }

    // "Kernel optimizations: 35 × 1.53": 1.53 stacks the gains listed under "Kernel-Level Optimizations"
    private static void gains(Numbers numbers, List<Found> operands, String text) {
        String first = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 2)[0];
        for (Found factor : operands) {
            boolean plain = factor.claim().written().unit().isEmpty() && factor.claim().si() > 1 && factor.claim().si() < 10;
            List<Found> gains = numbers.all().stream().filter(f -> f.claim().metric().equals(Measure.GAIN) && !f.passage().path()
                    .isEmpty() && first.length() > 3 && f.passage().path().getLast().toLowerCase(Locale.ROOT).startsWith(first)).toList();
            if (plain && factor != operands.getFirst() && !gains.isEmpty()) {
                Claim c = factor.claim();
                var w = c.written();
                Found stated = factor.with(new Claim(c.line(), c.text(), gains.getFirst().claim().subject(), Measure.RATIO, c.scope(),
                        new Written(w.value(), "x", w.si(), w.step(), w.bound()), Role.CLAIM));
                Found kept = numbers.replace(factor, stated);
                numbers.relations().replaceAll(r -> !r.operands().contains(c) ? r : new Relation(r.kind(),
                        r.result(), r.operands().stream().map(o -> o.equals(c) ? kept.claim() : o).toList()));
                numbers.relate(Kind.GAINS, kept, gains);
                return;
            }
        }
    }

    // "Attention …", "MoE …", "Total …" one below the other; parts of a GPU's memory are the audit's to add
    private static void totals(Numbers numbers) {
        List<Found> parts = new ArrayList<>();
        for (Found f : numbers.all()) {
            boolean total = TOTAL.matcher(f.claim().text()).find();
            parts.removeIf(p -> !p.passage().path().equals(f.passage().path()));
            List<Found> mine = parts.stream().filter(p -> p.claim().metric().equals(f.claim().metric())
                    && p.claim().subject().equals(f.claim().subject())).toList();
            if (total && mine.size() > 1) {
                numbers.relate(Kind.SUM, f, mine);
                parts.clear();
            } else if (f.claim().metric().equals("prefill.flops") && !f.claim().scope().isEmpty() && !total) {
                parts.add(f);
            }
        }
    }
}
