package io.headroom.explore.repair;

import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.engine.EarlierMemory;
import io.headroom.check.Judgement;
import io.headroom.check.legal.Finding.Severity;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.memory.MemoryEstimate;
import io.headroom.format.Dimension;
import io.headroom.format.Sentence;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan that fits because its engine is a late version: earlier ones kept more of the memory for themselves. */
final class EarlierVersions {

    private EarlierVersions() {
    }

    /** The latest version of the engine of {@code now} with which its plan would not fit; empty where none is known. */
    static Optional<Diagnosis> of(Judgement now) {
        Assumptions assumptions = now.plan().assumptions();
        // a reserve of the plan's own is of the version that its author has, and where none is modelled none keeps more
        if (!(now.outcome() instanceof Estimate) || !now.fits() || assumptions.given().containsKey(Knob.RESERVE)
                || assumptions.constants().samplerBytesPerLogit() == 0) {
            return Optional.empty();
        }
        List<EarlierMemory> earlier = assumptions.engineSpec().earlier();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            if (Estimator.estimate(with(now.plan(), earlier.get(i))) instanceof Estimate then && !then.memory().fits()) {
                return Optional.of(diagnosis(assumptions.engine(), earlier.get(i), then.memory()));
            }
        }
        return Optional.empty();
    }

    private static Plan with(Plan plan, EarlierMemory memory) {
        Assumptions then = plan.assumptions();
        for (Map.Entry<Knob, Double> kept : Profile.stating(memory).entrySet()) {
            then = then.with(kept.getKey(), kept.getValue());
        }
        return plan.withAssumptions(then);
    }

    private static Diagnosis diagnosis(String engine, EarlierMemory memory, MemoryEstimate then) {
        return new Diagnosis(Severity.NOTE, "memory.version", Sentence.of(engine + " before " + memory.before().major() + "."
                + memory.before().minor() + " keeps more memory for itself: with it the plan needs ")
                .and(then.worst().total(), Dimension.BYTES).and(" a GPU of ").and(then.usableBytes(), Dimension.BYTES)
                .and(" usable."), memory.source(), List.of());
    }
}
