package io.headroom.explore.search;

import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;

/** A layout in a few letters: {@code TP4 PP2 EP16 DP2}, degrees of 1 left out. */
public final class LayoutLabel {

    private LayoutLabel() {
    }

    /** The degrees of {@code plan}. */
    public static String of(Plan plan) {
        Parallelism p = plan.parallelism();
        StringBuilder label = new StringBuilder();
        add("TP", p.tensor(), label);
        add("PP", p.pipeline(), label);
        add("EP", p.expert(), label);
        add("CP", p.context(), label);
        add("DP", p.data(), label);
        label.append(p.sequence() ? " SP" : "");
        return label.isEmpty() ? "TP1" : label.toString().strip();
    }

    private static void add(String name, int degree, StringBuilder label) {
        label.append(degree > 1 ? " " + name + degree : "");
    }

    /** The format of weights, of the KV cache too where it is another. */
    public static String of(Precision precision) {
        return precision.weights() == precision.kvCache() ? precision.weights().toString()
                : precision.weights() + "/" + precision.kvCache();
    }
}
