package io.headroom.check.legal.notch;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.legal.Degree;
import io.headroom.check.legal.Load;
import io.headroom.check.legal.rule.SamplePlan;
import io.headroom.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected notches were written by hand from the architectures: Qwen3-235B 64 heads, 128 experts, 94 = 2 * 47 layers. */
class NotchesTest {

    private final Plan qwen = SamplePlan.of("qwen3-235b-a22b", "h100-sxm", 4, 4, 1, 8);

    @Test
    void tensorStopsAtDivisorsOfHeadsAndWarnsBeyondTheNode() {
        List<Notch> notches = Notches.of(qwen, Degree.TENSOR);

        assertThat(notches).extracting(Notch::value).containsExactly(1, 2, 4, 8, 16, 32, 64);
        assertThat(notches).allMatch(Notch::isLegal);
        assertThat(notches).filteredOn(n -> n.warning().isPresent()).extracting(Notch::value)
                .containsExactly(16, 32, 64);
        assertThat(notches).filteredOn(Notch::crossesNodes).extracting(Notch::value).containsExactly(16, 32, 64);
        assertThat(notches.get(4).warning()).hasValueSatisfying(w -> assertThat(w).contains("crosses nodes"));
    }

    @Test
    void keepsThePlansOwnValueEvenWhereItIsIllegal() {
        Notch own = Notches.of(Degree.TENSOR.with(qwen, 5), Degree.TENSOR).stream().filter(n -> n.value() == 5)
                .findFirst().orElseThrow();

        assertThat(own.illegal()).hasValueSatisfying(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    void saysWhyAHeadCountDoesNotDivide() {
        Notch five = Notches.of(SamplePlan.of("llama-3.1-8b", "h100-sxm", 5, 1, 1, 1), Degree.TENSOR).stream()
                .filter(n -> n.value() == 5).findFirst().orElseThrow();

        assertThat(five.illegal()).contains("32 heads / TP 5 is not whole.");
    }

    @Test
    void expertsStopAtDivisorsThatLeaveGroupsWhole() {
        List<Notch> notches = Notches.of(Degree.TENSOR.with(qwen, 12), Degree.EXPERT);

        // TP 12: W = max(12, e) must be a multiple of both, and e a divisor of 128
        assertThat(notches).filteredOn(Notch::isLegal).extracting(Notch::value).containsExactly(1, 2, 4);
    }

    @Test
    void aDenseModelHasOneExpertNotch() {
        List<Notch> notches = Notches.of(SamplePlan.of("llama-3.1-8b", "h100-sxm"), Degree.EXPERT);

        assertThat(notches).filteredOn(Notch::isLegal).extracting(Notch::value).containsExactly(1);
    }

    @Test
    void stagesGoUpToTheLayers() {
        assertThat(Notches.of(qwen, Degree.PIPELINE)).extracting(Notch::value)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 16, 32, 47, 64, 94);
    }

    @Test
    void anotherErrorOfThePlanDoesNotCondemnEveryNotch() {
        Plan unknownHardware = SamplePlan.of("llama-3.1-8b", "tpu7x");

        assertThat(Notches.of(unknownHardware, Degree.DATA)).allMatch(Notch::isLegal);
    }

    @Test
    void loadsRiseByHalfPowersOfTwo() {
        assertThat(Notches.of(qwen, Load.REQUESTS)).extracting(Notch::value).startsWith(1, 2, 3, 4, 6, 8, 12, 16)
                .endsWith(4096, 6144, 8192);
        assertThat(Notches.of(qwen, Load.INPUT_TOKENS)).extracting(Notch::label)
                .startsWith("128", "192", "256", "384", "512", "768", "1k", "1.5k", "2k", "3k", "4k").endsWith("40k");
    }

    @ParameterizedTest
    @EnumSource(Load.class)
    void loadsAscendAndHoldThePlansOwnValue(Load load) {
        Plan odd = load.with(qwen, 777);

        assertThat(Notches.of(odd, load)).extracting(Notch::value).isSorted().doesNotHaveDuplicates().contains(777);
    }

    @Test
    void nearestLegalIsNearestByRatio() {
        List<Notch> notches = Notches.of(qwen, Load.REQUESTS);

        // 300 lies between 256 and 384: 300/256 = 1.17 is nearer than 384/300 = 1.28
        assertThat(Notches.nearestLegal(notches, 300).orElseThrow().value()).isEqualTo(256);
        assertThat(Notches.nearestLegal(notches, 1_000_000).orElseThrow().value()).isEqualTo(8192);
        assertThat(Notches.nearestLegal(notches, 0).orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void nearestLegalPassesOverIllegalOnes() {
        List<Notch> notches = Notches.of(Degree.TENSOR.with(qwen, 5), Degree.TENSOR);

        assertThat(Notches.nearestLegal(notches, 5).orElseThrow().value()).isEqualTo(4);
        assertThat(Notches.nearestLegal(List.of(), 5)).isEmpty();
    }
}
