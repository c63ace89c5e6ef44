package io.headroom.validate;

import io.headroom.catalog.Profile;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Reading.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One configuration with everything that was measured of it, so that it is estimated once.
 *
 * @param configuration the configuration of the first of its rows
 * @param targets its rows; a pair of TTFT and TPOT adds their E2E
 */
record FitCase(Configuration configuration, List<ValidatedRow> targets) {

    /** Every configuration of {@code result} whose measurements are not doubted; memory is not fitted. */
    static List<FitCase> of(ValidationResult result) {
        Map<String, FitCase> cases = new LinkedHashMap<>();
        for (ValidatedRow row : result.all()) {
            if (row.doubt().isEmpty() && !row.quantity().isMemory()) {
                String key = row.isDerived() ? row.id().substring(row.id().indexOf(" + ") + 3) : row.id();
                // a TTFT may be published of one token, its TPOT of many
                String joined = key.replaceAll(":(ttft|tpot|e2e)$", "") + ' '
                        + row.configuration().plan().workload().outputTokens();
                cases.computeIfAbsent(joined, _ -> new FitCase(row.configuration(), new ArrayList<>())).targets.add(row);
            }
        }
        return List.copyOf(cases.values());
    }

    String engine() {
        String engine = configuration.plan().assumptions().engine();
        return engine == null ? "" : engine;
    }

    String architecture() {
        return configuration.plan().hardware().gpu().architecture();
    }

    String model() {
        return configuration.plan().model().id();
    }

    /** The model on the engine and architecture. */
    String kernels() {
        return engine() + "/" + architecture() + "/" + model();
    }

    /** What was run, whoever measured it: rows of one key may not be on both sides of a fold. */
    String key() {
        Plan p = configuration.plan();
        return String.join("|", engine(), model(), p.hardware().gpu().id(), p.precision().toString(),
                p.parallelism().toString(), configuration.load().toString(), p.workload().inputTokens() + "",
                p.workload().outputTokens() + "");
    }

    /**
     * What repeats of one configuration differ by, each over each other: measured by others, on another day or with another
     * version of the engine.
     */
    static List<Double> repeats(List<FitCase> cases) {
        Map<String, List<ValidatedRow>> same = new LinkedHashMap<>();
        cases.forEach(c -> c.targets.stream().filter(r -> !r.isDerived())
                .forEach(r -> same.computeIfAbsent(c.key() + "|" + r.quantity(), _ -> new ArrayList<>()).add(r)));
        List<Double> ratios = new ArrayList<>();
        for (List<ValidatedRow> rows : same.values()) {
            for (ValidatedRow one : rows) {
                rows.stream().filter(other -> other != one).forEach(other -> ratios.add(one.measured() / other.measured()));
            }
        }
        return List.copyOf(ratios);
    }

    /** Whether a constant of {@code level} can matter. */
    boolean hears(String level) {
        return level.isEmpty() || level.equals(engine()) || level.equals(architecture())
                || level.equals(kernels());
    }

    /** Natural logarithms of estimated over measured, in the order of the targets, with {@code profile}. */
    double[] errors(Profile profile) {
        Plan plan = configuration.plan();
        Assumptions a = plan.assumptions();
        Configuration c = configuration.with(plan.withAssumptions(new Assumptions(profile, a.engine(), a.given())));
        OperatingPoint point = new LoadModel(c).point();
        double[] errors = new double[targets.size()];
        for (int i = 0; i < errors.length; i++) {
            ValidatedRow row = targets.get(i);
            Quantity quantity = row.quantity();
            double estimated = Prediction.serving(c.plan(), quantity, point) / row.configuration().siPerUnit();
            errors[i] = Math.log(estimated / row.measured());
        }
        return errors;
    }
}
