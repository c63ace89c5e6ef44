package io.headroom.session.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.estimate.pass.Part;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.session.Samples;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms are found in the chart where the estimate puts them. */
class SegmentsTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Pattern SUMMAND = Pattern.compile("(?:(\\d+) \\* )?([A-Za-z_]\\w*)");

    /** Times of operations, summed over layers by the part they are shown as, are the parts of the estimate. */
    @ParameterizedTest
    @ValueSource(strings = {"llama-3.1-70b-8xh100-sxm", "deepseek-v3-8xh200-sxm", "gpt-oss-120b-1xh100-sxm",
        "report-001"})
    void operationsAddUpToTheirParts(String sample) {
        Plan first = Samples.read(sample, CATALOG).review().plans().getFirst();
        Parallelism p = first.parallelism();
        Plan plan = first.withParallelism(new Parallelism(p.tensor(), 1, 1, p.expert(), 1, false, List.of()))
                .withWorkload(first.workload().withInputTokens(512));
        Explanation explanation = Explanation.of(plan);
        Term stage = find(explanation.term(Metric.TTFT_ALONE).orElseThrow(), "stage_0").orElseThrow();
        Map<Part, Double> sums = new EnumMap<>(Part.class);
        add(stage, 1, sums);
        double[] parts = explanation.estimate().prefill().aloneParts();
        for (Part part : Part.values()) {
            double own = part.ordinal() < parts.length ? parts[part.ordinal()] : 0;
            if (part != Part.OVERHEAD) {
                assertThat(sums.getOrDefault(part, 0.0)).as(part.name()).isCloseTo(own, within(1e-9 + own * 1e-9));
            }
        }
    }

    private static void add(Term sum, double times, Map<Part, Double> sums) {
        Map<String, Term> inputs = new java.util.HashMap<>();
        sum.inputs().forEach(t -> inputs.put(t.symbol(), t));
        Matcher summand = SUMMAND.matcher(sum.formula());
        while (summand.find()) {
            double count = times * (summand.group(1) == null ? 1 : Integer.parseInt(summand.group(1)));
            Term term = inputs.get(summand.group(2));
            if (term.symbol().startsWith("layerTime")) {
                add(term, count, sums);
            } else {
                sums.merge(Segments.part(term.symbol()).orElseThrow(), count * term.value(), Double::sum);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-3.1-70b-8xh100-sxm", "report-001"})
    void memoryIsFoundAtItsStage(String sample) {
        Plan plan = Samples.read(sample, CATALOG).review().plans().getFirst();
        Explanation explanation = Explanation.of(plan);
        Estimate estimate = explanation.estimate();
        Term cache = explanation.term(Metric.MEMORY_KV_CACHE).orElseThrow();
        String stage = estimate.memory().stages().length == 1 ? "0" : "stage " + estimate.memory().worstStage();
        assertThat(Segments.of(cache, Metric.MEMORY_TOTAL, estimate)).contains(stage + "/KV cache");
        assertThat(Segments.of(cache.inputs().getFirst(), Metric.MEMORY_TOTAL, estimate)).contains(stage + "/KV cache");
        assertThat(Segments.of(explanation.term(Metric.MEMORY_TOTAL).orElseThrow(), Metric.MEMORY_TOTAL, estimate))
                .isEmpty();
    }

    private static Optional<Term> find(Term term, String symbol) {
        return term.symbol().equals(symbol) ? Optional.of(term)
                : term.inputs().stream().map(t -> find(t, symbol)).flatMap(Optional::stream).findFirst();
    }
}
