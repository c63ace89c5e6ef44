package io.headroom.plan;

import io.headroom.catalog.ModelSpec;
import java.util.List;
import java.util.Map;

/**
 * Everything a user decides about one deployment. Immutable; every change makes a new plan.
 *
 * @param name its name in the review
 * @param model the architecture
 * @param modelJson the architecture as written inline in the file, or null for a catalogue id
 * @param hardware the accelerators
 * @param precision number formats
 * @param parallelism degrees
 * @param workload what it serves
 * @param assumptions efficiencies and overheads
 * @param demand what it is paid for
 * @param requirements limits to be met
 * @param figures claims and measurements
 * @param notes remarks
 * @param view what the window shows
 * @param extras unknown keys of the file by the section they stand in ("" = the plan itself)
 * @param ranges within which some of its numbers may lie
 */
public record Plan(String name, ModelSpec model, String modelJson, Hardware hardware, Precision precision,
        Parallelism parallelism, Workload workload, Assumptions assumptions, Demand demand,
        List<Requirement> requirements, List<Figure> figures, List<Note> notes, View view,
        Map<String, Extras> extras, Ranges ranges) {

    public Plan {
        assumptions = assumptions.on(hardware.gpu().architecture(), model.id());
        requirements = List.copyOf(requirements);
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
        extras = Map.copyOf(extras);
    }

    /** A plan that is certain of all its numbers. */
    public Plan(String name, ModelSpec model, String modelJson, Hardware hardware, Precision precision,
            Parallelism parallelism, Workload workload, Assumptions assumptions, Demand demand,
            List<Requirement> requirements, List<Figure> figures, List<Note> notes, View view,
            Map<String, Extras> extras) {
        this(name, model, modelJson, hardware, precision, parallelism, workload, assumptions, demand, requirements,
                figures, notes, view, extras, Ranges.NONE);
    }

    /** A plan with every default: one GPU, one request. */
    public static Plan of(String name, ModelSpec model, Hardware hardware, Assumptions assumptions) {
        return new Plan(name, model, null, hardware, Precision.BF16, Parallelism.SINGLE, Workload.DEFAULT, assumptions,
                Demand.NONE, List.of(), List.of(), List.of(), View.NONE, Map.of());
    }

    /** With another name. */
    public Plan withName(String value) {
        return new Plan(value, model, modelJson, hardware, precision, parallelism, workload, assumptions, demand,
                requirements, figures, notes, view, extras, ranges);
    }

    /** With a model of the catalogue. */
    public Plan withModel(ModelSpec value) {
        return withModel(value, null);
    }

    /** With a model, inline when {@code json} is not null. */
    public Plan withModel(ModelSpec value, String json) {
        return new Plan(name, value, json, hardware, precision, parallelism, workload, assumptions, demand,
                requirements, figures, notes, view, extras, ranges);
    }

    /** With other accelerators. */
    public Plan withHardware(Hardware value) {
        return new Plan(name, model, modelJson, value, precision, parallelism, workload, assumptions, demand,
                requirements, figures, notes, view, extras, ranges);
    }

    /** With other number formats. */
    public Plan withPrecision(Precision value) {
        return new Plan(name, model, modelJson, hardware, value, parallelism, workload, assumptions, demand,
                requirements, figures, notes, view, extras, ranges);
    }

    /** With other degrees. */
    public Plan withParallelism(Parallelism value) {
        return new Plan(name, model, modelJson, hardware, precision, value, workload, assumptions, demand,
                requirements, figures, notes, view, extras, ranges);
    }

    /** With another workload. */
    public Plan withWorkload(Workload value) {
        return new Plan(name, model, modelJson, hardware, precision, parallelism, value, assumptions, demand,
                requirements, figures, notes, view, extras, ranges);
    }

    /** With other assumptions. */
    public Plan withAssumptions(Assumptions value) {
        return new Plan(name, model, modelJson, hardware, precision, parallelism, workload, value, demand,
                requirements, figures, notes, view, extras, ranges);
    }

    /** With other requirements. */
    public Plan withRequirements(List<Requirement> value) {
        return new Plan(name, model, modelJson, hardware, precision, parallelism, workload, assumptions, demand,
                value, figures, notes, view, extras, ranges);
    }

    /** With other notes. */
    public Plan withNotes(List<Note> value) {
        return new Plan(name, model, modelJson, hardware, precision, parallelism, workload, assumptions, demand,
                requirements, figures, value, view, extras, ranges);
    }

    /** With other choices of what is shown. */
    public Plan withView(View value) {
        return new Plan(name, model, modelJson, hardware, precision, parallelism, workload, assumptions, demand,
                requirements, figures, notes, value, extras, ranges);
    }

    /** With another demand. */
    public Plan withDemand(Demand value) {
        return new Plan(name, model, modelJson, hardware, precision, parallelism, workload, assumptions, value,
                requirements, figures, notes, view, extras, ranges);
    }

    /** With other ranges of its numbers. */
    public Plan withRanges(Ranges value) {
        return new Plan(name, model, modelJson, hardware, precision, parallelism, workload, assumptions, demand,
                requirements, figures, notes, view, extras, value);
    }
}
