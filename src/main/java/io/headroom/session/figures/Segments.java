package io.headroom.session.figures;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.estimate.pass.Part;
import java.util.Map;
import java.util.Optional;

/** Which part of the chart of a metric a term is: the name of the part as the chart has it. */
public final class Segments {

    /** What a chart of parts calls their sum. */
    public static final String TOTAL = "total";

    private static final String STAGE = "_stage";
    private static final String TIME = "time_";
    private static final String LINK = "time_link_";
    private static final Map<String, String> MEMORY = Map.of("weights", "weights", "kvCache", "KV cache", "activations",
            "activations", "reserve", "reserve");
    private static final Map<String, Part> NAMED = Map.ofEntries(Map.entry("attention", Part.ATTENTION),
            Map.entry("gated_delta_rule", Part.ATTENTION), Map.entry("norms", Part.ELEMENTWISE),
            Map.entry("embedding", Part.ELEMENTWISE), Map.entry("experts_in", Part.EXPERTS),
            Map.entry("experts_out", Part.EXPERTS), Map.entry("layer_overhead", Part.OVERHEAD),
            Map.entry("MoE_layer_overhead", Part.OVERHEAD));
    private static final Map<String, Part> LINKS = Map.of("ring", Part.CONTEXT_EXCHANGE, "merge", Part.CONTEXT_EXCHANGE,
            "dispatch", Part.ALL_TO_ALL, "combine", Part.ALL_TO_ALL);
    private static final Map<String, Part> OTHER = Map.of("overheadPerStep", Part.OVERHEAD, "overheadPerRequest",
            Part.OVERHEAD, "overheadPerSequence", Part.OVERHEAD, "overheadPerMillionLogits", Part.OVERHEAD, "others", Part.QUEUE);

    private Segments() {
    }

    /** The part of the chart of {@code root} that {@code term} is; empty where it is none. */
    public static Optional<String> of(Term term, Metric root, Estimate estimate) {
        if (root.id().startsWith("memory.")) {
            return memory(term.symbol(), estimate);
        }
        return term.symbol().equals(root.id()) ? Optional.of(TOTAL) : part(term.symbol()).map(Part::label);
    }

    /** "stage 1/KV cache" of several stages, "0/KV cache" of the only one; a stage that is not named is the fullest. */
    private static Optional<String> memory(String symbol, Estimate estimate) {
        int at = symbol.indexOf(STAGE);
        String name = at < 0 ? symbol : symbol.substring(0, at);
        String kind = MEMORY.get(name.startsWith("memory.") ? name.substring("memory.".length()) : name);
        String stage = at < 0 ? String.valueOf(estimate.memory().worstStage()) : symbol.substring(at + STAGE.length());
        boolean isSingle = estimate.memory().stages().length == 1;
        return Optional.ofNullable(kind).map(k -> (isSingle ? "" : "stage ") + stage + "/" + k);
    }

    /** Where {@code metric}, one of memory, lies in the chart: a part of the stage {@code worst}, or all of that stage. */
    public static String memoryOf(Metric metric, boolean isSingle, int worst) {
        String stage = (isSingle ? "" : "stage ") + worst;
        String kind = MEMORY.get(metric.id().substring("memory.".length()));
        return kind == null ? stage : stage + "/" + kind;
    }

    /** The metric of the part {@code key} of the memory of the only stage: "0/KV cache". */
    public static Metric memoryPart(String key) {
        String kind = key.substring(key.indexOf('/') + 1);
        return MEMORY.entrySet().stream().filter(e -> e.getValue().equals(kind)).findFirst()
                .flatMap(e -> Metric.byId("memory." + e.getKey())).orElse(Metric.MEMORY_TOTAL);
    }

    /** What the time of {@code symbol} is spent on; empty where it is of several kinds, or no time. */
    static Optional<Part> part(String symbol) {
        if (symbol.startsWith(LINK)) {
            String link = symbol.substring(LINK.length());
            return Optional.of(link.startsWith("send") ? Part.STAGE_SEND : LINKS.getOrDefault(link, Part.ALL_REDUCE));
        }
        return symbol.startsWith(TIME) ? Optional.of(NAMED.getOrDefault(symbol.substring(TIME.length()), Part.GEMM))
                : Optional.ofNullable(OTHER.get(symbol));
    }
}
