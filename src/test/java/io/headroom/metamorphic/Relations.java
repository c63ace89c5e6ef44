package io.headroom.metamorphic;

import io.headroom.metamorphic.anchor.Anchors;
import io.headroom.metamorphic.plans.PlanText;
import io.headroom.metamorphic.plans.RandomPlans;
import io.headroom.metamorphic.plans.Shrinker;
import io.headroom.metamorphic.relation.AllRelations;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs relations on random plans. Alone: {@code Relations [plans] [seed]}; one plan of a run: its index is in the
 * message, and {@code new RandomPlans(seed).plan(index)} makes it again.
 */
public final class Relations {

    private final List<Relation> relations;
    private final Map<String, Integer> exercised = new LinkedHashMap<>();
    private final Map<String, String> violations = new LinkedHashMap<>();

    Relations(List<Relation> relations) {
        this.relations = relations;
        relations.forEach(r -> exercised.put(r.id(), 0));
    }

    /** How many plans each relation looked at. */
    Map<String, Integer> exercised() {
        return exercised;
    }

    /** The first violation of each broken relation, its plan made smaller. */
    Map<String, String> violations() {
        return violations;
    }

    void run(int plans, long seed) {
        RandomPlans random = new RandomPlans(seed);
        for (int i = 0; i < plans; i++) {
            check(random, seed, i, true);
        }
    }

    private void check(RandomPlans random, long seed, int index, boolean isExplained) {
        Plan plan = random.plan(index);
        long salt = random.salt(index);
        Sample sample = Sample.of(plan, salt);
        for (Relation relation : relations) {
            if (violations.containsKey(relation.id())) {
                continue;
            }
            switch (verdict(relation, sample)) {
                case Verdict.NotExercised none -> { }
                case Verdict.Holds holds -> exercised.merge(relation.id(), 1, Integer::sum);
                case Verdict.Violated violated -> violations.put(relation.id(), relation.statement() + "\n  "
                        + violated.text() + (isExplained ? explain(relation, plan, seed, index, salt) : ""));
            }
        }
    }

    private static Verdict verdict(Relation relation, Sample sample) {
        try {
            return relation.check().check(sample);
        } catch (ArithmeticException | IndexOutOfBoundsException e) {
            return new Verdict.Violated(e.toString());
        }
    }

    private static String explain(Relation relation, Plan plan, long seed, int index, long salt) {
        Plan small = new Shrinker().shrink(plan,
                p -> verdict(relation, Sample.of(p, salt)) instanceof Verdict.Violated);
        String text = verdict(relation, Sample.of(small, salt)) instanceof Verdict.Violated v ? v.text() : "";
        return "\n  seed " + seed + ", plan " + index + "; smaller: " + text + "\n" + PlanText.of(small);
    }

    /**
     * What anchors and relations say against the estimator, none if all is well; stops soon after the first complaint.
     * Called by reflection when the estimator is another than that of the class path.
     */
    public static List<String> violations(int plans, long seed) {
        List<String> complaints = new ArrayList<>();
        Anchors.complaints().forEach((id, text) -> complaints.add(id + ": " + text));
        Relations run = new Relations(AllRelations.list());
        RandomPlans random = new RandomPlans(seed);
        int batch = 50;
        // the first batch also after a complaint of an anchor, to hear what relations say of it
        for (int i = 0; i < plans && (complaints.isEmpty() && run.violations.isEmpty() || i == 0 || i % batch != 0); i++) {
            run.check(random, seed, i, false);
        }
        run.violations.forEach((id, text) -> complaints.add(id + ": " + text));
        return complaints;
    }

    public static void main(String[] args) {
        int plans = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Relations run = new Relations(AllRelations.list());
        run.run(plans, seed);
        run.exercised.forEach((id, n) -> System.out.println(id + " " + n));
        Anchors.complaints().forEach((id, text) -> System.out.println("VIOLATED " + id + ": " + text));
        run.violations.forEach((id, text) -> System.out.println("VIOLATED " + id + ": " + text));
    }
}
