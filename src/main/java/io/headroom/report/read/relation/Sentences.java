package io.headroom.report.read.relation;

import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Relation.Kind;
import io.headroom.check.audit.Written.Bound;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.claim.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sentences that reckon in words: so many requests at so much each, savings a day and a year, a gap, "none exceeds 5 %". */
final class Sentences {

    private static final double DAYS = 365;
    private static final Pattern NONE = Pattern.compile("(?i)\\bno(?:ne| \\w+)?\\b.{0,40}\\b(?:exceeds?|above|over|more than)\\s*$");

    private Sentences() {
    }

    static void read(Numbers numbers) {
        for (Found f : numbers.all()) {
            switch (f.claim().metric()) {
                case Measure.DURATION -> duration(numbers, f);
                case Measure.SAVINGS -> savings(numbers, f);
                case Measure.RATIO -> gap(numbers, f);
                case "quality.degradation" -> worst(numbers, f);
                case "heads.perGpu" -> share(numbers, f, "model.heads", "parallelism.tensor");
                case "layers.perStage" -> share(numbers, f, "model.layers", "parallelism.pipeline");
                case "experts.perGpu" -> share(numbers, f, "model.experts", "parallelism.expert");
                default -> {
                }
            }
        }
    }

    // "TP=2 … 64 attention heads (only 32 heads per GPU)": all in one line, whatever else of the plan is known
    private static void share(Numbers numbers, Found f, String all, String degree) {
        Optional<Found> whole = numbers.beside(f).stream().filter(o -> o.claim().metric().equals(all)).findFirst();
        Optional<Found> parts = numbers.beside(f).stream().filter(o -> o.claim().metric().equals(degree)).findFirst();
        if (whole.isPresent() && parts.isPresent()) {
            numbers.relate(Kind.QUOTIENT, f, List.of(whole.get(), parts.get()));
        }
    }

    // "~13 seconds (100 requests at baseline E2E latency)", "~6.5 hours (520 prompts at ~45 seconds per prompt)"
    private static void duration(Numbers numbers, Found f) {
        String after = f.passage().text().substring(f.quantity().end());
        if (!after.matches("(?s)^\\s*\\(\\s*[~≈]?\\d.*\\bat\\b.*")) {
            return;
        }
        List<Found> rest = numbers.beside(f).stream().filter(o -> o.quantity().start() > f.quantity().start()).toList();
        Optional<Found> each = rest.stream().skip(1).filter(o -> o.claim().metric().equals(Measure.DURATION)).findFirst();
        if (!rest.isEmpty() && each.isEmpty()) {
            String subject = numbers.subjects().only(after).map(Subject::name).orElse(f.claim().subject());
            each = Named.metric(after).flatMap(m -> numbers.value(m, subject, ""));
        }
        if (!rest.isEmpty() && each.isPresent()) {
            numbers.relate(Kind.PRODUCT, f, List.of(rest.getFirst(), each.get()));
        }
    }

    // "saves $550/day compared to baseline, translating to $200,750/year"
    private static void savings(Numbers numbers, Found f) {
        String text = f.passage().text();
        List<Found> before = numbers.beside(f).stream().filter(o -> o.quantity().start() < f.quantity().start()).toList();
        Optional<Found> daily = before.stream().filter(o -> o.claim().metric().equals(Measure.SAVINGS)).findFirst();
        if (daily.isPresent() && text.substring(f.quantity().start(), f.quantity().end()).endsWith("year")) {
            Found year = numbers.constant(f, DAYS, "");
            numbers.relate(Kind.PRODUCT, f, List.of(daily.get(), year));
            return;
        }
        Optional<Found> demand = before.stream().filter(o -> o.claim().metric().equals("demand.tokensPerDay")).findFirst();
        demand.ifPresent(d -> {
            String scope = d.passage().text().substring(d.quantity().start(), d.quantity().end()).strip();
            Optional<Found> base = numbers.value("cost.perDay", numbers.baseline(), scope);
            Optional<Found> mine = numbers.value("cost.perDay", f.claim().subject(), scope);
            if (base.isPresent() && mine.isPresent() && base.get() != mine.get()) {
                numbers.relate(Kind.DIFFERENCE, f, List.of(base.get(), mine.get()));
            }
        });
    }

    // "Gap: 8.33× GPU capacity needed": what is needed over what a GPU has, under the same heading
    private static void gap(Numbers numbers, Found f) {
        if (!f.passage().text().matches("(?is).*\\b(?:gap|shortfall|needed|required|short)\\b.*")) {
            return;
        }
        Optional<Found> needed = under(numbers, f, Measure.FLOPS_NEEDED);
        Optional<Found> has = under(numbers, f, Measure.FLOPS_PER_GPU);
        if (needed.isPresent() && has.isPresent()) {
            numbers.relate(Kind.QUOTIENT, f, List.of(needed.get(), has.get()));
        }
    }

    private static Optional<Found> under(Numbers numbers, Found f, String metric) {
        return numbers.all().stream().filter(o -> o.claim().metric().equals(metric) && o.passage().path().equals(f.passage().path()))
                .findFirst();
    }

    private static void worst(Numbers numbers, Found f) {
        if (!NONE.matcher(f.passage().text().substring(0, f.quantity().start())).find()) {
            return;
        }
        Found limit = numbers.replace(f, f.quantity(f.quantity().bounded(Bound.AT_MOST)).subject("").metric(Measure.CHANGE));
        List<Found> pairs = new ArrayList<>();
        for (Found score : numbers.all()) {
            if (score.claim().metric().startsWith(Measure.QUALITY) && score.claim().written().unit().equals("score")
                    && score.passage().cell() != null && !score.claim().subject().equals(numbers.baseline())) {
                numbers.value(score.claim().metric(), numbers.baseline(), score.claim().scope()).ifPresent(base -> {
                    pairs.add(base);
                    pairs.add(score);
                });
            }
        }
        if (!pairs.isEmpty()) {
            numbers.relate(Kind.WORST_CHANGE, limit, pairs);
        }
    }
}
