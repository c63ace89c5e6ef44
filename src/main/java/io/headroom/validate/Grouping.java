package io.headroom.validate;

import io.headroom.catalog.ModelSpec;
import io.headroom.plan.Plan;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Quantity;
import java.util.function.Function;
import java.util.regex.Pattern;

/** By what rows are put together in a table of errors. */
public enum Grouping {
    QUANTITY("quantity", Grouping::quantity),
    PHASE("phase", r -> phase(r.quantity())),
    SOURCE("source", r -> r.measurement().source()),
    TIER("tier", r -> r.measurement().tier()),
    ENGINE("engine", r -> orNone(r.configuration().plan().assumptions().engine())),
    GPU("GPU", r -> r.configuration().plan().hardware().gpu().id()),
    MODEL("model", r -> r.configuration().plan().model().id()),
    FAMILY("family", r -> family(r.configuration().plan().model())),
    PRECISION("precision", r -> precision(r.configuration().plan())),
    BATCH("batch", r -> batch(r.configuration().load()));

    private static final Pattern SIZE = Pattern.compile("\\d+(\\.\\d+)?[bm]|\\d+x\\d+b|a\\d+(\\.\\d+)?b");

    private final String label;
    private final Function<ValidatedRow, String> key;

    Grouping(String label, Function<ValidatedRow, String> key) {
        this.label = label;
        this.key = key;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** The group of {@code row}. */
    public String of(ValidatedRow row) {
        return key.apply(row);
    }

    /** What an engine makes of all it can hold is another thing than what it serves. */
    private static String quantity(ValidatedRow row) {
        return row.quantity().label() + (row.configuration().load() instanceof Load.Offline ? ", offline" : "");
    }

    private static String phase(Quantity quantity) {
        return quantity.phase().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String orNone(String engine) {
        return engine == null ? "not stated" : engine;
    }

    /** A model's id without its size: llama-3.1 of llama-3.1-70b. */
    static String family(ModelSpec model) {
        StringBuilder family = new StringBuilder();
        for (String part : model.id().split("-")) {
            if (SIZE.matcher(part).matches()) {
                break;
            }
            family.append(family.isEmpty() ? "" : "-").append(part);
        }
        return family.toString();
    }

    private static String precision(Plan plan) {
        String weights = plan.precision().weights().key();
        String experts = plan.precision().experts().key();
        return !plan.model().isMoe() || weights.equals(experts) ? weights : weights + ", experts " + experts;
    }

    private static String batch(Load load) {
        return switch (load) {
            case Load.None _ -> "none";
            case Load.Open _ -> "open loop";
            case Load.Offline _ -> "offline";
            case Load.Closed c -> bucket(c.requests());
            case Load.Static s -> bucket(s.requests()) + " static";
        };
    }

    private static String bucket(int requests) {
        if (requests == 1) {
            return "1";
        }
        return requests <= 8 ? "2-8" : requests <= 32 ? "9-32" : requests <= 128 ? "33-128" : "129+";
    }
}
