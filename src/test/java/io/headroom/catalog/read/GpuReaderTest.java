package io.headroom.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.json.Fields;
import io.headroom.json.JsonReader;
import io.headroom.json.Problems;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inline accelerators: silent figures are named, wrong ones refused at their place. */
class GpuReaderTest {

    @Test
    void anEmptyAcceleratorNamesWhatAnEstimateNeeds() throws Exception {
        Problems problems = new Problems("plan.json");
        GpuSpec gpu = read("{}", problems);
        assertThat(problems.list()).isEmpty();
        assertThat(gpu.missingFigures()).containsExactly("peakFlops.bf16", "hbmBytes", "hbmBytesPerSecond");
        assertThat(gpu.links().gpusPerNode()).isZero();
        assertThat(gpu.links().intraNodeBytesPerSecond()).isNaN();
    }

    @Test
    void whatIsWrittenReadsBackEqual() throws Exception {
        GpuSpec gpu = read("""
                {"name": "Card", "vendor": "Maker", "peakFlops": {"nvfp4": 4e15, "bf16": 1.5e15}, "hbmBytes": 96e9,
                 "hbmBytesPerSecond": 4e12, "gpusPerNode": 4, "intraNodeBytesPerSecond": 6.4e10,
                 "interNodeLatencySeconds": 2e-6, "watts": 0.5, "pricePerGpuHour": {"rent": 1.25}}
                """, new Problems("plan.json"));
        assertThat(read(CatalogJson.of(gpu), new Problems("written"))).isEqualTo(gpu);
        assertThat(gpu.supports(NumberFormat.FP8)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "{\"peakFlops\": {\"fp16\": 1e15}}; /peakFlops/fp16; 'peaks of bf16, fp8, int8, nvfp4'",
        "{\"hbmBytes\": -1}; /hbmBytes; a number from 1 to 1e16",
        "{\"gpusPerNode\": 0}; /gpusPerNode; a whole number from 1 to 1048576",
        "{\"pricePerGpuHour\": 2.5}; /pricePerGpuHour; an object in braces",
        "{\"confidence\": \"sure\"}; /confidence; 'one of high, low, medium, unknown'"})
    void aWrongFigureIsRefusedAtItsPlace(String json, String pointer, String allowed) throws Exception {
        Problems problems = new Problems("plan.json");
        assertThat(read(json, problems)).isNull();
        assertThat(problems.list()).singleElement().satisfies(p -> {
            assertThat(p.at().pointer()).isEqualTo(pointer);
            assertThat(p.allowed()).isEqualTo(allowed);
        });
    }

    private static GpuSpec read(String json, Problems problems) throws Exception {
        return GpuReader.read(
                Fields.of(JsonReader.read("plan.json", json.getBytes(StandardCharsets.UTF_8)), problems), "mine");
    }
}
