package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.MeasurementFile;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** Offline runs of as many requests as their source says for their lengths. */
class OfflineRunTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final String HEADER = "id,source_file,model,gpu,n_gpus,tp,pp,dp,ep,framework,weight_dtype,kv_dtype,isl,osl,"
            + "concurrency,metric,unit,value\n";

    // perf-overview.md of TensorRT-LLM: 1,500 requests of 2048/2048, 30,000 of 128/128; the KV cache takes 0.95 of the memory
    @Test
    void theSourceSaysHowManyRequestsThereAre() throws Exception {
        assertThat(row("docs/source/performance/perf-overview.md", 2048, 2048).configuration().load())
                .isEqualTo(new Load.Offline(0, 1500));
        ValidatedRow row = row("docs/source/performance/perf-overview.md", 128, 128);
        assertThat(row.configuration().load()).isEqualTo(new Load.Offline(0, 30_000));
        assertThat(row.configuration().plan().assumptions().constants().get(Knob.USABLE_MEMORY)).isEqualTo(0.95);
        assertThat(row("docs/other.md", 2048, 2048).configuration().load()).isEqualTo(new Load.Offline(0, 0));
    }

    // 1,500 requests in waves of as many as there is room for, the last with what is left: a wave takes the cycle of its size
    @Test
    void aRunEndsWithAWaveOfWhatIsLeft() throws Exception {
        ValidatedRow row = row("perf-overview.md", 2048, 2048);
        Plan plan = row.configuration().plan();
        int room = (int) ((Estimate) Estimator.estimate(plan)).memory().largestBatch();
        assertThat(room).isBetween(100, 1499);
        double seconds = 1500 / room * cycleSeconds(plan, room) + cycleSeconds(plan, 1500 % room);
        assertThat(row.estimated()).isCloseTo(1500 * 2048 / seconds, within(1e-6 * row.estimated()));
    }

    // 128/128: 2,048 at once at most, 30,000 in all: less than 7 % of the run is the last wave
    @Test
    void aLongRunIsTheFullEngine() throws Exception {
        double stated = row("perf-overview.md", 128, 128).estimated();
        Plan plan = row("perf-overview.md", 128, 128).configuration().plan();
        double full = 2048 * 128 / cycleSeconds(plan, 2048);
        assertThat(stated).isBetween(0.93 * full, full);
    }

    private static double cycleSeconds(Plan plan, int requests) {
        Estimate e = (Estimate) Estimator.estimate(plan.withWorkload(plan.workload().withConcurrentRequests(requests)));
        return requests * plan.workload().outputTokens() / e.get(Metric.OUTPUT_TOKENS);
    }

    private static ValidatedRow row(String file, int input, int output) throws Exception {
        String line = "a," + file + ",Llama-3.1-8B,H100,1,1,1,1,1,TensorRT-LLM,fp8,fp8," + input + "," + output
                + ",max throughput/offline,output_tok_s_total,tok/s,10000";
        return Validation.run(MeasurementFile.read("test.csv", new StringReader(HEADER + line)), CATALOG,
                CATALOG.profile("calibrated").orElseThrow()).rows().getFirst();
    }
}
