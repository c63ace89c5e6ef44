package io.headroom.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.estimate.memory.StageMemory;
import io.headroom.estimate.pass.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every metric of every golden case against the Python implementation in {@code src/test/reference}, which shares no
 * code with the application. Regenerate its numbers with {@code python3 src/test/reference/make_golden.py}.
 */
class GoldenReferenceTest {

    /** Relative; two programs that add in another order differ by about 1e-13. */
    private static final double TOLERANCE = 1e-9;
    /** Shares and imbalances are differences of nearly equal numbers: what is 0 may come out as 1e-16. */
    private static final double SHARE_TOLERANCE = 1e-12;

    static List<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @Test
    void thereAreManyCases() {
        assertThat(cases()).hasSizeGreaterThan(180);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agrees(GoldenCase golden) {
        Estimate e = (Estimate) Estimator.estimate(golden.plan());
        List<String> differences = new ArrayList<>();
        for (String id : golden.ids()) {
            if (!id.startsWith("_")) {
                Metric metric = Metric.byId(id).orElseThrow(() -> new AssertionError("no metric " + id));
                compare(id, golden.number(id), e.get(metric), differences);
            }
        }
        memory(golden, e, differences);
        stages(golden, "_stage.decode.", e.decode().stageSeconds(), e.decode().boundShares(), differences);
        if (golden.plan().workload().inputTokens() <= golden.plan().workload().maxBatchedTokens()) {
            // the reference lists the first chunk only
            stages(golden, "_stage.prefill.", e.prefill().stageSeconds(), e.prefill().boundShares(), differences);
        }
        assertThat(differences).isEmpty();
    }

    private static void memory(GoldenCase golden, Estimate e, List<String> differences) {
        memory(golden, "_stage.memory.weights", e, StageMemory::weights, differences);
        memory(golden, "_stage.memory.kvCache", e, StageMemory::kvCache, differences);
        memory(golden, "_stage.memory.activations", e, StageMemory::activations, differences);
        memory(golden, "_stage.memory.reserve", e, StageMemory::reserve, differences);
        memory(golden, "_stage.memory.total", e, StageMemory::total, differences);
    }

    private static void memory(GoldenCase golden, String id, Estimate e, ToDoubleFunction<StageMemory> part,
            List<String> differences) {
        double[] expected = golden.list(id);
        assertThat(e.memory().stages()).hasSameSizeAs(expected);
        for (int s = 0; s < expected.length; s++) {
            compare(id + " of stage " + s, expected[s], part.applyAsDouble(e.memory().stages()[s]), differences);
        }
    }

    private static void stages(GoldenCase golden, String prefix, double[] seconds, double[] shares,
            List<String> differences) {
        double[] expected = golden.list(prefix + "seconds");
        assertThat(seconds).hasSameSizeAs(expected);
        for (int s = 0; s < expected.length; s++) {
            compare(prefix + "seconds of stage " + s, expected[s], seconds[s], differences);
        }
        double all = golden.sum(prefix + "seconds");
        for (Bound bound : Bound.values()) {
            String kind = bound == Bound.MEMORY ? "memory" : bound.label();
            compare(prefix + kind, golden.sum(prefix + kind) / all, shares[bound.ordinal()], differences);
        }
    }

    private static void compare(String id, double expected, double actual, List<String> differences) {
        boolean isCount = id.equals("kv.capacityTokens") || id.equals("batch.max") || id.equals("context.max");
        double least = id.startsWith("share.") || id.startsWith("imbalance.") ? SHARE_TOLERANCE : 0;
        double allowed = isCount ? 0 : Math.max(least, TOLERANCE * Math.abs(expected));
        if (!(Math.abs(expected - actual) <= allowed)) {
            differences.add(id + ": expected " + expected + " but is " + actual);
        }
    }
}
