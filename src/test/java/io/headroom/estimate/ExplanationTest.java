package io.headroom.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.explain.Term;
import io.headroom.explore.peer.Peer;
import io.headroom.explore.peer.Peers;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.objecthunter.exp4j.Expression;
import net.objecthunter.exp4j.ExpressionBuilder;
import net.objecthunter.exp4j.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every printed formula, evaluated by another program (exp4j), gives the printed number. */
class ExplanationTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private static final Function MAX = new Function("max", 2) {
        @Override
        public double apply(double... v) {
            return Math.max(v[0], v[1]);
        }
    };
    private static final Function MIN = new Function("min", 2) {
        @Override
        public double apply(double... v) {
            return Math.min(v[0], v[1]);
        }
    };

    static List<Plan> plans() {
        return List.of(
                plan("llama-3.1-8b", "h100-sxm", "plan", Parallelism.SINGLE, 1, 2048, 256),
                plan("llama-3.1-70b", "h100-sxm", "calibrated", degrees(8, 2, 1, 1, 1, true), 64, 1000, 300),
                plan("qwen3-235b-a22b", "plan-generic-64g", "plan",
                        new Parallelism(4, 4, 2, 1, 1, false, List.of(24, 23, 24, 23)), 512, 2048, 512),
                plan("deepseek-v3", "h200-sxm", "calibrated", degrees(2, 2, 2, 32, 1, false), 1024, 20000, 1000),
                plan("gpt-oss-120b", "h100-sxm", "plan", degrees(2, 1, 1, 1, 2, false), 17, 100, 40),
                plan("qwen3-next-80b-a3b", "h200-sxm", "ideal", degrees(2, 3, 1, 4, 1, false), 9, 10000, 1),
                plan("kimi-k2", "gb200-nvl72", "plan", degrees(1, 1, 1, 96, 1, false), 5000, 512, 64),
                plan("mixtral-8x7b", "a100-sxm-80", "plan", degrees(16, 1, 1, 1, 1, false), 30, 9000, 100)
                        .withPrecision(new Precision(NumberFormat.FP8, NumberFormat.INT4, NumberFormat.FP8,
                                NumberFormat.BF16)),
                plan("llama-4-maverick", "b200-sxm", "calibrated", degrees(8, 1, 2, 1, 2, false), 100, 30000, 50),
                served(mxfp4(plan("gpt-oss-120b", "h100-sxm", "calibrated", degrees(2, 1, 1, 1, 1, false), 64, 1000, 100)), 0),
                served(plan("llama-3.1-8b", "rtx-4090", "calibrated", Parallelism.SINGLE, 8, 1000, 100), 0),
                served(plan("qwen3-235b-a22b", "h200-sxm", "calibrated", degrees(2, 2, 1, 8, 1, false), 64, 1000, 100), 513));
    }

    private static Plan mxfp4(Plan plan) {
        return plan.withPrecision(plan.precision().withExperts(NumberFormat.MXFP4));
    }

    private static Plan served(Plan plan, int sequences) {
        return plan.withAssumptions(new Assumptions(plan.assumptions().profile(), "vllm", Map.of()))
                .withWorkload(plan.workload().withMaxConcurrentSequences(sequences));
    }

    private static Parallelism degrees(int t, int p, int d, int e, int c, boolean s) {
        return new Parallelism(t, p, d, e, c, s, List.of());
    }

    private static Plan plan(String model, String gpu, String profile, Parallelism degrees, int b, int in, int out) {
        Plan plan = Plan.of(model, CATALOG.model(model).orElseThrow(), Hardware.of(CATALOG.gpu(gpu).orElseThrow()),
                new Assumptions(CATALOG.profile(profile).orElseThrow(), null, Map.of()));
        return plan.withParallelism(degrees).withWorkload(plan.workload().withConcurrentRequests(b)
                .withInputTokens(in).withOutputTokens(out));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyFormulaGivesItsNumber(Plan plan) {
        Explanation explanation = Explanation.of(plan);
        Set<Term> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Metric metric : Metric.values()) {
            explanation.term(metric).ifPresent(term -> check(term, seen));
        }
        assertThat(seen.stream().filter(t -> !t.isLeaf()).count()).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyMetricIsExplainedWithTheEstimatesOwnNumber(Plan plan) {
        Estimate plain = (Estimate) Estimator.estimate(plan);
        Explanation explanation = Explanation.of(plan);
        for (Metric metric : Metric.values()) {
            double value = plain.get(metric);
            if (Double.isNaN(value)) {
                assertThat(explanation.term(metric)).as(metric.id()).isEmpty();
            } else {
                Term term = explanation.term(metric).orElseThrow(() -> new AssertionError(metric.id()));
                assertThat(Double.doubleToLongBits(term.value())).as(metric.id()).isEqualTo(Double.doubleToLongBits(value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyFormulaOfAnotherProgramGivesItsNumber(Plan plan) {
        List<Peer> peers = Peers.of(Explanation.of(plan));
        Set<Term> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        peers.forEach(peer -> check(peer.theirs(), seen));
        assertThat(peers).hasSizeGreaterThan(7).allSatisfy(peer -> assertThat(peer.theirs().value())
                .isNotCloseTo(peer.ours().value(), within(1e-9 * Math.abs(peer.ours().value()))));
    }

    private static void check(Term term, Set<Term> seen) {
        if (!seen.add(term) || term.isLeaf()) {
            return;
        }
        ExpressionBuilder builder = new ExpressionBuilder(plain(term.formula())).functions(MAX, MIN);
        term.inputs().forEach(i -> builder.variable(plain(i.symbol())));
        Expression expression = builder.build();
        term.inputs().forEach(i -> expression.setVariable(plain(i.symbol()), i.value()));
        double value = expression.evaluate();
        assertThat(value).as("%s = %s", term.symbol(), term.formula())
                .isCloseTo(term.value(), within(1e-9 * Math.max(Math.abs(term.value()), 1e-9)));
        term.inputs().forEach(i -> check(i, seen));
    }

    // exp4j takes no dots in names and knows e as a number
    private static String plain(String text) {
        return text.replaceAll("([A-Za-z_])\\.([A-Za-z])", "$1_$2").replaceAll("([A-Za-z_])\\.([A-Za-z])", "$1_$2");
    }
}
