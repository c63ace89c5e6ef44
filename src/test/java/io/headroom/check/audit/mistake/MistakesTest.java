package io.headroom.check.audit.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Relation.Kind;
import io.headroom.check.audit.Said;
import io.headroom.check.audit.relate.Derivation;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every known mistake, made by hand. Llama-3.1-8B on one H100 by hand: weights 8 030 261 248 x 2 = 16.06 GB, embedding
 * 128 256 x 4 096 x 2 = 1.05 GB, KV cache 2 x 8 x 128 x 2 x 32 = 131 072 bytes a token, 64 x 2 304 tokens: 19.33 GB.
 */
class MistakesTest {

    private static final Estimate LLAMA = estimate(Said.plan("llama-3.1-8b", "h100-sxm", 1, 1, 1, 1));
    // DP 3, PP 2, 24 GPUs, 8 a replica: the layout assumed for report 000
    private static final Estimate MOE = estimate(Said.plan("mixtral-8x7b", "plan-generic-64g", 1, 2, 3, 4));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # GiB and GB: 16.06e9 bytes are 14.957 GiB; 17.24 is 16.06 the other way
            memory.weights,                     14.96, GB,        16.060522496e9, GiB written as GB
            memory.weights,                     17.24, GB,        16.060522496e9, GB written as GiB
            # ms and s
            ttft.alone,                         41.0,  s,         0.041,          milliseconds written as seconds
            ttft.alone,                         41.0,  ms,        41,             seconds written as milliseconds
            # 20 GFLOP a token, written as 20 TFLOP (report 000, line 15)
            flop.perToken,                      20,    TFLOP,     20e9,           a prefix 1%000 times too large (G written as T)
            flop.perToken,                      20,    GFLOP,     20e12,          a prefix 1%000 times too small (T written as G)
            # 19,073 tokens/s called 19 M
            throughput.outputTokens.perGpu,     19.1,  Mtokens/s, 19073,          per millisecond and per second mixed up (1%000 times too much)
            # 24 GPUs of 35
            throughput.outputTokens.perGpu,     840,   tokens/ms, 35e3,           the figure of the system taken for that of a GPU% times 24
            throughput.outputTokens,            35,    tokens/ms, 840e3,          the figure of a GPU taken for that of the system% divided by 24
            throughput.outputTokens.perGpu,     280,   tokens/ms, 35e3,           the figure of a replica taken for that of a GPU% times 8
            # 240 TFLOPS are 60 % of 400 already: 12 tokens/ms, not 7.2
            throughput.outputTokens.perGpu,     7.20,  tokens/ms, 12e3,           MFU applied twice
            throughput.outputTokens.perGpu,     20.0,  tokens/ms, 12e3,           MFU forgotten
            # 20 GB / 8 are 2.5 GB, over 24 with DP 3 0.83
            memory.weights,                     0.833, GB,        2.5e9,          divided by DP = 3
            throughput.outputTokens.perGpu,     21.6,  tokens/ms, 7.2e3,          multiplied by DP = 3
            # 16 GPUs of a stage for the 32 of a replica (report 002, line 19)
            throughput.outputTokens.perReplica, 1600,  tokens/ms, 3200e3,         divided by PP% one stage counted for a replica: over 2
            # 0.861 s at 60 % of peak, over the 8 GPUs of a replica once more
            ttft.alone,                         0.108, s,         0.517,          split among the 8 GPUs of a replica twice
            # percent
            mfu.prefill,                        60.0,  %,         0.006,          a percentage written as a fraction
            """)
    void findsFactors(String metric, String number, String unit, double right, String mistake) {
        assertThat(Mistakes.likely(Said.of(metric, number, unit), List.of(), right, List.of(), Optional.of(MOE), false))
                .hasValue(mistake.replace('%', metric.startsWith("mfu") ? '%' : ','));
    }

    @Test
    void findsWhatWasLeftOut() {
        // report 003: 100 requests of 12.955 s are not 13 s; report 000: 1.75 forgets the 15 %
        assertThat(leftOut(Kind.PRODUCT, "13 s", "100 requests", "12.955 s")).hasValue("left out: 100 requests");
        assertThat(leftOut(Kind.GAINS, "1.75 x", "25 %", "15 %", "30 %", "20 %")).hasValue("left out: 15 %");
        assertThat(leftOut(Kind.GAINS, "7.77 x", "25 %", "15 %", "30 %", "20 %")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # 16.06 - 1.05
            memory.weights, 15.0098, GB, embedding forgotten
            # 32 KV heads in place of 8
            memory.kvCache, 77.31,   GB, every head counted as a KV head (MHA for GQA)
            memory.total,   16.06,   GB, everything but the weights forgotten
            """)
    void findsOtherReadingsOfMemory(String metric, String number, String unit, String mistake) {
        assertThat(variant(LLAMA, metric, number, unit)).hasValue(mistake);
    }

    @Test
    void findsAForgottenCache() {
        double without = LLAMA.get(Metric.MEMORY_TOTAL) - 19.327352832e9;

        assertThat(variant(LLAMA, "memory.total", String.valueOf(without / 1e9), "GB")).hasValue("KV cache forgotten");
    }

    @Test
    void findsAllExpertsForTheChosen() {
        // Mixtral: 46.70 B parameters less the embedding of 32 000 x 4 096
        Estimate one = estimate(Said.plan("mixtral-8x7b", "h200-sxm", 1, 1, 1, 1));

        assertThat(variant(one, "params.active", "46.57", "Bparameters"))
                .hasValue("all experts counted for the chosen ones");
    }

    @Test
    void findsTheWholeAnswerInTheFirstToken() {
        assertThat(variant(LLAMA, "ttft.alone", String.valueOf(LLAMA.get(Metric.E2E_STEADY)), "s"))
                .hasValue("the time of all output tokens counted in");
    }

    @Test
    void findsLinksAsFastAsHbm() {
        Plan plan = Said.plan("llama-3.1-70b", "h100-sxm", 8, 1, 1, 1);
        Hardware.Given given = new Hardware.Given(0, 3.35e12, 3.35e12, Double.NaN, Double.NaN, Double.NaN, null);
        double claimed = estimate(plan.withHardware(new Hardware(plan.hardware().gpu(), null, given)))
                .get(Metric.SHARE_COMMUNICATION);

        assertThat(variant(estimate(plan), "share.communication", String.valueOf(100 * claimed), "%"))
                .hasValue("links as fast as HBM");
    }

    @Test
    void findsTheUtilisationOfSomethingElse() {
        assertThat(variant(LLAMA, "mfu.decode", String.valueOf(100 * LLAMA.get(Metric.MBU_DECODE)), "%"))
                .hasValue("utilisation of something else (MBU of decode)");
    }

    @Test
    void namesNoMistakeWhereNoneFits() {
        assertThat(variant(LLAMA, "memory.weights", "3.33", "GB")).isEmpty();
        assertThat(Mistakes.likely(Said.of("memory.kvCache", "77.31", "GB"), List.of(), Double.NaN, List.of(), Optional.of(LLAMA),
                false)).isEmpty();
    }

    private static Optional<String> leftOut(Kind kind, String result, String... operands) {
        Derivation wrong = Derivation.of(new Relation(kind, input(result),
                List.of(operands).stream().map(MistakesTest::input).toList()));
        assertThat(wrong.holds()).isFalse();
        return Mistakes.likely(input(result), List.of(wrong), Double.NaN, List.of(), Optional.empty(), false);
    }

    private static Claim input(String text) {
        return Said.input(text.split(" ")[0], text.split(" ")[1]);
    }

    private static Optional<String> variant(Estimate estimate, String metric, String number, String unit) {
        return Mistakes.likely(Said.of(metric, number, unit), List.of(), Double.NaN, List.of(), Optional.of(estimate), true);
    }

    private static Estimate estimate(Plan plan) {
        return (Estimate) Estimator.estimate(plan);
    }
}
