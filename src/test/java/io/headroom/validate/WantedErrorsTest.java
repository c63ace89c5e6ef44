package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Rows;
import java.util.List;
import java.util.function.Predicate;
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
        assertThat(errors(kind, Quantity.TPOT).medianAbsolute()).isLessThanOrEqualTo(0.10);
        assertThat(errors(kind, Quantity.TPOT).p90Absolute()).isLessThanOrEqualTo(0.30);
        assertThat(errors(kind, Quantity.E2E).medianAbsolute()).isLessThanOrEqualTo(0.08);
        assertThat(errors(kind, Quantity.TTFT).medianAbsolute()).isLessThanOrEqualTo(0.25);
        assertThat(errors(kind, Quantity.OUTPUT_TOKENS_TOTAL).medianAbsolute()).isLessThanOrEqualTo(0.08);
        assertThat(errors(kind, Quantity.OUTPUT_TOKENS_TOTAL, WantedErrorsTest::isOffline).medianAbsolute()).isLessThanOrEqualTo(0.25);
        assertThat(errors(kind, Quantity.TTFT, r -> r.configuration().load() instanceof Load.Closed c && c.requests() == 1)
                .medianAbsolute()).isLessThanOrEqualTo(0.20);
    }

    private static ErrorStatistics errors(HeldOut kind, Quantity quantity) {
        return errors(kind, quantity, r -> !isOffline(r));
    }

    private static ErrorStatistics errors(HeldOut kind, Quantity quantity, Predicate<ValidatedRow> which) {
        List<ValidatedRow> rows = HeldOutEstimates.load().of(ALL, kind).rows().stream()
                .filter(r -> r.quantity() == quantity).filter(which).toList();
        assertThat(rows).hasSizeGreaterThan(10);
        return ErrorStatistics.of(rows);
    }

    private static boolean isOffline(ValidatedRow row) {
        return row.configuration().load() instanceof Load.Offline;
    }
}
