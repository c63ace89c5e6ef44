package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.MeasurementFile;
import io.headroom.validate.read.MeasurementRefused;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Estimates of a file made by hand, beside a row that measured 9 ms. */
class HeldOutEstimatesTest {

    private static final String TEXT = """
            id,quantity,model,configuration,accelerator,engine,source
            m:a,TPOT,1.5,1.1,1.2,0.5,2
            m:b,TPOT,1,1,1,1,1
            """;

    @Test
    void eachKindHasItsOwnEstimate() throws Exception {
        HeldOutEstimates estimates = HeldOutEstimates.read(new StringReader(TEXT));
        ValidatedRow row = row();
        assertThat(List.of(HeldOut.values())).extracting(kind -> estimates.of(row, kind).orElseThrow().estimated())
                .containsExactly(row.estimated(), 9 * 1.1, 9 * 1.5, 9 * 1.2, 9 * 0.5, 9 * 2.0);
        assertThat(List.of(HeldOut.values())).filteredOn(kind -> estimates.of(row, kind).orElseThrow().band().isPresent())
                .as("only the shipped fit earned bands").containsExactly(HeldOut.NOTHING);
    }

    @Test
    void aRowThatTookNoPartHasOnlyTheEstimateOfTheShippedFit() throws Exception {
        HeldOutEstimates none = HeldOutEstimates.read(new StringReader(TEXT.replace("m:a", "m:c")));
        assertThat(none.of(row(), HeldOut.MODEL)).isEmpty();
        assertThat(none.of(row(), HeldOut.NOTHING)).contains(row());
    }

    // constants of memory are not fitted
    @Test
    void noFitChangesWhatIsEstimatedOfMemory() throws Exception {
        HeldOutEstimates estimates = HeldOutEstimates.read(new StringReader(TEXT));
        ValidatedRow tokens = row("", "", "", "kv_cache_tokens", "tokens", 400_000);
        assertThat(List.of(HeldOut.values())).allSatisfy(kind -> assertThat(estimates.of(tokens, kind)).contains(tokens));
    }

    @Test
    void aFileThatLacksAColumnOrANumberIsRefused() {
        assertThatThrownBy(() -> HeldOutEstimates.read(new StringReader(TEXT.replace(",source", ""))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeldOutEstimates.read(new StringReader(TEXT.replace("1.5", "far"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ValidatedRow row() throws MeasurementRefused, IOException {
        return row("1024", "128", "16", "tpot_ms", "ms", 9);
    }

    private static ValidatedRow row(String input, String output, String requests, String metric, String unit, double value)
            throws MeasurementRefused, IOException {
        var catalog = CatalogFiles.load();
        return Validation.run(MeasurementFile.read("a.csv", new StringReader(
                "id,model,gpu,n_gpus,tp,framework,weight_dtype,isl,osl,concurrency,metric,unit,value\n"
                        + "m:a,Llama-3.1-8B,H100,1,1,vLLM,bf16," + String.join(",", input, output, requests, metric, unit, value + "\n"))), AliasFile.load(catalog),
                catalog.profile("calibrated").orElseThrow(), true).rows().getFirst();
    }
}
