package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineMemoryTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final Profile CALIBRATED = CATALOG.profile("calibrated").orElseThrow();
    private static final String KV = "k,%s,%s,%d,%d,1,1,1,%s,bf16,bf16,,,,,memory_gb,GiB KV available per GPU,50,%s";
    private static final double GIB = 1 << 30;
    // Llama-3.1-8B: 8,030,261,248 parameters of 2 bytes, 128,256 tokens of vocabulary
    private static final double WEIGHTS = 8_030_261_248.0 * 2;
    private static final double LOGITS_OF_256 = 36.0 * 256 * 128_256;

    // the only row that gives the card's exact bytes, the engine's limits and the tokens: vLLM 0.19 of LLMServingSim
    @Test
    void tokensOfTheRunThatSaysEverythingAreWithinThreePercent() {
        ValidatedRow row = only(Rows.byId().get("lssmem:Llama-3.1-8B-RTX4090"));
        assertThat(row.measured()).isEqualTo(41_408);
        assertThat(Math.abs(row.error())).isLessThan(0.03);
    }

    @Test
    void aLargeCardTriesFourTimesAsManySequencesAsAnA100() {
        ValidatedRow h100 = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM", ""));
        ValidatedRow a100 = only(KV.formatted("Llama-3.1-8B", "A100-80GB", 1, 1, "vLLM", ""));
        assertThat(h100.estimated()).isCloseTo(
                (0.9 * memory(h100) - WEIGHTS - 4 * LOGITS_OF_256) / GIB - 0.06, within(1e-6));
        assertThat(a100.estimated()).isCloseTo(
                (0.9 * memory(a100) - WEIGHTS - LOGITS_OF_256) / GIB - 0.06, within(1e-6));
    }

    @Test
    void aRowThatSaysItsSequencesIsTakenAtItsWord() {
        ValidatedRow h100 = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM", "max_num_seqs 512"));
        assertThat(h100.estimated()).isCloseTo(
                (0.9 * memory(h100) - WEIGHTS - 2 * LOGITS_OF_256) / GIB - 0.06, within(1e-6));
    }

    // the vocabulary is not split: each rank of two samples from all 128,256 tokens, and NCCL takes its buffers
    @Test
    void tensorParallelismDoesNotShareTheWorkspace() {
        ValidatedRow one = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "vLLM", ""));
        ValidatedRow two = only(KV.formatted("Llama-3.1-8B", "H100", 2, 2, "vLLM", ""));
        assertThat(two.estimated() - one.estimated()).isCloseTo(WEIGHTS / 2 / GIB - (0.27 - 0.06), within(0.01));
    }

    // the profile's reserve of 1.6 GB and the tensors of a pass of 8,192 tokens, as for every engine that nothing is known of
    @Test
    void otherEnginesKeepTheReserveOfTheProfile() {
        ValidatedRow row = only(KV.formatted("Llama-3.1-8B", "H100", 1, 1, "SGLang", ""));
        assertThat(EngineMemory.plan(row.configuration())).isSameAs(row.configuration().plan());
    }

    private static double memory(ValidatedRow row) {
        return row.configuration().plan().hardware().gpu().reportedBytes();
    }

    private static ValidatedRow only(Measurement m) {
        return Validation.run(List.of(m), CATALOG, CALIBRATED).rows().getFirst();
    }

    private static ValidatedRow only(String line) {
        return only(Rows.of(line).getFirst());
    }
}
