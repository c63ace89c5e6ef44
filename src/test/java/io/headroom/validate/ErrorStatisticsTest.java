package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.Quantity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorStatisticsTest {

    // by hand and with numpy.percentile: errors -20, -10, 0, 5 and 30 %; their sizes 0, 5, 10, 20, 30 %
    @Test
    void errorsAreThoseComputedByHand() {
        ErrorStatistics s = ErrorStatistics.of(rows(0.8, 0.9, 1.0, 1.05, 1.3));
        assertThat(s.count()).isEqualTo(5);
        assertThat(s.medianAbsolute()).isCloseTo(0.10, within(1e-12));
        assertThat(s.p90Absolute()).isCloseTo(0.26, within(1e-12));
        assertThat(s.bias()).isCloseTo(0, within(1e-12));
        assertThat(s.within10()).isEqualTo(0.6);
        assertThat(s.within25()).isEqualTo(0.8);
        // measured over estimated: 0.7692, 0.9524, 1, 1.1111, 1.25; between the outer two at each end
        assertThat(s.measuredOverEstimatedP10()).isCloseTo(0.84249, within(1e-5));
        assertThat(s.measuredOverEstimatedP90()).isCloseTo(1.19444, within(1e-5));
    }

    @Test
    void nothingHasNoStatistics() {
        assertThat(ErrorStatistics.of(List.of()).medianAbsolute()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"llama-3.1-70b, llama-3.1", "qwen3-235b-a22b, qwen3", "mixtral-8x7b, mixtral", "gpt-oss-20b, gpt-oss",
        "deepseek-r1, deepseek-r1", "glm-4.5-air, glm-4.5-air", "gpt-j-6b, gpt-j", "llama-4-scout, llama-4-scout"})
    void familiesLeaveTheSizeOut(String id, String family) {
        Catalog catalog = CatalogFiles.load();
        assertThat(Grouping.family(catalog.model(id).orElseThrow())).isEqualTo(family);
    }

    private static List<ValidatedRow> rows(double... estimates) {
        return Arrays.stream(estimates).mapToObj(e -> new ValidatedRow("r", null, Quantity.TPOT, 1, e, false, ""))
                .toList();
    }
}
