package io.headroom.explore.question;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.legal.Fix;
import io.headroom.check.legal.Load;
import io.headroom.check.legal.rule.Legality;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.question.Answer.Kind;
import io.headroom.format.Dimension;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Answers the reverse questions of a plan. It passes where no rule is broken, every GPU's memory suffices and no hard
 * requirement is missed by the estimate; margins and wishes do not count.
 */
public final class Questions {

    /** Larger batches are not asked for. */
    static final int MOST_REQUESTS = 1 << 20;
    /** A bandwidth is raised so many times at most before the answer is that none suffices. */
    private static final int MOST_TIMES_BANDWIDTH = 64;
    private static final long MOST_GPUS = 1024;

    private final Plan plan;
    private final Judgement now;
    private final List<Limit> limits;

    private Questions(Judgement now, List<Limit> limits) {
        this.plan = now.plan();
        this.now = now;
        this.limits = limits;
    }

    /** Every question about {@code now}'s plan. */
    public static List<Answer> of(Judgement now) {
        return List.of(Question.values()).stream().map(question -> of(now, question)).toList();
    }

    /**
     * The answer to {@code question}. Where nothing passes because of limits that the plan misses already, the answer
     * leaves those out and names them.
     */
    public static Answer of(Judgement now, Question question) {
        List<Limit> all = Limit.of(now);
        Answer answer = new Questions(now, all).answer(question);
        List<Limit> kept = all.stream().filter(limit -> limit instanceof Limit.Memory || limit.isKept(now)).toList();
        if (answer.kind() != Kind.NONE || kept.size() == all.size()) {
            return answer;
        }
        Answer waived = new Questions(now, kept).answer(question);
        return waived.kind() == Kind.NONE ? answer : waived.waiving(all.stream()
                .filter(limit -> !kept.contains(limit)).map(Limit::name).distinct().toList());
    }

    private Answer answer(Question question) {
        if (question != Question.FEWEST_GPUS && (now.estimate().isEmpty() || !now.isLegal())) {
            return Answer.without(question, Kind.NONE, "the plan is not legal");
        }
        return switch (question) {
            case LARGEST_BATCH -> largestBatch();
            case LONGEST_CONTEXT -> longestContext();
            case FEWEST_GPUS -> fewestGpus();
            case LOWEST_MEMORY_BANDWIDTH -> lowest(question, Axis.MEMORY_BANDWIDTH,
                    plan.hardware().gpu().hbmBytesPerSecond());
            case LOWEST_NODE_LINK -> link(question, Axis.NODE_LINK,
                    plan.hardware().intraNodeBytesPerSecond());
            case LOWEST_NETWORK -> link(question, Axis.NETWORK,
                    plan.hardware().interNodeBytesPerSecond());
            case HIGHEST_PRICE -> highestPrice();
        };
    }

    private Answer largestBatch() {
        Estimate estimate = now.estimate().orElseThrow();
        int most = (int) Math.min(MOST_REQUESTS, estimate.memory().largestBatch());
        Walk walk = new Walk(plan, Axis.REQUESTS, limits, true);
        return ofWalk(Question.LARGEST_BATCH, walk, most, 0,
                Load.REQUESTS::with, "not even one request");
    }

    private Answer longestContext() {
        int output = plan.workload().outputTokens();
        int most = plan.model().shape().maxContextTokens() - output;
        if (most < 1) {
            return Answer.without(Question.LONGEST_CONTEXT, Kind.NONE,
                    "the output alone fills the model's context of " + Words.count((long) most + output));
        }
        Walk walk = new Walk(plan, Axis.INPUT_TOKENS, limits, true);
        return ofWalk(Question.LONGEST_CONTEXT, walk, most, output,
                Load.INPUT_TOKENS::with, "not even one token of input");
    }

    /** A plan at a value of an axis. */
    private interface At {
        Plan plan(Plan plan, int value);
    }

    private Answer ofWalk(Question question, Walk exact, int most, int offset, At at, String ifNone) {
        OptionalInt last = exact.find(1, most);
        Walk walk = exact.isUndecided() ? exact.strict() : exact;
        if (exact.isUndecided()) {
            last = walk.find(1, most);
        }
        if (last.isEmpty()) {
            return walk.isUndecided() ? undecided(question) : Answer.without(question, Kind.NONE,
                    "with " + ifNone + ": " + Limit.whatFails(walk.at(1), limits));
        }
        int value = last.getAsInt();
        String fails = Limit.whatFails(walk.at(value + 1), limits);
        String beyond = fails.isEmpty() ? question == Question.LARGEST_BATCH ? "more are not asked for"
                : "the model's context ends there" : "at " + Words.count(value + 1L + offset) + " " + fails;
        return Answer.found(question, (double) value + offset,
                beyond + (exact.isUndecided() ? ", by bisection: beyond, single values may pass" : ""),
                new Fix(question.label() + " " + Words.count((long) value + offset), p -> at.plan(p, value)));
    }

