package io.headroom.check.audit.relate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.Arithmetic;
import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.Said;
import io.headroom.plan.Plan;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Relations that nobody wrote down, each with a figure that holds and one that does not. The plan: Qwen3-235B (94
 * layers, 64 heads, 128 experts) on cards of 64 GB and 400 TFLOPS, TP 4, PP 2, DP 2: 16 GPUs, 8 a replica.
 */
class FoundRelationsTest {

    private static final Plan PLAN = Said.plan("qwen3-235b-a22b", "plan-generic-64g", 4, 2, 2, 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # metric and figure,            what else is said,                                              expected
            memory.total,          6.82 GB, memory.weights=2.86 GB;memory.kvCache=3.16 GB;memory.activations=0.80 GB, holds
            memory.total,          7.82 GB, memory.weights=2.86 GB;memory.kvCache=3.16 GB;memory.activations=0.80 GB, wrong
            memory.total,          7.82 GB, memory.weights=2.86 GB,                                         none
            memory.utilization,    10.7 %,  memory.total=6.82 GB,                                           holds
            memory.utilization,    24.2 %,  memory.total=6.82 GB,                                           wrong
            throughput.outputTokens, 1600 tokens/s, throughput.outputTokens.perGpu=100 tokens/s,            holds
            throughput.outputTokens, 800 tokens/s,  throughput.outputTokens.perGpu=100 tokens/s,            wrong
            throughput.outputTokens.perReplica, 800 tokens/s, throughput.outputTokens.perGpu=100 tokens/s,  holds
            throughput.outputTokens.perReplica, 400 tokens/s, throughput.outputTokens.perGpu=100 tokens/s,  wrong
            prefill.flops.perGpu,  100 TFLOP, prefill.flops=800 TFLOP,                                      holds
            prefill.flops.perGpu,  50 TFLOP, prefill.flops=800 TFLOP,                                       wrong
            ttft.alone,            0.20 s,  prefill.flops.perGpu=100 TFLOP,                                 wrong
            ttft.alone,            0.25 s,  prefill.flops.perGpu=100 TFLOP,                                 none
            # 64 requests in a step of 0.10 s are 640 tokens a second at most
            throughput.outputTokens, 700 tokens/s, decode.step=0.100 s,                                     wrong
            throughput.outputTokens, 600 tokens/s, decode.step=0.100 s,                                     none
            heads.perGpu,          16 heads,  ,                                                             holds
            heads.perGpu,          32 heads,  ,                                                             wrong
            layers.perStage,       47 layers, ,                                                             holds
            layers.perStage,       94 layers, ,                                                             wrong
            gpus,                  16 GPUs,   ,                                                             holds
            gpus,                  8 GPUs,    ,                                                             wrong
            experts.perGpu,        128 experts, ,                                                           holds
            experts.perGpu,        32 experts, ,                                                            wrong
            # 94 x 128
            experts.modules,       12032 experts, ,                                                         holds
            experts.modules,       256 experts, ,                                                           wrong
            # 2 x 21.57 B active parameters
            flop.perToken,         43.1 GFLOP, ,                                                            holds
            flop.perToken,         43.1 TFLOP, ,                                                            wrong
            quality.overall,       0.50 score, quality.chat=0.40 score;quality.code=0.60 score,             holds
            quality.overall,       0.60 score, quality.chat=0.40 score;quality.code=0.60 score,             wrong
            """)
    void areFound(String metric, String figure, String others, String expected) {
        assertThat(audited(metric, figure, others, Set.of()).arithmetic().word()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"heads.perGpu, 32 heads, , LAYOUT", "flop.perToken, 43.1 TFLOP, , ACTIVE_PARAMETERS",
        "ttft.alone, 0.20 s, prefill.flops.perGpu=100 TFLOP, HARDWARE",
        "throughput.outputTokens, 700 tokens/s, decode.step=0.100 s, BATCH",
        "throughput.outputTokens.perReplica, 400 tokens/s, throughput.outputTokens.perGpu=100 tokens/s, LAYOUT"})
    void whatTheTextDoesNotStateShowsNothing(String metric, String figure, String others, Open open) {
        assertThat(audited(metric, figure, others, Set.of(open)).arithmetic()).isEqualTo(Arithmetic.NONE);
    }

    /** $2.70 an hour on one card at 79.41 tokens/s: 2.7 / 3600 / 79.41 x 1000 = $0.0094446 for 1K tokens. */
    @ParameterizedTest
    @CsvSource({"cost.per1kTokens, '', 0.0095 USD, HOLDS", "cost.per1kTokens, '', 0.0096 USD, HOLDS",
        "cost.per1kTokens, '', 0.0097 USD, WRONG", "cost.perMillionTokens, '', 9.44 USD, HOLDS",
        "cost.perMillionTokens, '', 7.44 USD, WRONG", "cost.perDay, 10M tokens/day, 95.00 USD, HOLDS",
        "cost.perDay, 10M tokens/day, 85.00 USD, WRONG", "cost.perDay, sometimes, 85.00 USD, NONE"})
    void costsFollowFromPriceAndSpeed(String metric, String scope, String figure, Arithmetic expected) {
        Plan plan = Said.plan("llama-3.1-8b", "h100-sxm", 1, 1, 1, 1);
        plan = plan.withHardware(new io.headroom.plan.Hardware(plan.hardware().gpu(), null,
                new io.headroom.plan.Hardware.Given(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 2.7, null)));
        String[] words = figure.split(" ");
        Claim cost = Said.of("cost.per1kTokens", "0.0095", "USD");
        Claim claim = Said.of(1, "p", metric, scope, words[0], words[1], "exact", Claim.Role.CLAIM);
        Claim speed = Said.of("throughput.outputTokens", "79.41", "tokens/s");

        AuditedClaim audited = metric.equals("cost.perDay") ? Said.audited(plan, Set.of(), cost, speed, claim)
                : Said.audited(plan, Set.of(), speed, claim);
        assertThat(audited.arithmetic()).isEqualTo(expected);
    }

    private static AuditedClaim audited(String metric, String figure, String others, Set<Open> open) {
        String[] said = others == null ? new String[0] : others.split(";");
        Claim[] claims = new Claim[said.length + 1];
        for (int i = 0; i < said.length; i++) {
            claims[i] = claim(said[i].split("=")[0], said[i].split("=")[1]);
        }
        claims[said.length] = claim(metric, figure);
        return Said.audited(PLAN, open, claims);
    }

    private static Claim claim(String metric, String figure) {
        String[] words = figure.split(" ");
        return Said.of(metric, words[0], words[1]);
    }
}
