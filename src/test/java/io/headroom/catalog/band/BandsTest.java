package io.headroom.catalog.band;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.read.CatalogFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bands made by hand, and those that come with the program. */
class BandsTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final GpuSpec H100 = CATALOG.gpu("h100-sxm").orElseThrow();
    private static final GpuSpec B200 = CATALOG.gpu("b200-sxm").orElseThrow();
    private static final GpuSpec UNKNOWN = CATALOG.gpu("plan-generic-64g").orElseThrow();
    private static final Bands BANDS = new Bands(Map.of("tpot/vllm/hopper", new Band(0.9, 1.1, false, 40),
            "tpot/vllm/*", new Band(0.8, 1.2, false, 30), "tpot/*/blackwell", new Band(0.85, 1.5, false, 20),
            "tpot/*/*", new Band(0.7, 1.4, false, 99), "tpot/vllm/hopper/qwen3-32b", new Band(0.95, 1.3, false, 54),
            "tpot/vllm/blackwell/odd", new Band(0.1, 9, false, 15)));

    @Test
    void theNearestBandIsTaken() {
        assertThat(BANDS.of("tpot", "vLLM", H100.architecture(), "")).contains(new Band(0.9, 1.1, false, 40));
    }

    @Test
    void aModelThatWasMeasuredThereHasItsOwn() {
        assertThat(BANDS.of("tpot", "vLLM", H100.architecture(), "Qwen3-32B")).contains(new Band(0.95, 1.3, false, 54));
        assertThat(BANDS.near("vllm", H100.architecture(), "qwen3-32b")).containsEntry("tpot", new Band(0.95, 1.3, false, 54));
        assertThat(BANDS.of("tpot", "vllm", H100.architecture(), "odd")).contains(new Band(0.9, 1.1, false, 40));
    }

    @Test
    void whatOneModelEarnedSaysNothingOfOthers() {
        assertThat(BANDS.of("tpot", "vllm", B200.architecture(), "qwen3-32b")).contains(new Band(0.8, 1.5, true, 20));
    }

    @Test
    void withoutOneTheWidestOfEngineAndArchitectureHolds() {
        assertThat(BANDS.of("tpot", "vllm", B200.architecture(), "")).contains(new Band(0.8, 1.5, true, 20));
        assertThat(BANDS.of("tpot", "sglang", B200.architecture(), "")).contains(new Band(0.7, 1.5, true, 20));
    }

    @Test
    void whereNothingIsNearTheWidestOfAllHolds() {
        assertThat(BANDS.of("tpot", null, UNKNOWN.architecture(), "")).contains(new Band(0.7, 1.5, true, 20));
        assertThat(BANDS.of("tpot", "other", H100.architecture(), "")).contains(new Band(0.7, 1.4, true, 40));
    }

    @Test
    void aQuantityWithoutBandsHasNone() {
        assertThat(BANDS.of("memory", "vllm", H100.architecture(), "")).isEmpty();
    }

    @Test
    void whoNamesNoEngineNeverGetsANarrowerBandThanThoseMeasured() {
        Bands shipped = CatalogFiles.loadBands();
        for (String quantity : List.of("tpot", "ttft", "e2e", "throughput")) {
            for (String architecture : List.of("hopper", "blackwell", "ampere", "cdna3", "")) {
                Band without = shipped.of(quantity, null, architecture, "").orElseThrow();
                for (String engine : List.of("vllm", "sglang", "trtllm", "vllm-v0", "trtllm-v0")) {
                    Band with = shipped.of(quantity, engine, architecture, "").orElseThrow();
                    assertThat(with.extrapolated() || without.lowFactor() <= with.lowFactor()
                            && without.highFactor() >= with.highFactor()).as(engine + architecture).isTrue();
                }
            }
        }
    }

    @Test
    void everyQuantityOfEveryAcceleratorHasABandAroundSomething() {
        Bands shipped = CatalogFiles.loadBands();
        for (String quantity : List.of("tpot", "ttft", "e2e", "throughput")) {
            for (GpuSpec gpu : CATALOG.gpus()) {
                for (String engine : new String[] {null, "vllm", "sglang", "trtllm", "other"}) {
                    Band band = shipped.of(quantity, engine, gpu.architecture(), "").orElseThrow();
                    assertThat(band.lowFactor()).isBetween(0.05, 1.2);
                    assertThat(band.highFactor()).isBetween(0.9, 20.0).isGreaterThan(band.lowFactor());
                }
            }
        }
    }
}
