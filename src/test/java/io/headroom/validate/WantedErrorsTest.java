package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The errors of rows left out that are wanted, as the shipped file of held-out estimates has them. */
class WantedErrorsTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final ValidationResult ALL = Validation.run(Rows.all(), AliasFile.load(CATALOG),
            CATALOG.profile("calibrated").orElseThrow(), false);

    @ParameterizedTest
    @EnumSource(names = {"MODEL", "ACCELERATOR", "SOURCE"})
    void rowsLeftOutAreAsNearAsWanted(HeldOut kind) {
        List<ValidatedRow> rows = HeldOutEstimates.load().of(ALL, kind).rows();
        Map<List<String>, ErrorStatistics> all = ErrorTable.of(rows, Grouping.QUANTITY).statistics();

        assertThat(median(all, 300, "TPOT")).isLessThanOrEqualTo(0.10);
        assertThat(all.get(List.of("TPOT")).p90Absolute()).isLessThanOrEqualTo(0.30);
        assertThat(median(all, 300, "E2E")).isLessThanOrEqualTo(0.08);
        assertThat(median(all, 300, "TTFT")).isLessThanOrEqualTo(0.25);
        assertThat(median(all, 80, "output tokens/s")).isLessThanOrEqualTo(0.08);
        assertThat(median(all, 200, "output tokens/s, offline")).isLessThanOrEqualTo(0.25);
        assertThat(median(ErrorTable.of(rows, Grouping.QUANTITY, Grouping.BATCH).statistics(), 12, "TTFT", "1"))
                .isLessThanOrEqualTo(0.20);
    }

    private static double median(Map<List<String>, ErrorStatistics> table, int fewest, String... key) {
        ErrorStatistics found = table.get(List.of(key));
        assertThat(found.count()).isGreaterThan(fewest);
        return found.medianAbsolute();
    }
}
