package io.headroom.check.legal;

import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/** A whole number of the workload. */
public enum Load implements Dial {
    REQUESTS("concurrent requests", Workload::concurrentRequests, Workload::withConcurrentRequests),
    INPUT_TOKENS("input tokens", Workload::inputTokens, Workload::withInputTokens),
    OUTPUT_TOKENS("output tokens", Workload::outputTokens, Workload::withOutputTokens);

    private final String label;
    private final ToIntFunction<Workload> getter;
    private final BiFunction<Workload, Integer, Workload> setter;

    Load(String label, ToIntFunction<Workload> getter, BiFunction<Workload, Integer, Workload> setter) {
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
        return getter.applyAsInt(plan.workload());
    }

    @Override
    public Plan with(Plan plan, int value) {
        return plan.withWorkload(setter.apply(plan.workload(), value));
    }
}
