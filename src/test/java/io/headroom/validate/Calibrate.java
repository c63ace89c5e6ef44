package io.headroom.validate;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Constants;
import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.MeasurementFile;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Fits the {@code calibrated} profile to measurements and says how well: {@code Calibrate FILE.csv [leave] [write]}.
 * {@code leave} fits again without each model, accelerator and engine and reports the errors on what was left out;
 * {@code write} replaces the profile and the bands. Always the same result for the same file.
 */
final class Calibrate {

    private static final String NOTE = "Fitted to public measurements of serving systems and checked on models, "
            + "accelerators and engines left out. TTFT under load is its weak side.";
    private static final String SOURCE = "Coordinate search over assets/calibration/measured.csv by "
            + "io.headroom.validate.Calibrate. Usable memory: the default of vLLM's gpu_memory_utilization, of the memory "
            + "that drivers report; reserve: what vLLM leaves beside weights, activations and KV cache.";
    private static final long SEED = 20260401;
    private static final int SELDOM = 40;
    private static final int SWEEPS = 5;
    private static final int RESTARTS = 1;

    private Calibrate() {
    }

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Catalog catalog = CatalogFiles.load();
        List<String> options = List.of(args);
        List<Measurement> measurements;
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            measurements = MeasurementFile.read(args[0], reader);
        }
        Profile old = catalog.profile("calibrated").orElseThrow();
        ValidationResult now = Validation.run(measurements, AliasFile.load(catalog), old, false);
        List<FitCase> cases = FitCase.of(now);
        System.out.printf(Locale.ROOT, "%d rows and pairs of %d configurations, %.1f s%n", now.all().size(),
                cases.size(), (System.nanoTime() - start) / 1e9);
        Profile fitted = fit(cases, _ -> true, old, RESTARTS);
        System.out.printf(Locale.ROOT, "fitted after %.0f s%n", (System.nanoTime() - start) / 1e9);
        System.out.println(ProfileText.of(fitted, ""));
        print("fit", rows(cases, fitted, _ -> true));
        if (options.contains("leave")) {
            BandText bands = new BandText();
            bands.addModelsLeftOut(leave("model", cases, old, c -> c.configuration().plan().model().id()));
            bands.addAcceleratorsLeftOut(
                    leave("accelerator", cases, old, c -> c.configuration().plan().hardware().gpu().id()));
            bands.addEnginesLeftOut(leave("engine", cases, old, FitCase::engine));
            if (options.contains("write")) {
                Files.writeString(Path.of("assets/calibration/bands.json"), bands.toString());
            }
            System.out.printf(Locale.ROOT, "left out after %.0f s%n", (System.nanoTime() - start) / 1e9);
        }
        if (options.contains("write")) {
            Files.writeString(Path.of("assets/calibration/calibrated.json"),
                    ProfileText.of(fitted, account(rows(cases, fitted, _ -> true))));
        }
    }

    /** First the profile's constants on all rows, then what engines and architectures change. */
    static Profile fit(List<FitCase> cases, Predicate<FitCase> isUsed, Profile old, int restarts) {
        Constants c = FitPlan.start(old.constants());
        Profile base = new Profile(old.id(), NOTE, c, Map.of(), Map.of(), Map.of(), true, SOURCE);
        FitSearch search = new FitSearch(cases, isUsed, base);
        search.open(knobs("", FitPlan.PROFILE));
        double pooled = search.restart(restarts, SWEEPS, SEED);
        for (Map.Entry<String, List<Knob>> level : FitPlan.LEVELS.entrySet()) {
            search.open(knobs(level.getKey(), level.getValue()));
        }
        search.freeze(FitPlan.SOFTWARE);
        search.freeze(FitPlan.SILICON);
        double all = search.restart(restarts, SWEEPS, SEED + 1);
        System.out.printf(Locale.ROOT, "objective %.4f for the profile alone, %.4f with engines and architectures%n",
                pooled, all);
        return search.profile();
    }

    private static String account(List<ValidatedRow> rows) {
        StringBuilder s = new StringBuilder("  \"fit\": {\n    \"date\": \"" + LocalDate.now() + "\",\n    \"rows\": "
                + rows.size() + ",\n    \"medianErrors\": {");
        String separator = "";
        for (Map.Entry<List<String>, ErrorStatistics> e : ErrorTable.of(rows, Grouping.QUANTITY).statistics().entrySet()) {
            s.append(separator).append(String.format(Locale.ROOT, "\"%s\": %.3f", e.getKey().getFirst(),
                    e.getValue().medianAbsolute()));
            separator = ", ";
        }
        return s + "}\n  },\n";
    }

    private static List<FitKnob> knobs(String level, List<Knob> knobs) {
        return knobs.stream().map(k -> new FitKnob(level, k)).toList();
    }

    private static List<ValidatedRow> leave(String what, List<FitCase> cases, Profile old,
            Function<FitCase, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        cases.forEach(c -> counts.merge(key.apply(c), 1, Integer::sum));
        // what is seldom is left out together: stricter, and sooner done
        Function<FitCase, String> fold = c -> counts.get(key.apply(c)) < SELDOM ? "" : key.apply(c);
        List<ValidatedRow> left = new ArrayList<>();
        for (String group : new java.util.TreeSet<>(cases.stream().map(fold).toList())) {
            Predicate<FitCase> isLeft = c -> fold.apply(c).equals(group);
            Profile without = fit(cases, isLeft.negate(), old, 0);
            left.addAll(rows(cases, without, isLeft));
        }
        print("left out: each " + what, left);
        return left;
    }

    /** The rows of {@code cases} with their estimates under {@code profile}. */
    static List<ValidatedRow> rows(List<FitCase> cases, Profile profile, Predicate<FitCase> isUsed) {
        return cases.parallelStream().filter(isUsed).flatMap(c -> {
            double[] errors = c.errors(profile);
            List<ValidatedRow> rows = new ArrayList<>();
            for (int i = 0; i < errors.length; i++) {
                ValidatedRow r = c.targets().get(i);
                rows.add(new ValidatedRow(r.id(), r.configuration(), r.quantity(), r.measured(),
                        r.measured() * Math.exp(errors[i]), r.isDerived(), r.doubt()));
            }
            return rows.stream();
        }).toList();
    }

    private static void print(String title, List<ValidatedRow> rows) {
        System.out.println("\n" + title);
        for (Grouping[] g : new Grouping[][] {{Grouping.QUANTITY}, {Grouping.QUANTITY, Grouping.SOURCE},
            {Grouping.QUANTITY, Grouping.ENGINE}, {Grouping.QUANTITY, Grouping.GPU},
            {Grouping.QUANTITY, Grouping.FAMILY}, {Grouping.QUANTITY, Grouping.BATCH}}) {
            System.out.printf(Locale.ROOT, "%n%-60s %5s %7s %7s %7s%n", List.of(g), "n", "median", "p90", "bias");
            ErrorTable.of(rows, g).statistics().forEach((key, s) -> System.out.printf(Locale.ROOT,
                    "%-60s %5d %6.1f%% %6.1f%% %+6.1f%%%n", String.join(" | ", key), s.count(),
                    100 * s.medianAbsolute(), 100 * s.p90Absolute(), 100 * s.bias()));
        }
    }
}
