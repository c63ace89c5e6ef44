package io.headroom.validate;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.MeasurementFile;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Fits the {@code calibrated} profile to measurements and says how well: {@code Calibrate FILE.csv [leave] [write]}.
 * {@code leave} fits again without each model, accelerator, engine and source and without twelfths of all configurations, and
 * reports the errors on what was left out;
 * {@code write} replaces the profile, and with {@code leave} the bands, the estimates of rows left out and the tables of the
 * validation page. Always the same result for the same file.
 */
final class Calibrate {

    private static final Path CALIBRATION = Path.of("assets/calibration");
    private static final Path PAGE = Path.of("src/site/markdown/validation.md");
    private static final String NOTE = "Fitted to public measurements of serving systems and checked on models, "
            + "accelerators and engines left out. TTFT under load is its weak side.";
    private static final String SOURCE = "Levenberg-Marquardt over assets/calibration/measured.csv by "
            + "io.headroom.validate.Calibrate. MFU and half-speed rows of experts: grouped GEMMs timed one by one by aiconfigurator. "
            + "Usable memory: the default of vLLM's gpu_memory_utilization, of the memory "
            + "that drivers report; reserve: what vLLM leaves beside weights, activations and KV cache; with engine vLLM "
            + "what CUDA holds outside its allocator (non_torch in its log), what NCCL adds, and its sampler's "
            + "workspace, by the logs of llm-d-planner: see Memory in the validation.";
    private static final int SELDOM = 5;
    private static final int FOLDS = 12;
    private static final long SEED = 12;

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
        List<FitCase> cases = FitCase.of(Validation.run(measurements, AliasFile.load(catalog), old, false));
        Profile fitted = fit(cases, _ -> true, old);
        List<ValidatedRow> seen = rows(cases, fitted, _ -> true);
        ValidationPage page = new ValidationPage();
        page.add("in the fit", seen);
        BandText bands = new BandText(FitCase.repeats(cases));
        HeldOutText heldOut = new HeldOutText(seen);
        if (options.contains("leave")) {
            leave(cases, old, fitted.models().keySet(), page, bands, heldOut);
            page.end(BesidePeers.of(measurements, new StringReader(heldOut.text())).toString());
        }
        System.out.println(ProfileText.of(fitted, ""));
        System.out.println(page);
        System.out.printf(Locale.ROOT, "%.0f s%n", (System.nanoTime() - start) / 1e9);
        if (options.contains("write")) {
            Files.writeString(CALIBRATION.resolve("calibrated.json"), ProfileText.of(fitted, account(seen)));
            if (options.contains("leave")) {
                Files.writeString(CALIBRATION.resolve("bands.json"), bands.toString());
                Files.writeString(CALIBRATION.resolve("held-out.csv"), heldOut.text());
                page.write(PAGE);
            }
        }
    }

    private static void leave(List<FitCase> cases, Profile old, Set<String> known, ValidationPage page, BandText bands,
            HeldOutText heldOut) {
        List<ValidatedRow> models = left(cases, old, c -> c.configuration().plan().model().id());
        List<ValidatedRow> accelerators = left(cases, old, c -> c.configuration().plan().hardware().gpu().id());
        List<ValidatedRow> engines = left(cases, old, FitCase::engine);
        List<ValidatedRow> sources = left(cases, old, c -> c.configuration().measurement().source());
        List<ValidatedRow> configurations = left(cases, old, twelfths(cases));
        Map<HeldOut, List<ValidatedRow>> kinds = new LinkedHashMap<>();
        kinds.put(HeldOut.MODEL, models);
        kinds.put(HeldOut.ACCELERATOR, accelerators);
        kinds.put(HeldOut.ENGINE, engines);
        kinds.put(HeldOut.SOURCE, sources);
        kinds.put(HeldOut.CONFIGURATION, configurations);
        kinds.forEach((kind, rows) -> {
            page.add(kind.key() + " left out", rows);
            heldOut.add(kind, rows);
        });
        bands.addModelsLeftOut(models);
        bands.addAcceleratorsLeftOut(accelerators);
        bands.addEnginesLeftOut(engines);
        bands.addSourcesLeftOut(sources);
        bands.addConfigurationsLeftOut(configurations, known);
        System.out.printf(Locale.ROOT, "of models' own rows %.3f are in the bands of other rows%n",
                bands.shareInBandsOfOtherHalf(new Random(SEED)));
    }

    private static Profile fit(List<FitCase> cases, Predicate<FitCase> isUsed, Profile old) {
        Profile start = new Profile(old.id(), NOTE, FitPlan.start(old.constants()), FitPlan.memoryOfEngines(), Map.of(),
                FitPlan.memoryOfEnginesOnArchitectures(), Map.of(), true, SOURCE).withEngineSpecs(old.engineSpecs());
        List<FitCase> used = cases.stream().filter(isUsed).toList();
        Profile shared = new FitSearch(new FitObjective(used, FitPlan.shared(), start)).run();
        // held, so that an odd model does not make room for itself in what holds for the others
        FitSearch search = new FitSearch(new FitObjective(used, FitPlan.kernels(used), shared));
        Profile found = search.run();
        System.out.printf(Locale.ROOT, "objective %.4f%n", search.objective());
        return found;
    }

    /** The rows of each group of {@code key} as estimated by a fit that has seen none of them. */
    private static List<ValidatedRow> left(List<FitCase> cases, Profile old, Function<FitCase, String> key) {
        Map<String, Integer> counts = new TreeMap<>();
        cases.forEach(c -> counts.merge(key.apply(c), 1, Integer::sum));
        // what is seldom is left out together: stricter, and sooner done
        Function<FitCase, String> fold = c -> counts.get(key.apply(c)) < SELDOM ? "" : key.apply(c);
        return new TreeSet<>(cases.stream().map(fold).toList()).parallelStream().flatMap(group -> {
            Predicate<FitCase> isLeft = c -> fold.apply(c).equals(group);
            List<ValidatedRow> rows = rows(cases, fit(cases, isLeft.negate(), old), isLeft);
            System.out.println("without " + (group.isEmpty() ? "the rest" : group) + ": "
                    + ValidationPage.summary(rows));
            return rows.stream();
        }).toList();
    }

    /** The rows of {@code cases} with their estimates under {@code profile}. */
    static List<ValidatedRow> rows(List<FitCase> cases, Profile profile, Predicate<FitCase> isUsed) {
        return cases.stream().filter(isUsed).flatMap(c -> {
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

    /** One of twelve groups of whole configurations, the same for all rows of one, whatever source, version and day. */
    private static Function<FitCase, String> twelfths(List<FitCase> cases) {
        List<String> keys = new ArrayList<>(new TreeSet<>(cases.stream().map(FitCase::key).toList()));
        Collections.shuffle(keys, new Random(SEED));
        Map<String, String> groups = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            groups.put(keys.get(i), String.valueOf((char) ('a' + i % FOLDS)));
        }
        return c -> groups.get(c.key());
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
}
