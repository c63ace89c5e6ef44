package io.headroom.explore;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Extras;
import io.headroom.plan.Plan;
import io.headroom.plan.Requirement;
import io.headroom.planfile.PlanFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Sample plans and limits for the tests below this package. */
public final class SampleReviews {

    public static final Catalog CATALOG = CatalogFiles.load();

    private SampleReviews() {
    }

    /** The plan {@code name} of {@code sample-plans/FILE.json}. */
    public static Plan plan(String file, String name) {
        try {
            Path path = Path.of("sample-plans", file + ".json");
            return PlanFile.read(file, Files.readAllBytes(path), CATALOG).review().plans().stream()
                    .filter(p -> p.name().equals(name)).findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (io.headroom.json.JsonRefused e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code plan} with a ceiling in SI units. */
    public static Plan atMost(Plan plan, String metric, double value, String unit) {
        return plan.withRequirements(List.of(
                new Requirement(metric, Requirement.Bound.AT_MOST, value, unit, 0, false, Extras.NONE)));
    }
}