    private Answer fewestGpus() {
        for (Limit limit : limits) {
            if (limit instanceof Limit.Required required && isBeyondEveryLayout(required)) {
                return Answer.without(Question.FEWEST_GPUS, Kind.NONE,
                        required.name() + " is beyond the bound of a GPU, however many there are");
            }
        }
        boolean passes = Limit.areKept(now, limits);
        long most = passes ? (long) now.estimate().orElseThrow().get(Metric.GPUS) : MOST_GPUS;
        Optional<Judgement> fewest = new Layouts(plan).fewest(most, limits);
        if (fewest.isEmpty()) {
            return passes ? ownLayout() : Answer.without(Question.FEWEST_GPUS, Kind.NONE,
                    "no layout of up to " + Words.count(most) + " GPUs passes");
        }
        Plan there = fewest.get().plan();
        return gpus(there, fewest.get().estimate().orElseThrow().get(Metric.GPUS));
    }

    /** Only the plan's own uneven stages pass. */
    private Answer ownLayout() {
        return gpus(plan, now.estimate().orElseThrow().get(Metric.GPUS));
    }

    private Answer gpus(Plan there, double gpus) {
        Parallelism p = there.parallelism();
        return Answer.found(Question.FEWEST_GPUS, gpus, "as " + Words.degrees(p),
                new Fix(Words.degrees(p), before -> before.withParallelism(p)));
    }

    private boolean isBeyondEveryLayout(Limit.Required limit) {
        return limit.metric() == Metric.OUTPUT_TOKENS_PER_GPU && !limit.isCeiling()
                && now.requirements().get(limit.index()).bound() < limit.value();
    }

    private Answer link(Question question, Axis axis, double bytesPerSecond) {
        if (Double.isNaN(bytesPerSecond)) {
            return Answer.without(question, Kind.ANY, "a replica of one GPU has no link");
        }
        return lowest(question, axis, bytesPerSecond);
    }

    private Answer lowest(Question question, Axis axis, double bytesPerSecond) {
        int current = (int) Math.max(1, Math.ceil(bytesPerSecond / Axis.GIGA));
        Walk walk = new Walk(plan, axis, limits, false);
        OptionalInt lowest = walk.find(1, (int) Math.min(Integer.MAX_VALUE, (long) current * MOST_TIMES_BANDWIDTH));
        if (lowest.isEmpty()) {
            return walk.isUndecided() ? undecided(question) : Answer.without(question, Kind.NONE,
                    "at " + MOST_TIMES_BANDWIDTH + " times as much: "
                            + Limit.whatFails(walk.at(current * MOST_TIMES_BANDWIDTH), limits));
        }
        int value = lowest.getAsInt();
        return value == 1 ? Answer.without(question, Kind.ANY, "the plan passes at 1 GB/s too")
                : Answer.found(question, value * Axis.GIGA, "at 1 GB/s less "
                        + Limit.whatFails(walk.at(value - 1), limits), null);
    }

    /** Cost is proportional to the price: the answer is the smallest quotient of limit and cost at $1. */
    private Answer highestPrice() {
        Judgement atOne = Judge.judge(Words.priced(plan, 1));
        List<Limit> others = limits.stream().filter(limit -> !isCost(limit)).toList();
        if (!Limit.areKept(atOne, others)) {
            return Answer.without(Question.HIGHEST_PRICE, Kind.NONE,
                    "at no price: " + Limit.whatFails(atOne, others));
        }
        double price = Double.POSITIVE_INFINITY;
        String binding = "";
        for (Limit limit : limits) {
            if (isCost(limit) && limit instanceof Limit.Required cost && cost.isCeiling()) {
                double quotient = cost.value() / atOne.estimate().orElseThrow().get(cost.metric());
                binding = quotient < price ? cost.name() : binding;
                price = Math.min(price, quotient);
            }
        }
        return Double.isInfinite(price) ? Answer.without(Question.HIGHEST_PRICE, Kind.ANY, "no limit on cost is set")
                : Answer.found(Question.HIGHEST_PRICE, price, "above it " + binding + " is missed", null);
    }

    private static boolean isCost(Limit limit) {
        return limit instanceof Limit.Required required && (required.metric().dimension() == Dimension.DOLLARS
                || required.metric().dimension() == Dimension.DOLLARS_PER_HOUR);
    }

    private static Answer undecided(Question question) {
        return Answer.without(question, Kind.UNDECIDED, "a limit on a metric without a known trend: too many values "
                + "to try");
    }
}
