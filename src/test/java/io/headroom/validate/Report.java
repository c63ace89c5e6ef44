package io.headroom.validate;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.MeasurementFile;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Prints the error tables of a measurement file: {@code Report FILE.csv [profile] [C] [rows SOURCE]}; a tool for whoever
 * changes the mapping or fits a profile.
 */
final class Report {

    private Report() {
    }

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Catalog catalog = CatalogFiles.load();
        List<String> options = List.of(args).subList(1, args.length);
        String profile = catalog.profiles().stream().map(p -> p.id()).filter(options::contains).findFirst()
                .orElse("calibrated");
        ValidationResult result;
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            result = Validation.run(MeasurementFile.read(args[0], reader), AliasFile.load(catalog),
                    catalog.profile(profile).orElseThrow(), options.contains("C"));
        }
        int at = options.indexOf("rows");
        if (at >= 0) {
            rows(result, options.get(at + 1));
            return;
        }
        System.out.printf(Locale.ROOT, "%d rows, %d pairs, %d skipped, %.2f s%n", result.rows().size(),
                result.endToEnd().size(), result.skipped().size(), (System.nanoTime() - start) / 1e9);
        table(result, Grouping.QUANTITY);
        for (Grouping g : List.of(Grouping.SOURCE, Grouping.ENGINE, Grouping.GPU, Grouping.FAMILY, Grouping.PRECISION,
                Grouping.BATCH, Grouping.TIER)) {
            table(result, Grouping.QUANTITY, g);
        }
        table(result, Grouping.SOURCE, Grouping.QUANTITY, Grouping.ENGINE, Grouping.GPU);
        result.skippedByReason().forEach((reason, n) -> System.out.println(n + "  skipped: " + reason));
        result.rows().stream().filter(r -> !r.doubt().isEmpty()).sorted(Comparator.comparing(ValidatedRow::doubt))
                .forEach(r -> System.out.printf(Locale.ROOT, "doubt: %s: %s (%+.0f %%)%n", r.doubt(), r.id(),
                        100 * r.error()));
    }

    private static void table(ValidationResult result, Grouping... groupings) {
        System.out.printf(Locale.ROOT, "%n%-72s %5s %7s %7s %7s %6s %6s%n", List.of(groupings), "n", "median", "p90",
                "bias", "<10%", "<25%");
        ErrorTable.of(result.all(), groupings).statistics().forEach((key, s) -> System.out.printf(Locale.ROOT,
                "%-72s %5d %6.1f%% %6.1f%% %+6.1f%% %5.0f%% %5.0f%%%n", String.join(" | ", key), s.count(),
                100 * s.medianAbsolute(), 100 * s.p90Absolute(), 100 * s.bias(), 100 * s.within10(),
                100 * s.within25()));
    }

    private static void rows(ValidationResult result, String source) {
        result.all().stream().filter(r -> r.id().contains(source)).forEach(r -> System.out.printf(Locale.ROOT,
                "%+7.1f%% %12.5g %12.5g %s %s%n", 100 * r.error(), r.measured(), r.estimated(), r.quantity(), r.id()));
    }
}
