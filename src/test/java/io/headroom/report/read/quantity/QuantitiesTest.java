package io.headroom.report.read.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.check.audit.Written.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in SI units by hand: what the notation means to a reader. */
class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            throughput 1,600 tokens/ms | 1600 | tokens/ms | 1.6e6 | EXACT
            ~302K tokens/second | 302 | ktokens/s | 302e3 | ABOUT
            19M+ tokens/s per GPU | 19 | Mtokens/s | 19e6 | AT_LEAST
            2.4k tok/s | 2.4 | ktokens/s | 2400 | EXACT
            ≤10 seconds | 10 | s | 10 | AT_MOST
            at least 8 requests/s | 8 | requests/s | 8 | AT_LEAST
            18.36ms | 18.36 | ms | 0.01836 | EXACT
            (6.0% of | 6 | % | 0.06 | EXACT
            6,82 GB | 6.82 | GB | 6.82e9 | EXACT
            80GiB | 80 | GiB | 85899345920 | EXACT
            1.8TBps | 1.8 | TB/s | 1.8e12 | EXACT
            3,307.33 TFLOPs | 3307.33 | TFLOP | 3.30733e15 | EXACT
            20TFLOPs/token | 20 | TFLOP | 20e12 | EXACT
            235B parameters | 235 | Bparameters | 235e9 | EXACT
            $2.7/hour | 2.7 | USD/hour | 2.7 | EXACT
            $200,750/year | 200750 | USD | 200750 | EXACT
            8.33× GPU | 8.33 | x | 8.33 | EXACT
            (2:1 ratio) | 2 | x | 2 | EXACT
            24-GPU configuration | 24 | GPUs | 24 | EXACT
            8xH100 | 8 | GPUs | 8 | EXACT
            ~6.5 hours | 6.5 | h | 23400 | ABOUT
            1.5e3 tokens/s | 1500 | tokens/s | 1500 | EXACT
            """)
    void oneNumberIsReadWithItsUnit(String text, double value, String unit, double si, Bound bound) {
        List<Quantity> found = Quantities.in(text);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().written().value()).isCloseTo(value, within(1e-9 * value));
        assertThat(found.getFirst().written().unit()).isEqualTo(unit);
        assertThat(found.getFirst().si()).isCloseTo(si, within(1e-9 * si));
        assertThat(found.getFirst().written().bound()).isEqualTo(bound);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Llama-3.1-8B-Instruct", "Qwen3-235B", "an H100 and an L40S", "FP8, P99 and TTFT", "on 2025-12-25", "v0.6.3",
        "vllm_fp8_quantization", "https://example.org/7/8", "Mixtral 8x7B"})
    void namesHoldNoNumbers(String text) {
        assertThat(Quantities.in(text)).isEmpty();
    }

    @Test
    void aRangeHasTwoEndsInOneUnit() {
        List<Quantity> ends = Quantities.in("60-70 tokens/ms");
        assertThat(ends).extracting(Quantity::si).containsExactly(60e3, 70e3);
        assertThat(ends).extracting(Quantity::rangeEnd).containsExactly(-1, 1);
        assertThat(Quantities.in("from 128 to 512")).extracting(Quantity::rangeEnd).containsExactly(0, 0);
    }

    @Test
    void theFirstOfAPairBorrowsTheUnit() {
        assertThat(Quantities.in("(35 vs 100 tokens/ms)")).extracting(Quantity::si).containsExactly(35e3, 100e3);
    }

    @Test
    void theStepIsOneUnitOfTheLastDigit() {
        assertThat(Quantities.in("0.20 GB").getFirst().written().step()).isCloseTo(1e7, within(1.0));
        assertThat(Quantities.in("24.2%").getFirst().written().step()).isCloseTo(0.001, within(1e-12));
    }
}
