package io.headroom.report.read.claim;

import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Written.Bound;
import io.headroom.report.read.quantity.Quantity;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a report wants with a number: says it, measured it, asks for it, watches it, or takes it as given. */
final class RoleChoice {

    private static final Set<String> GIVEN = Set.of("count", "memory.capacity", Measure.HBM_BANDWIDTH, "model.layers",
            "model.heads", "model.experts", "model.hidden", "model.vocabulary", "model.topK", Vocabulary.BATCH,
            "workload.inputTokens", "workload.outputTokens", "demand.tokensPerDay", "requests.count", "decode.tokensPerStep",
            "cost.perHour", "parallelism.tensor", "parallelism.pipeline", "parallelism.data", "parallelism.expert",
            "parallelism.context", "parallelism.sequence");
    private static final Set<String> NO_LIMITS = Set.of(Measure.RATIO, Measure.CHANGE, Measure.GAIN, Measure.FLOP_PER_TOKEN,
            Measure.FLOPS_NEEDED, "gpus", "params.total", Measure.FLOPS_PER_GPU,
            Measure.DURATION, "experts.modules", "prefill.flops", "prefill.flops.perGpu");
    private static final Pattern LEVEL = Pattern.compile("(?i)\\b(critical|warning|warn|info|page|severe)\\b");
    // an operand: behind it stand a multiplication sign or a sign of equality, and a result
    private static final Pattern FORMULA = Pattern.compile("^[^=(]{0,60}\\d[^=(]{0,24}=\\s*[$~]?\\d");
    private static final String TOLD = "(?is).*\\b(?:expected|estimated|achiev\\w+|actual|measured|observed|projected|predicted)\\b.*";
    private static final Pattern BEHIND = Pattern.compile("^\\s*[×x*·÷+=]");
    private static final Pattern BEFORE = Pattern.compile("[×*·÷+]\\s*$");
    private static final Pattern NOW = Pattern.compile("(?i)^\\W*(?:current(?:ly)?|today|now|baseline|unoptimi[sz]ed)\\b");
    private static final Pattern REVISED = Pattern.compile("(?i)\\brevise\\b.*\\bto\\b");

    /**
     * A role, and the scope that comes with it.
     *
     * @param role what the text wants
     * @param scope level of an alert, "revised" target, what is hypothetical; or empty
     * @param target whether a limit that is claimed to be reached
     */
    record Chosen(Role role, String scope, boolean target) {
    }

    private RoleChoice() {
    }

    static Chosen of(String metric, Quantity q, Clause c, boolean measured) {
        boolean bounded = q.written().bound() == Bound.AT_MOST || q.written().bound() == Bound.AT_LEAST;
        if (bounded && q.rangeEnd() == 0 && isAlert(c)) {
            Matcher level = LEVEL.matcher(c.label().isEmpty() ? c.line() : c.label());
            return new Chosen(Role.ALERT, level.find() ? level.group(1).toLowerCase(java.util.Locale.ROOT) : "alert", false);
        }
        boolean sold = metric.equals(Measure.FLOPS_PER_GPU) && c.line().matches("(?is).*\\b(?:comput\\w+|peak|capab\\w+|power)\\b.*");
        if (sold || GIVEN.contains(metric) || isOperand(metric, q, c.line()) || c.before().matches("(?i).*\\bassum\\w*\\b.*")) {
            return new Chosen(Role.INPUT, "", false);
        }
        if (!NO_LIMITS.contains(metric)) {
            if (REVISED.matcher(c.line()).find()) {
                return new Chosen(Role.REQUIREMENT, c.before().matches("(?is).*\\bto\\s*$") || q.rangeEnd() != 0 ? "revised" : "", false);
            }
            if (isAsked(q, c, bounded)) {
                boolean told = RequirementWords.ticked(c.line()) && !bounded && !RequirementWords.reached(c.line())
                        && metric.startsWith("throughput");
                return new Chosen(told ? Role.CLAIM : Role.REQUIREMENT, "", told);
            }
        }
        String near = c.line() + " " + c.headers() + " " + (c.path().isEmpty() ? "" : c.path().getFirst());
        // "Current: 35 tokens/ms" under "Maximum theoretical optimisation" is where it starts from
        boolean maybe = RequirementWords.hypothetical(near) && !NOW.matcher(c.label()).find() && metric.matches("throughput.*|ttft.*|e2e.*|tpot.*");
        return new Chosen(measured ? Role.MEASUREMENT : Role.CLAIM, maybe ? "optimized" : "", false);
    }

    private static boolean isOperand(String metric, Quantity q, String line) {
        boolean beside = BEHIND.matcher(line.substring(q.end())).find() || BEFORE.matcher(line.substring(0, q.start())).find();
        return beside && !metric.equals(Measure.FLOP_PER_TOKEN) && FORMULA.matcher(line.substring(q.start())).find();
    }

    private static boolean isAlert(Clause c) {
        return RequirementWords.alert(c.line()) || !c.path().isEmpty() && RequirementWords.alert(c.path().getFirst())
                || c.path().size() > 1 && RequirementWords.alert(c.path().get(1)) && RequirementWords.alert(c.path().get(0));
    }

    private static boolean isAsked(Quantity q, Clause c, boolean bounded) {
        boolean listed = bounded && !c.path().isEmpty() && RequirementWords.inHeading(c.path().getFirst())
                && !c.own().matches(TOLD) && !c.label().matches(TOLD);
        if (!listed && (RequirementWords.reached(c.own()) || RequirementWords.reached(c.label()))) {
            return false;
        }
        if (RequirementWords.asked(c.own()) && !c.own().matches("(?is).*\\brequirement exceeded\\b.*")) {
            return true;
        }
        if (c.line().matches("(?is).*\\b(?:requirement|target)\\b[^(]*\\([^)]*\\bvs\\.? .*")) {
            // "TTFT requirement exceeded (6s vs 10s)": what is reached, then what was asked for
            return c.line().substring(0, q.start()).matches("(?is).*\\bvs\\.?\\s*$");
        }
        if (RequirementWords.asked(c.label()) && c.own().equals(c.line().substring(Math.max(0, c.line().indexOf(c.own()))))
                || RequirementWords.asked(c.label()) && c.before().isBlank() || RequirementWords.asked(c.headers())) {
            return true;
        }
        boolean alone = c.label().isEmpty() && c.headers().isEmpty() && c.line().indexOf('(') >= 0;
        if (alone && RequirementWords.inHeading(c.line().substring(0, Math.max(c.line().indexOf('('), 0)))) {
            return true;
        }
        boolean ownMetric = c.path().isEmpty() || Vocabulary.namesMetric(c.label()) || Vocabulary.namesMetric(c.headers())
                || Vocabulary.namesMetric(c.own());
        if (!c.path().isEmpty() && RequirementWords.inHeading(c.path().getFirst()) && ownMetric) {
            return true;
        }
        return bounded && RequirementWords.ticked(c.line()) && c.path().stream().anyMatch(RequirementWords::asked);
    }
}
