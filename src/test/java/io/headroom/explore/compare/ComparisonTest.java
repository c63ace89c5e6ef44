package io.headroom.explore.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);
    private static Comparison comparison;

    @BeforeAll
    static void read() throws Exception {
        Catalog catalog = CatalogFiles.load();
        Path file = Path.of("sample-plans/report-001.json");
        Review review = PlanFile.read(file.toString(), Files.readAllBytes(file), catalog).review();
        comparison = Comparison.of(review);
    }

    /** Report 001: TP 2 to 4, DP 1 to 2, batch 128 to 512 on the same 32 GPUs; the original needs EP 8 for them. */
    @Test
    void whatDiffersComesFirst() {
        assertThat(comparison.inputs()).extracting(Row::name).startsWith("TP", "DP", "EP", "Concurrent requests");
        assertThat(comparison.inputs()).filteredOn(r -> r.differs(comparison.baseline())).hasSize(4);
        assertThat(row(comparison.inputs(), "TP").values()).containsExactly(2.0, 4.0);
        assertThat(row(comparison.inputs(), "Concurrent requests").values()).containsExactly(128.0, 512.0);
        List<Row> metrics = comparison.metrics();
        int same = metrics.indexOf(metrics.stream().filter(r -> !r.differs(0)).findFirst().orElseThrow());
        assertThat(metrics.subList(same, metrics.size())).allMatch(r -> !r.differs(0));
        assertThat(metrics.subList(0, same)).extracting(r -> ((Row.Numbers) r).mostChange(0))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /** Report 001, by hand: DP 1 to 2 doubles the replicas, so +1 and +100 %. */
    @Test
    void changesAreAbsoluteAndRelative() {
        Row.Numbers replicas = row(comparison.metrics(), "Replicas");
        assertThat(replicas.difference(1, 0)).isEqualTo(1);
        assertThat(replicas.change(1, 0)).isCloseTo(1, within(1e-12));
        assertThat(new Row.Numbers("x", "x", replicas.dimension(), List.of(0.0, 3.0)).change(1, 0)).isNaN();
    }

    @Test
    void saysWhatWasChangedAndWhatItChanged() {
        assertThat(comparison.words(1, FORMAT)).startsWith(
                "TP 2 → 4, DP 1 → 2, EP 8 → 1, Concurrent requests 128 → 512: ").contains("TTFT, last of a burst +");
        assertThat(comparison.words(0, FORMAT)).isEqualTo("The same plan.");
    }

    @Test
    void rangesAreARowWhereAPlanHasSome() {
        assertThat(comparison.inputs()).extracting(Row::name).doesNotContain("Ranges");
        List<io.headroom.check.Judgement> plans = comparison.plans();
        Comparison ranged = Comparison.of(List.of(plans.get(0), io.headroom.check.Judge.judge(plans.get(0).plan().withRanges(
                io.headroom.plan.Ranges.NONE.with("assumptions.mbu", new io.headroom.plan.Ranges.Range(0.6, 0.9))))), 0);
        Row row = ranged.inputs().getFirst();
        assertThat(row.name()).as("nothing else differs").isEqualTo("Ranges");
        assertThat(row.text(0, FORMAT)).isEqualTo("–");
        assertThat(row.text(1, FORMAT).replace('\u2009', ' ').replace('\u00a0', ' ')).isEqualTo("MBU 60 % to 90 %");
    }

    private static Row.Numbers row(List<Row> rows, String name) {
        return rows.stream().filter(r -> r.name().equals(name)).map(Row.Numbers.class::cast).findFirst().orElseThrow();
    }
}
