package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Open loops whose prompts are in the prefix cache but for some tokens, as notes say. */
class CachedPromptsTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final String CACHED = "prefix caching on, all but 16 tokens of a prompt are cached, max_num_seqs 128";

    @Test
    void notesSayHowMuchOfAPromptIsRead() throws Exception {
        assertThat(rows("ttft_ms", 8, CACHED).getFirst().configuration().load()).isEqualTo(new Load.Open(8, 16, 128));
        assertThat(rows("ttft_ms", 8, "no cache").getFirst().configuration().load()).isEqualTo(new Load.Open(8, 0, 0));
    }

    @Test
    void aFirstTokenOfWhichNobodyKnowsHowMuchWasCachedIsNotEstimated() throws Exception {
        assertThat(rows("ttft_ms", 8, "prefix caching on")).isEmpty();
        assertThat(rows("tpot_ms", 8, "prefix caching on")).hasSize(1);
    }

    // a lone request reads 16 tokens and then draws each token from 547 and those drawn before
    @Test
    void aLoneRequestReadsWhatIsNotCachedAndAttendsToAll() throws Exception {
        ValidatedRow first = rows("ttft_ms", 1e-6, CACHED).getFirst();
        Plan plan = first.configuration().plan();
        double read = estimate(plan.withWorkload(plan.workload().withInputTokens(16))).get(Metric.TTFT_ALONE);
        assertThat(first.estimated()).isCloseTo(1e3 * read, within(1e-5 * first.estimated()));
        double step = estimate(plan).get(Metric.DECODE_STEP);
        ValidatedRow next = rows("tpot_ms", 1e-6, CACHED).getFirst();
        assertThat(next.estimated()).isCloseTo(1e3 * step, within(1e-5 * next.estimated()));
        ValidatedRow whole = rows("e2e_ms", 1e-6, CACHED).getFirst();
        assertThat(whole.estimated()).isCloseTo(first.estimated() + 247 * next.estimated(), within(1e-5 * whole.estimated()));
    }

    // at 8 a second prompts of 547 tokens keep the GPU of Llama-3.1-8B busy for a tenth of the time, cached ones do not
    @Test
    void cachedPromptsInterruptDecodingLess() throws Exception {
        double cached = rows("tpot_ms", 8, CACHED).getFirst().estimated();
        assertThat(rows("tpot_ms", 8, "max_num_seqs 128").getFirst().estimated()).isBetween(1.03 * cached, 1.5 * cached);
    }

    // Little's law with the 128 sequences that the engine runs at most: a rate beyond them waits
    @Test
    void theEngineRunsNoMoreSequencesThanItsLimit() throws Exception {
        ValidatedRow crowded = rows("e2e_ms", 1000, CACHED).getFirst();
        ValidatedRow roomy = rows("e2e_ms", 1000, CACHED.replace("128", "512")).getFirst();
        assertThat(crowded.estimated()).isLessThan(0.7 * roomy.estimated());
    }

    // 16 GB of weights at 3.35 TB/s take 4.8 ms, 547 tokens times 16 GFLOP at 989 TFLOP/s 8.8: 6 ms are enough for what is read
    @Test
    void noFirstTokenOfACachedPromptIsTooEarly() throws Exception {
        assertThat(rows("ttft_ms", 8, CACHED).getFirst().doubt()).isEmpty();
        assertThat(rows("ttft_ms", 8, "max_num_seqs 128").getFirst().doubt()).isEqualTo(Screening.BELOW_BOUND);
    }

    private static Estimate estimate(Plan plan) {
        return (Estimate) Estimator.estimate(plan);
    }

    private static List<ValidatedRow> rows(String metric, double rate, String notes) throws Exception {
        String row = "a,Llama-3.1-8B,H100-SXM-80GB,1,1,1,1,1,vLLM,bf16,,547,248,open loop," + rate + "," + metric + ",ms,"
                + (metric.startsWith("ttft") ? 6 : 3000) + ",\"" + notes + "\",0.15.1";
        return Validation.run(Rows.with("framework_version", row), AliasFile.load(CATALOG),
                CATALOG.profile("calibrated").orElseThrow(), false).rows();
    }
}
