package io.headroom.check.audit.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.check.audit.AuditedClaim;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Credence;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.Said;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.plan.Plan;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Llama-3.1-8B in bf16 on one H100 (989 TFLOPS, 3.35 TB/s, 80 GB) by hand: weights 16.06 GB, KV cache of 64 requests of
 * 2 304 tokens 19.33 GB, at most 989e12 / (2 x 7.505e9) = 65 890 tokens/s.
 */
class AuditTest {

    private static final Plan PLAN = Said.plan("llama-3.1-8b", "h100-sxm", 1, 1, 1, 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            memory.weights,          16.06, GB,         CONSISTENT
            memory.weights,          16.3,  GB,         CONSISTENT
            memory.weights,          18.0,  GB,         PESSIMISTIC
            # less than all weights on all GPUs
            memory.weights,          15.0,  GB,         IMPOSSIBLE
            memory.kvCache,          19.33, GB,         CONSISTENT
            memory.kvCache,          15.0,  GB,         OPTIMISTIC
            memory.kvCache,          25.0,  GB,         PESSIMISTIC
            # more than the card has
            memory.kvCache,          90.0,  GB,         IMPOSSIBLE
            memory.utilization,      120,   %,          IMPOSSIBLE
            memory.utilization,      12.0,  %,          IMPOSSIBLE
            # the profile reaches 60 % at most
            mfu.prefill,             80.0,  %,          OPTIMISTIC
            mfu.prefill,             40.0,  %,          PESSIMISTIC
            mfu.prefill,             110,   %,          IMPOSSIBLE
            throughput.outputTokens.perGpu, 66.0, tokens/ms, IMPOSSIBLE
            # 64 requests, each step reads 15.0 + 18.8 GB: 10.1 ms, 6.3 tokens/ms
            throughput.outputTokens.perGpu, 7.00, tokens/ms, IMPOSSIBLE
            throughput.outputTokens.perGpu, 5.50, tokens/ms, OPTIMISTIC
            throughput.outputTokens.perGpu, 1.00, tokens/ms, PESSIMISTIC
            decode.step,             9.0,   ms,         IMPOSSIBLE
            decode.step,             11.0,  ms,         OPTIMISTIC
            decode.step,             30.0,  ms,         PESSIMISTIC
            # 2 x 7.5e9 x 2 048 / 989e12 = 31 ms, for one of 64
            ttft.alone,              20.0,  ms,         IMPOSSIBLE
            ttft.burst.last,         1.00,  s,          IMPOSSIBLE
            gpus,                    1,     GPUs,       CONSISTENT
            gpus,                    2,     GPUs,       CONTRADICTS
            params.total,            8.0,   Bparameters, CONSISTENT
            params.total,            10.0,  Bparameters, CONTRADICTS
            utilization.gpu,         75,    %,          UNKNOWN
            """)
    void judges(String metric, String number, String unit, Credence verdict) {
        assertThat(Said.audited(PLAN, Set.of(), Said.of(metric, number, unit)).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(value = Open.class, names = {"LENGTHS", "BATCH", "PRECISION", "LAYOUT", "SHAPE"})
    void whatHangsOnWhatIsNotStatedIsUnknown(Open open) {
        AuditedClaim audited = Said.audited(PLAN, Set.of(open), Said.of("memory.kvCache", "15.0", "GB"));

        assertThat(audited.verdict()).isEqualTo(Credence.UNKNOWN);
        assertThat(audited.reasons(new Formatter(ByteUnits.GB))).hasSize(1).first().asString().startsWith("Not computable: the text does not state ");
        assertThat(audited.isOff()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // 4.25 bits a weight: 4.27 GB at least
        "memory.weights, 5.00, GB, PRECISION, UNKNOWN", "memory.weights, 4.00, GB, PRECISION, IMPOSSIBLE",
        // one token of one request reads 15.0 GB: 4.5 ms
        "tpot.steady, 6.0, ms, BATCH, UNKNOWN", "tpot.steady, 4.0, ms, BATCH, IMPOSSIBLE",
        // at 20 PFLOPS 1.33 M tokens/s
        "throughput.outputTokens, 0.10, Mtokens/s, 'HARDWARE,BATCH', UNKNOWN",
        "throughput.outputTokens, 1.50, Mtokens/s, 'HARDWARE,BATCH', IMPOSSIBLE"})
    void onlyWhatNoReadingAllowsIsImpossible(String metric, String number, String unit, String open, Credence verdict) {
        Set<Open> opens = java.util.Arrays.stream(open.split(",")).map(Open::valueOf)
                .collect(java.util.stream.Collectors.toSet());

        assertThat(Said.audited(PLAN, opens, Said.of(metric, number, unit)).verdict()).isEqualTo(verdict);
    }

    @Test
    void aMeasurementIsRefutedByPhysicsOnly() {
        assertThat(measured("decode.step", "30.0").verdict()).isEqualTo(Credence.CONSISTENT);
        assertThat(measured("decode.step", "9.0").verdict()).isEqualTo(Credence.IMPOSSIBLE);
    }

    @Test
    void aRequirementMayAskForTheImpossible() {
        AuditedClaim audited = Said.audited(PLAN, Set.of(), Said.of(6, "p", "throughput.outputTokens.perGpu", "", "100",
                "tokens/ms", "exact", Claim.Role.REQUIREMENT));

        assertThat(audited.verdict()).isEqualTo(Credence.IMPOSSIBLE);
        assertThat(audited.isOff()).isFalse();
    }

    @Test
    void showsWhatWasComputedItsBoundAndItsRatio() {
        AuditedClaim audited = Said.audited(PLAN, Set.of(),
                Said.of("throughput.outputTokens.perGpu", "131.78", "tokens/ms"));

        assertThat(audited.bound()).isCloseTo(65_890, within(1.0));
        assertThat(audited.ratio()).isEqualTo(131.78e3 / audited.computed());
        assertThat(audited.reasons(new Formatter(ByteUnits.GB)).get(0)).isEqualTo("Beyond the bound: at most 65.9 tokens/ms (989 TFLOP/s peak of a GPU / 15.0 GFLOP a token), 2.00× off.");
    }

    /** 16.06e9 B / 2^30 = 14.96 GiB. */
    @Test
    void sizesBesideOtherClaimsAreInTheUnitsOfTheReader() {
        AuditedClaim audited = Said.audited(PLAN, Set.of(), Said.of("decode.step", "2.0", "ms"));
        assertThat(audited.reasons(new Formatter(ByteUnits.GB)).getFirst()).contains("3.35 TB/s for 16.1 GB of weights a GPU");
        assertThat(audited.reasons(new Formatter(ByteUnits.GIB)).getFirst()).contains("3.35 TB/s for 15.0 GiB of weights a GPU");
    }

    /** 16.06e9 B / 2^30 = 14.96 GiB, and 80e9 / 2^30 = 74.5, whatever units the reader has. */
    @Test
    void sizesBesideAClaimedSizeAreInItsUnits() {
        assertThat(Said.audited(PLAN, Set.of(), Said.of("memory.weights", "13.0", "GiB")).reasons(new Formatter(ByteUnits.GB)).getFirst())
                .contains("(15.0 GiB of weights / 1 GPUs)").doesNotContain("GB");
        assertThat(Said.audited(PLAN, Set.of(), Said.of("memory.weights", "13.0", "GB")).reasons(new Formatter(ByteUnits.GIB)).getFirst())
                .contains("(16.1 GB of weights / 1 GPUs)");
        assertThat(Said.audited(PLAN, Set.of(), Said.of("memory.total", "37.0", "GiB"), Said.of("memory.utilization", "80", "%"))
                .reasons(new Formatter(ByteUnits.GB)).getFirst()).startsWith("37 GiB / 74.5 GiB of a GPU");
    }

    @Test
    void limitsAreJudgedByTheirSide() {
        assertThat(limit("memory.kvCache", "25.0", "at most").verdict()).isEqualTo(Credence.CONSISTENT);
        assertThat(limit("memory.kvCache", "15.0", "at most").verdict()).isEqualTo(Credence.OPTIMISTIC);
        assertThat(limit("memory.kvCache", "15.0", "at least").verdict()).isEqualTo(Credence.CONSISTENT);
    }

    @ParameterizedTest
    @CsvSource({"l40s:fp8, 0, PESSIMISTIC", "l40s:fp8, 1, CONSISTENT", "a100-sxm-80:fp8, 0, CONSISTENT",
        "a100-sxm-80:fp8, 1, OPTIMISTIC", "abacus:fp8, 1, UNKNOWN", "l40s:fp3, 1, UNKNOWN", "l40s, 1, UNKNOWN"})
    void knowsWhatCardsSupport(String scope, String has, Credence verdict) {
        Claim claim = Said.of(107, "", Measure.SUPPORT, scope, has, "", "exact", Claim.Role.CLAIM);

        assertThat(Said.audited(PLAN, Set.of(), claim).verdict()).isEqualTo(verdict);
    }

    @Test
    void aPlanWithoutNumbersLeavesItsClaimsUnknown() {
        Plan broken = Said.plan("mixtral-8x7b", "h100-sxm", 2, 1, 1, 3);
        AuditedClaim audited = Said.audited(broken, Set.of(), Said.of("memory.weights", "1.0", "GB"));

        assertThat(audited.verdict()).isEqualTo(Credence.UNKNOWN);
        assertThat(audited.computed()).isNaN();
    }

    private static AuditedClaim measured(String metric, String number) {
        return Said.audited(PLAN, Set.of(), Said.of(1, "p", metric, "", number, "ms", "exact",
                Claim.Role.MEASUREMENT));
    }

    private static AuditedClaim limit(String metric, String number, String bound) {
        return Said.audited(PLAN, Set.of(), Said.of(1, "p", metric, "", number, "GB", bound, Claim.Role.CLAIM));
    }
}
