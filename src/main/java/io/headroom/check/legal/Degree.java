package io.headroom.check.legal;

import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** A degree of parallelism. */
public enum Degree implements Dial {
    TENSOR("TP", Parallelism::tensor, Parallelism::withTensor),
    PIPELINE("PP", Parallelism::pipeline, Parallelism::withPipeline),
    DATA("DP", Parallelism::data, Parallelism::withData),
    EXPERT("EP", Parallelism::expert, Parallelism::withExpert),
    CONTEXT("CP", Parallelism::context, Parallelism::withContext);

    private final String label;
    private final ToIntFunction<Parallelism> getter;
    private final BiFunction<Parallelism, Integer, Parallelism> setter;

    Degree(String label, ToIntFunction<Parallelism> getter, BiFunction<Parallelism, Integer, Parallelism> setter) {
        this.label = label;
        this.getter = getter;
        this.setter = setter;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public int of(Plan plan) {
        return getter.applyAsInt(plan.parallelism());
    }

    @Override
    public Plan with(Plan plan, int value) {
        return plan.withParallelism(setter.apply(plan.parallelism(), value));
    }
}
