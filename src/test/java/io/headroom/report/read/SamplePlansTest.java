package io.headroom.report.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.format.Unit;
import io.headroom.plan.Figure;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import io.headroom.report.read.text.NotReadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plans of the five reports come out as a person wrote them down in sample-plans, but for what a person chose. */
class SamplePlansTest {

    /** Plans that a person set beside those of the report. */
    private static final String ADDED = "top-2";
    /** Figures that follow from a plan or its hardware and that the reader leaves there. */
    private static final Set<String> LEFT = Set.of("001 optimized memory.capacity", "004 optimized layers.perStage");

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void plansComeOutAsByHand(String id) throws Exception {
        Review byHand = sample(id);
        Review read = Reports.read("report-" + id + ".txt").review();
        Map<String, Plan> plans = read.plans().stream().collect(Collectors.toMap(Plan::name, p -> p));
        assertThat(read.baseline()).isEqualTo(byHand.baseline());
        assertThat(plans.keySet()).containsExactlyInAnyOrderElementsOf(byHand.plans().stream().map(Plan::name)
                .filter(n -> !n.equals(ADDED)).toList());
        for (Plan hand : byHand.plans()) {
            if (!hand.name().equals(ADDED)) {
                same(id, hand, plans.get(hand.name()));
            }
        }
    }

    private static void same(String id, Plan hand, Plan read) {
        String as = id + " " + hand.name();
        assertThat(read.model().shape()).as(as).isEqualTo(hand.model().shape());
        assertThat(read.hardware().gpu().id()).as(as).isEqualTo(hand.hardware().gpu().id());
        if (!Double.isNaN(hand.hardware().given().pricePerGpuHour())) {
            assertThat(read.hardware().pricePerGpuHour()).as(as).isEqualTo(hand.hardware().pricePerGpuHour());
        }
        assertThat(read.precision()).as(as).isEqualTo(hand.precision());
        Parallelism layout = read.parallelism();
        assertThat(layout).as(as).isEqualTo(hand.parallelism());
        assertThat(read.workload().concurrentRequests()).as(as).isEqualTo(hand.workload().concurrentRequests());
        assertThat(read.workload().outputTokens()).as(as).isEqualTo(hand.workload().outputTokens());
        assertThat(read.workload().maxBatchedTokens()).as(as).isEqualTo(hand.workload().maxBatchedTokens());
        assertThat(read.assumptions().engine()).as(as).isEqualTo(hand.assumptions().engine());
        assertThat(read.assumptions().given()).as(as).isEqualTo(hand.assumptions().given());
        assertThat(read.requirements().stream().map(SamplePlansTest::key)).as(as).containsExactlyInAnyOrderElementsOf(
                hand.requirements().stream().map(SamplePlansTest::key).toList());
        List<String> figures = hand.figures().stream().filter(f -> !LEFT.contains(as + " " + f.metric())).map(SamplePlansTest::key).toList();
        assertThat(read.figures().stream().map(SamplePlansTest::key)).as(as).containsAll(figures);
        assertThat(read.figures().stream().filter(f -> !f.metric().equals("params.total")).count()).as(as).isLessThanOrEqualTo(figures.size());
    }

    @Test
    void whatAPersonChoseIsListedAsOpen() throws IOException, NotReadable {
        assertThat(Reports.read("report-001.txt").review().plans().getFirst().notes()).extracting(n -> n.text())
                .anyMatch(t -> t.contains("PP 4, as in the plan \"optimized\"") && t.contains("EP 8"))
                .anyMatch(t -> t.contains("tokens of the ordinary request"));
        assertThat(Reports.read("report-004.txt").open()).extracting(o -> o.text()).anyMatch(t -> t.contains("no size"))
                .anyMatch(t -> t.contains("requests at once"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "001", "002", "003", "004"})
    void theReviewIsAPlanFile(String id) throws Exception {
        Review read = Reports.read("report-" + id + ".txt").review();
        assertThat(PlanFile.read("read.json", PlanFile.write(read), Reports.CATALOG).review().plans()).hasSameSizeAs(read.plans());
    }

    private static String key(Requirement r) {
        return r.metric() + " " + r.bound() + " " + rounded(si(r.value(), r.unit())) + " " + r.soft();
    }

    private static String key(Figure f) {
        return f.metric() + " " + rounded(si(f.value(), f.unit())) + " " + f.kind();
    }

    private static double si(double value, String unit) {
        return Unit.of(unit).map(u -> u.toSi(value)).orElse(value);
    }

    private static double rounded(double value) {
        return new java.math.BigDecimal(value).round(new java.math.MathContext(9)).doubleValue();
    }

    private static Review sample(String id) throws Exception {
        Path file = Path.of("sample-plans/report-" + id + ".json");
        return PlanFile.read(file.toString(), Files.readAllBytes(file), Reports.CATALOG).review();
    }
}
