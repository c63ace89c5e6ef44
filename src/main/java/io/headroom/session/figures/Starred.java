package io.headroom.session.figures;

import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Plan;
import io.headroom.plan.View;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The inputs that an audience sees: those that the plan stars, six where it stars none. */
public final class Starred {

    /** Number formats, which have no slider, by key. */
    public static final Map<String, String> PRECISIONS = precisions();

    private static final List<String> USUAL = List.of("workload.concurrentRequests", "workload.inputTokens",
            "parallelism.tensor", "parallelism.pipeline", "precision.weights", "precision.kvCache");

    private Starred() {
    }

    /** The keys of what is shown of {@code plan}. */
    public static Set<String> of(Plan plan) {
        List<String> starred = plan.view().starred();
        return Set.copyOf(starred.isEmpty() ? USUAL : starred);
    }

    /** All that can be starred, in the order of the screen: name by key. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        List<Input> inputs = new ArrayList<>(Inputs.WORKLOAD);
        inputs.addAll(Inputs.PARALLELISM);
        inputs.forEach(input -> all.put(input.key(), input.label()));
        all.putAll(PRECISIONS);
        return all;
    }

    /** Shows or hides the input of {@code key}, as an edit of the plan on screen; the last one stays. */
    public static void set(PlanSession session, String key, boolean isShown) {
        Plan plan = session.planProperty().get();
        List<String> keys = all().keySet().stream()
                .filter(k -> k.equals(key) ? isShown : of(plan).contains(k)).toList();
        if (!keys.isEmpty()) {
            session.edit(Change.of((isShown ? "Present " : "Do not present ") + all().get(key)),
                    p -> p.withView(new View(keys, p.view().pins())));
        }
    }

    private static Map<String, String> precisions() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("precision.weights", "Format of weights");
        names.put("precision.experts", "Format of experts");
        names.put("precision.kvCache", "Format of the KV cache");
        names.put("precision.activations", "Format of activations");
        return names;
    }
}
