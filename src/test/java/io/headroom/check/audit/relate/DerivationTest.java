package io.headroom.check.audit.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Relation.Kind;
import io.headroom.check.audit.Said;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of relation on a claim that holds and one that does not; values by hand, most of them from the reports. */
class DerivationTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            SUM,          3.84 GB,      2.86 GB;0.79 GB;0.20 GB,             3.85e9,   true
            SUM,          4.84 GB,      2.86 GB;0.79 GB;0.20 GB,             3.85e9,   false
            PRODUCT,      53.5 x,       35 x;1.53 x,                         53.55,    true
            PRODUCT,      6400 tokens/s, 100 tokens/s;128 GPUs,              12800,    false
            QUOTIENT,     475 x,        28.5 s;0.06 s,                       475,      true
            QUOTIENT,     24.2 %,       6.82 GB;64 GB,                       0.1065625, false
            DIFFERENCE,   550 USD,      950.00 USD;400.00 USD,               550,      true
            DIFFERENCE,   650 USD,      950.00 USD;400.00 USD,               550,      false
            CHANGE,       57 %,         12955.2 ms;5502.63 ms,               0.57526,  true
            CHANGE,       135 %,        79.41 tokens/s;187.08 tokens/s,      1.35588,  true
            CHANGE,       35 %,         79.41 tokens/s;187.08 tokens/s,      1.35588,  false
            GAINS,        1.53 x,       15 %;10 %;8 %;20 %,                  1.53,     true
            GAINS,        1.75 x,       25 %;15 %;30 %;20 %,                 1.90,     false
            MEAN,         0.294 score,  0.014 score;0.883 score;0.219 score;0.060 score, 0.294, true
            MEAN,         0.394 score,  0.014 score;0.883 score;0.219 score;0.060 score, 0.294, false
            TIME_OF_WORK, 0.05 s,       206.71 TFLOP;400 TFLOPS,             0.516775, false
            TIME_OF_WORK, 2.1 s,        206.71 TFLOP;400 TFLOPS,             0.516775, true
            RATE_OF_WORK, 1.2 Mtokens/s, 512 requests;0.010 s,               51200,    false
            RATE_OF_WORK, 40 ktokens/s, 512 requests;0.010 s,                51200,    true
            WORST_CHANGE, 5 %,          0.219 score;0.165 score;0.294 score;0.285 score, 0.24658, false
            WORST_CHANGE, 5 %,          0.294 score;0.285 score,             0.03061,  true
            SAME,         80 x,         28 x,                                28,       false
            SAME,         80 x,         80 x,                                80,       true
            """)
    void evaluates(Kind kind, String result, String operands, double value, boolean holds) {
        Derivation derivation = Derivation.of(relation(kind, result, operands));

        assertThat(derivation.value()).isCloseTo(value, within(Math.abs(value) * 1e-4));
        assertThat(derivation.holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        // 0.06 may be 0.055 to 0.065: 100 / 0.06 lies between 1538 and 1818
        "QUOTIENT, 1800.00 x, 100 requests;0.06 s, true",
        "QUOTIENT, 1900.00 x, 100 requests;0.06 s, false",
        // GPUs are counted, not rounded: 100 / 6 is 16.67
        "QUOTIENT, 18.00 x, 100 requests;6 GPUs, false"})
    void allowsForWhatOperandsWereRoundedFrom(Kind kind, String result, String operands, boolean holds) {
        assertThat(Derivation.of(relation(kind, result, operands)).holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"PRODUCT, 13 s, 100 requests;12.955 s, 0, 12.955", "GAINS, 1.75 x, 25 %;15 %;30 %;20 %, 1, 1.75",
        "QUOTIENT, 3 x, 12 s;2 s;3 s, 2, 6", "SUM, 3 GB, 1 GB;2 GB, 0, 2e9"})
    void knowsWhatComesOutWithoutAnOperand(Kind kind, String result, String operands, int left, double value) {
        assertThat(Derivation.of(relation(kind, result, operands)).without(left))
                .isCloseTo(value, within(value * 1e-9));
    }

    private static Relation relation(Kind kind, String result, String operands) {
        return new Relation(kind, claim(result), Arrays.stream(operands.split(";")).map(DerivationTest::claim).toList());
    }

    private static Claim claim(String text) {
        String[] words = text.split(" ");
        return Said.input(words[0], words[1]);
    }
}
