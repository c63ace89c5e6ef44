package io.headroom.report.read.review;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.NumberFormat;
import io.headroom.check.audit.Open;
import io.headroom.check.audit.ReadPlan;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Demand;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Note;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Review;
import io.headroom.plan.View;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.claim.Subject;
import io.headroom.report.read.claim.Subjects;
import io.headroom.report.read.structure.Outline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes plans of what a report states. */
public final class ReviewBuilder {

    private final Facts facts;
    private final Catalog catalog;
    private final String name;
    private final List<OpenPoint> open = new ArrayList<>();

    private ReviewBuilder(Facts facts, Catalog catalog, String name) {
        this.facts = facts;
        this.catalog = catalog;
        this.name = name;
    }

    /**
     * Plans of a report.
     *
     * @param review the plans with their limits and figures
     * @param plans each with what was assumed
     * @param open what a person should confirm
     */
    public record Built(Review review, List<ReadPlan> plans, List<OpenPoint> open) {
    }

    /**
     * The plans that {@code outline} describes.
     *
     * @param numbers its numbers
     * @param subjects its plans by name
     * @param name title of the report
     */
    public static Built build(Outline outline, List<Found> numbers, Subjects subjects, String name, Catalog catalog) {
        return new ReviewBuilder(new Facts(outline, numbers, subjects), catalog, name).build();
    }

    /** Name of the plan of a report that tells no plans apart: by its GPUs. */
    public static String onlyName(List<Found> numbers) {
        return numbers.stream().map(Found::claim).filter(c -> c.metric().equals("gpus") && c.scope().isEmpty()).findFirst()
                .map(c -> Math.round(c.si()) + "-gpus").orElse("plan");
    }

    private Built build() {
        ModelChoice model = ModelChoice.of(facts, catalog, open);
        Hardware hardware = HardwareChoice.of(facts, catalog, open);
        var limits = Limits.requirements(facts, hardware.gpu().hbmBytes(), open);
        List<String> names = facts.subjects().areNamed() ? facts.subjects().all().stream().map(Subject::name).toList()
                : List.of(onlyName(facts.numbers()));
        Serving serving = new Serving(facts, open);
        List<Plan> plans = new ArrayList<>();
        for (String plan : names) {
            var layout = LayoutChoice.of(facts, plan, model.spec(), open);
            String engine = Serving.engine(plan);
            Precision precision = PrecisionChoice.of(facts, plan, model.json() == null, open);
            plans.add(new Plan(plan, model.spec(), model.json(), hardware, precision, layout, serving.workload(plan, engine),
                    assumptions(engine, serving), serving.demand(), limits, Limits.figures(facts, plan, name), List.of(), View.NONE, Map.of()));
        }
        return new Built(review(plans), plans.stream().map(p -> new ReadPlan(noted(p), openOf(p.name()))).toList(), List.copyOf(open));
    }

    private Review review(List<Plan> plans) {
        String baseline = plans.stream().map(Plan::name).filter(n -> facts.subjects().all().stream().anyMatch(s -> s.name().equals(n)
                && s.words().stream().anyMatch(w -> w.matches("(?:baseline|original|previous|old|initial|existing).*")))).findFirst()
                .orElse(plans.getFirst().name());
        return new Review(name, baseline, plans.stream().map(this::noted).toList(), Extras.NONE);
    }

    private Assumptions assumptions(String engine, Serving serving) {
        Map<Knob, Double> given = serving.knobs(engine);
        return new Assumptions(catalog.profile("plan").orElseGet(() -> catalog.profiles().getFirst()), engine, given);
    }

    private Plan noted(Plan p) {
        List<Note> notes = open.stream().filter(o -> o.plan().isEmpty() || o.plan().equals(p.name()))
                .map(o -> new Note(o.on(), o.text(), Extras.NONE)).toList();
        return p.withNotes(notes);
    }

    private Set<Open> openOf(String plan) {
        Set<Open> set = EnumSet.noneOf(Open.class);
        open.stream().filter(o -> o.what() != null && (o.plan().isEmpty() || o.plan().equals(plan))).forEach(o -> set.add(o.what()));
        return set;
    }

    /** Formats by name. */
    static NumberFormat format(String text) {
        return java.util.Arrays.stream(NumberFormat.values()).filter(f -> f.key().equalsIgnoreCase(text)).findFirst().orElse(null);
    }

    static Demand demand(double tokensPerDay) {
        return new Demand(tokensPerDay, 1);
    }
}
