package io.headroom.validate;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Outcome;
import io.headroom.plan.Plan;
import io.headroom.validate.read.AliasFile;
import io.headroom.validate.read.Aliases;
import io.headroom.validate.read.ConfigurationReader;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Quantity;
import io.headroom.validate.read.Reading;
import io.headroom.validate.read.Reading.Configuration;
import io.headroom.validate.read.Reading.Skipped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;

/** Estimates every row of a measurement file with one profile: a pure function of its arguments. */
public final class Validation {

    private final ConfigurationReader reader;

    private Validation(ConfigurationReader reader) {
        this.reader = reader;
    }

    /** The rows that are for error statistics, tiers A and B. */
    public static ValidationResult run(List<Measurement> measurements, Catalog catalog, Profile profile) {
        return run(measurements, AliasFile.load(catalog), profile, false);
    }

    /** As {@link #run(List, Catalog, Profile)}, with tier C where asked for. */
    public static ValidationResult run(List<Measurement> measurements, Aliases aliases, Profile profile,
            boolean includeTierC) {
        return run(measurements, aliases, profile, includeTierC, _ -> true);
    }

    /**
     * As {@link #run(List, Aliases, Profile, boolean)}, for whoever waits.
     *
     * @param goesOn asked before every row with the number of rows that are done
     * @throws CancellationException where it says no
     */
    public static ValidationResult run(List<Measurement> measurements, Aliases aliases, Profile profile,
            boolean includeTierC, IntPredicate goesOn) {
        return new Validation(new ConfigurationReader(aliases, profile, includeTierC)).rows(measurements, goesOn);
    }

    /** The estimate of what {@code row} measures for {@code plan} under the row's load, in SI units; NaN without one. */
    public static double estimate(Configuration row, Plan plan) {
        return new Prediction(row.with(plan)).value();
    }

    private ValidationResult rows(List<Measurement> measurements, IntPredicate goesOn) {
        List<ValidatedRow> rows = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (Measurement m : measurements) {
            if (!goesOn.test(rows.size() + skipped.size())) {
                throw new CancellationException("stopped before " + m.id());
            }
            switch (reader.read(m)) {
                case Skipped s -> skipped.add(s);
                case Configuration c -> {
                    double estimated = new Prediction(c).value() / c.siPerUnit();
                    if (Double.isFinite(estimated) && estimated > 0) {
                        rows.add(new ValidatedRow(m.id(), c, c.quantity(), m.value(), estimated, false, ""));
                    } else {
                        skipped.add(refused(c));
                    }
                }
            }
        }
        List<ValidatedRow> screened = Screening.apply(rows);
        return new ValidationResult(screened, endToEnd(screened), skipped);
    }

    private static Skipped refused(Configuration c) {
        Outcome outcome = Estimator.estimate(c.plan());
        String detail = outcome instanceof Outcome.Refused r ? String.join(" ", r.reasons()) : "";
        return new Reading.Skipped(c.measurement(), "no estimate for such a plan", detail);
    }

    private static List<ValidatedRow> endToEnd(List<ValidatedRow> rows) {
        Map<String, ValidatedRow> firstTokens = new HashMap<>();
        for (ValidatedRow row : rows) {
            if (row.quantity() == Quantity.TTFT) {
                firstTokens.put(Screening.configurationKey(row), row);
            }
        }
        List<ValidatedRow> pairs = new ArrayList<>();
        for (ValidatedRow row : rows) {
            ValidatedRow first = firstTokens.get(Screening.configurationKey(row));
            if (row.quantity() == Quantity.TPOT && first != null
                    && row.configuration().load() instanceof Load.Closed) {
                pairs.add(pair(first, row));
            }
        }
        return pairs;
    }

    private static ValidatedRow pair(ValidatedRow first, ValidatedRow next) {
        double steps = next.configuration().plan().workload().outputTokens() - 1.0;
        double unit = next.configuration().siPerUnit();
        double firstUnit = first.configuration().siPerUnit() / unit;
        String doubt = next.doubt().isEmpty() ? first.doubt() : next.doubt();
        return new ValidatedRow(first.id() + " + " + next.id(), next.configuration(), Quantity.E2E,
                first.measured() * firstUnit + steps * next.measured(),
                first.estimated() * firstUnit + steps * next.estimated(), true, doubt);
    }
}
