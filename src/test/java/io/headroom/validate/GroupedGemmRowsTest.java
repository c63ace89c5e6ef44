package io.headroom.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Attention;
import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.Provenance;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.pass.Part;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Rows;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Experts of one layer beside their kernels, timed one by one by aiconfigurator: no constant is fitted to those rows. */
class GroupedGemmRowsTest {

    private static final Pattern ID = Pattern.compile(
            "moe:h200-h(\\d+)-i(\\d+)-e(\\d+)-k(\\d+)-(\\w+)-tp(\\d+)ep1-t(\\d+)$");
    private static final Catalog CATALOG = CatalogFiles.load();

    /** The estimate of a kernel over its time. */
    private record Kernel(double ratio, double rowsPerExpert) {

        double error() {
            return Math.abs(Math.log(ratio));
        }
    }

    @ParameterizedTest
    @CsvSource({"bfloat16, 0, 64, 0.10", "bfloat16, 64, 1e9, 0.28", "fp8_block, 0, 64, 0.18", "fp8_block, 64, 1e9, 0.22"})
    void experts(String format, double fewest, double most, double error) {
        List<Kernel> kernels = kernels(format).stream()
                .filter(k -> k.rowsPerExpert() >= fewest && k.rowsPerExpert() < most).toList();
        assertThat(kernels).hasSizeGreaterThan(5);
        double[] errors = kernels.stream().mapToDouble(Kernel::error).sorted().toArray();
        assertThat(errors[errors.length / 2]).isLessThan(error);
    }

    private static List<Kernel> kernels(String format) {
        return Rows.all().stream().filter(m -> m.notes().contains("triton"))
                .flatMap(m -> ID.matcher(m.id()).results().filter(id -> id.group(5).equals(format))
                        .map(id -> kernel(m, id))).toList();
    }

    private static Kernel kernel(Measurement m, MatchResult id) {
        int experts = whole(id, 3);
        int chosen = whole(id, 4);
        int tokens = whole(id, 7);
        // a slice of an expert is an expert as wide as the slice
        MoeSpec moe = new MoeSpec(experts, chosen, whole(id, 2) / whole(id, 6), 0, 0, 1);
        boolean isFp8 = "fp8_block".equals(id.group(5));
        ModelSpec.Shape shape = new ModelSpec.Shape(1, whole(id, 1), 1000, false, 131_072,
                new Attention.GroupedQuery(1, 1, 8, false), null, null, 0, 3, moe, isFp8);
        Plan plan = Plan.of("kernel", new ModelSpec("kernel", "Kernel", shape, ModelSpec.Published.NONE, Provenance.USER),
                Hardware.of(CATALOG.gpu("h200-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("calibrated").orElseThrow(), null,
                        Map.of(Knob.EXPERT_IMBALANCE, 1.0, Knob.EXPERT_SKEW, 0.0)));
        Plan sized = plan.withPrecision(new Precision(NumberFormat.BF16, isFp8 ? NumberFormat.FP8 : NumberFormat.BF16,
                NumberFormat.BF16, NumberFormat.BF16)).withWorkload(plan.workload().withInputTokens(tokens));
        double touched = experts * (1 - Math.pow(1 - (double) chosen / experts, tokens));
        return new Kernel(seconds(sized) / (m.value() * 1e-6), tokens * chosen / touched);
    }

    /** GEMMs of the experts, what is around them, and the fixed time of a mixture; attention has one head of 8. */
    private static double seconds(Plan plan) {
        return part(plan, Part.EXPERTS) + part(plan, Part.ELEMENTWISE)
                - part(plan.withAssumptions(plan.assumptions().with(Knob.UNFUSED_SHARE, 0)), Part.ELEMENTWISE)
                + plan.assumptions().constants().overheadPerMoeLayerSeconds();
    }

    private static double part(Plan plan, Part part) {
        return ((Estimate) Estimator.estimate(plan)).prefill().aloneParts()[part.ordinal()];
    }

    private static int whole(MatchResult id, int group) {
        return Integer.parseInt(id.group(group));
    }
}
