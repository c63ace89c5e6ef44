package io.headroom.validate;

import io.headroom.validate.read.Load;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules by which a measurement is doubted whatever the estimate says: doubted rows are estimated and shown, but enter no
 * error table. None looks at an error; only one looks at a bound, which holds for any software.
 */
public final class Screening {

    /** Two layouts of one configuration cannot take the same time to the last digit: one of the labels is wrong. */
    public static final String SAME_VALUE = "same value under another layout";
    /** A model does not run where its weights do not fit: the degrees are wrong. */
    public static final String NO_ROOM = "does not fit the stated GPUs";
    /** Weights and KV cache cannot be read faster than the memory allows, nor prompts multiplied above the peak. */
    public static final String BELOW_BOUND = "faster than the hardware allows";
    /** A step with more sequences does more work: a large drop means another configuration. */
    public static final String NOT_MONOTONE = "falls as concurrency rises";
    /** One configuration, one engine version, two values far apart: an option that the row does not say. */
    public static final String CONTRADICTS = "contradicts a row of the same configuration";

    /** Several tokens a step, which the row does not say: those who collected the rows think so, of whole series. */
    public static final String SPECULATIVE = "probably speculative decoding, say its collectors";

    /** Series on B200 that README.md of the collection names; a part that is empty matches all. */
    private static final List<Series> SPECULATIVE_SERIES = List.of(
            new Series("DeepSeek-R1", "B200", "TensorRT-LLM", "1.2.0rc6.post3", "", ""),
            new Series("Qwen3.5-397B", "B200", "", "", "fp8", "4"));

    // repeats of one configuration differ by up to 27 % (p90)
    private static final double DROP = 0.75;
    private static final double APART = 1.6;
    private static final double SAME = 1e-9;

    private Screening() {
    }

    /** {@code rows} with the doubted ones marked. */
    static List<ValidatedRow> apply(List<ValidatedRow> rows) {
        Map<String, String> doubts = new HashMap<>();
        sameValues(rows, doubts);
        contradictions(rows, doubts);
        notMonotone(rows, doubts);
        List<ValidatedRow> screened = new ArrayList<>(rows.size());
        for (ValidatedRow row : rows) {
            String physics = physics(row);
            String doubt = physics.isEmpty() ? doubts.getOrDefault(row.id(), "") : physics;
            screened.add(row.doubted(doubt.isEmpty() && isSpeculative(row) ? SPECULATIVE : doubt));
        }
        return screened;
    }

    private static String physics(ValidatedRow row) {
        PhysicalBound bound = new PhysicalBound(row.configuration());
        if (bound.hasNoRoom()) {
            return NO_ROOM;
        }
        return bound.isBroken(row.measured() * row.configuration().siPerUnit()) ? BELOW_BOUND : "";
    }

    /** The first token takes one pass with or without speculation. */
    private static boolean isSpeculative(ValidatedRow row) {
        return row.quantity() != Quantity.TTFT && SPECULATIVE_SERIES.stream().anyMatch(s -> s.has(row.measurement()));
    }

    private static void sameValues(List<ValidatedRow> rows, Map<String, String> doubts) {
        for (List<ValidatedRow> group : groups(rows, r -> series(r) + "|" + concurrency(r)).values()) {
            for (ValidatedRow a : group) {
                for (ValidatedRow b : group) {
                    if (!layout(a).equals(layout(b)) && Math.abs(a.measured() / b.measured() - 1) < SAME
                            && String.valueOf(a.measured()).length() > 4) {
                        doubts.putIfAbsent(a.id(), SAME_VALUE);
                    }
                }
            }
        }
    }

    private static void contradictions(List<ValidatedRow> rows, Map<String, String> doubts) {
        for (List<ValidatedRow> group : groups(rows, r -> configurationKey(r) + r.quantity()).values()) {
            double least = group.stream().mapToDouble(ValidatedRow::measured).min().orElse(0);
            double most = group.stream().mapToDouble(ValidatedRow::measured).max().orElse(0);
            if (group.size() > 1 && most > APART * least) {
                group.forEach(r -> doubts.putIfAbsent(r.id(), CONTRADICTS));
            }
        }
    }

    private static void notMonotone(List<ValidatedRow> rows, Map<String, String> doubts) {
        List<ValidatedRow> closed = rows.stream().filter(r -> r.quantity() == Quantity.TPOT
                && r.configuration().load() instanceof Load.Closed).toList();
        for (List<ValidatedRow> group : groups(closed, r -> series(r) + "|" + layout(r)).values()) {
            List<ValidatedRow> sorted = group.stream().sorted(Comparator.comparingInt(Screening::concurrency)).toList();
            Set<String> seen = new HashSet<>();
            for (int i = 1; i < sorted.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (concurrency(sorted.get(i)) > concurrency(sorted.get(j))
                            && sorted.get(i).measured() < DROP * sorted.get(j).measured()) {
                        seen.add(sorted.get(i).id());
                        seen.add(sorted.get(j).id());
                    }
                }
            }
            seen.forEach(id -> doubts.putIfAbsent(id, NOT_MONOTONE));
        }
    }

    private static Map<String, List<ValidatedRow>> groups(List<ValidatedRow> rows,
            java.util.function.Function<ValidatedRow, String> key) {
        Map<String, List<ValidatedRow>> groups = new HashMap<>();
        rows.forEach(r -> groups.computeIfAbsent(key.apply(r), _ -> new ArrayList<>()).add(r));
        return groups;
    }

    /** Everything but the quantity: rows of one key measured one configuration. */
    static String configurationKey(ValidatedRow row) {
        return series(row).replace(row.quantity().name(), "") + "|" + layout(row) + "|" + concurrency(row);
    }

    private static String series(ValidatedRow row) {
        Measurement m = row.measurement();
        return String.join("|", row.quantity().name(), m.source(), m.model(), m.gpu(), m.engine(), m.engineVersion(),
                m.date(), m.weightType(), m.kvType(), m.inputTokens(), m.outputTokens(), m.requestsPerSecond());
    }

    private static String layout(ValidatedRow row) {
        Measurement m = row.measurement();
        return String.join("|", m.gpuCount(), m.tensor(), m.pipeline(), m.data(), m.expert());
    }

    private record Series(String model, String gpu, String engine, String version, String weights, String tensor) {

        boolean has(Measurement m) {
            return m.model().startsWith(model) && m.gpu().startsWith(gpu) && m.engine().startsWith(engine)
                    && m.engineVersion().startsWith(version) && m.weightType().startsWith(weights)
                    && (tensor.isEmpty() || m.tensor().equals(tensor));
        }
    }

    private static int concurrency(ValidatedRow row) {
        return switch (row.configuration().load()) {
            case Load.Closed c -> c.requests();
            case Load.Static s -> s.requests();
            case Load.Open _, Load.Offline _, Load.None _ -> 0;
        };
    }
}
