package io.headroom.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Metric;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The program agrees, to four digits, with the examples that the documentation works out by hand. */
class WorkedExamplesTest {

    private static final Path PAGE = Path.of("src/site/markdown/worked-examples.md");
    private static final Pattern PLAN = Pattern.compile("^Plan: `([^`]+)`, `([^`]+)`.*");
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| ([0-9.e]+) \\|$");
    private static final Catalog CATALOG = CatalogFiles.load();

    private record Row(Plan plan, Metric metric, double byHand) {
    }

    @TestFactory
    Stream<DynamicTest> everyNumberOfThePage() throws Exception {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(35);
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.plan.name() + " " + row.metric.id(), () -> {
            double computed = ((Estimate) Estimator.estimate(row.plan)).get(row.metric);
            assertThat(computed).isCloseTo(row.byHand, within(row.byHand * 0.5e-4));
        }));
    }

    private static List<Row> rows() throws Exception {
        List<Row> rows = new ArrayList<>();
        Plan plan = null;
        for (String line : Files.readAllLines(PAGE)) {
            Matcher planLine = PLAN.matcher(line);
            Matcher row = ROW.matcher(line);
            if (planLine.matches()) {
                plan = plan(planLine.group(1), planLine.group(2));
            } else if (row.matches()) {
                rows.add(new Row(plan, Metric.byId(row.group(1)).orElseThrow(), Double.parseDouble(row.group(2))));
            }
        }
        return rows;
    }

    private static Plan plan(String file, String name) throws Exception {
        Path path = Path.of("sample-plans", file);
        return PlanFile.read(file, Files.readAllBytes(path), CATALOG).review().plans().stream()
                .filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }
}
