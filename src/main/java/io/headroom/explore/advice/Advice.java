package io.headroom.explore.advice;

import io.headroom.check.Judgement;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Holding;
import io.headroom.check.legal.rule.Legality;
import io.headroom.explore.division.ModuleDivision;
import io.headroom.explore.division.RankMap;
import io.headroom.explore.question.Answer;
import io.headroom.explore.question.BindingOrder;
import io.headroom.explore.question.Question;
import io.headroom.explore.question.Questions;
import io.headroom.explore.question.Shortfall;
import io.headroom.explore.rating.Rating;
import io.headroom.explore.rating.Ratings;
import io.headroom.explore.repair.Diagnosis;
import io.headroom.explore.repair.Repairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a reader of a plan should do about it.
 *
 * @param judgement the plan and what follows from it
 * @param shortfalls what every missed requirement would take, hard and soft ones
 * @param order which limit ends the growth of the batch, and which would be next
 * @param diagnoses findings worst first, then what is more than needed; each with its fixes
 * @param holdings the rules that hold
 * @param ratings every parallel choice
 * @param share who holds what; empty where there are no numbers
 * @param answers the reverse questions, in their order
 */
public record Advice(Judgement judgement, List<Shortfall> shortfalls, BindingOrder order, List<Diagnosis> diagnoses,
        List<Holding> holdings, List<Rating> ratings, Optional<Share> share, List<Answer> answers) {

    private static final String REQUIREMENT = "requirement.";

    public Advice {
        shortfalls = List.copyOf(shortfalls);
        diagnoses = List.copyOf(diagnoses);
        holdings = List.copyOf(holdings);
        ratings = List.copyOf(ratings);
        answers = List.copyOf(answers);
    }

    /**
     * Who holds what.
     *
     * @param division modules of every stage
     * @param map every GPU and the links of its groups
     */
    public record Share(ModuleDivision division, RankMap map) {
    }

    /** All of it: some milliseconds to some hundreds of them. */
    public static Advice of(Judgement judgement) {
        return of(judgement, () -> true).orElseThrow();
    }

    /** All of it, or nothing where {@code isWanted} turns false on the way; asked between the parts. */
    public static Optional<Advice> of(Judgement judgement, BooleanSupplier isWanted) {
        if (!isWanted.getAsBoolean()) {
            return Optional.empty();
        }
        List<Diagnosis> diagnoses = Repairs.of(judgement);
        if (!isWanted.getAsBoolean()) {
            return Optional.empty();
        }
        List<Shortfall> shortfalls = Shortfall.of(judgement);
        if (!isWanted.getAsBoolean()) {
            return Optional.empty();
        }
        BindingOrder order = BindingOrder.of(judgement);
        List<Answer> answers = new ArrayList<>();
        for (Question question : Question.values()) {
            if (!isWanted.getAsBoolean()) {
                return Optional.empty();
            }
            answers.add(Questions.of(judgement, question));
        }
        Optional<Share> share = judgement.estimate().map(e -> new Share(ModuleDivision.of(e), RankMap.of(e)));
        return Optional.of(new Advice(judgement, shortfalls, order, diagnoses, Legality.holdings(judgement.plan()),
                Ratings.of(judgement), share, answers));
    }

    /** What the requirement at {@code index} of the plan would take; empty where it is not missed. */
    public Optional<Shortfall> shortfall(int index) {
        return shortfalls.stream().filter(s -> s.status().equals(judgement.requirements().get(index))).findFirst();
    }

    /** The fixes of a missed requirement; empty where it is not missed. */
    public Optional<Diagnosis> diagnosis(RequirementStatus status) {
        String rule = REQUIREMENT + status.requirement().metric();
        return diagnoses.stream().filter(d -> d.rule().equals(rule) && d.sentence().equals(Repairs.missing(status)))
                .findFirst();
    }

    /** Whether {@code diagnosis} is about a missed requirement and not about a rule, the memory or a surplus. */
    public boolean isOfRequirement(Diagnosis diagnosis) {
        return diagnosis.rule().startsWith(REQUIREMENT);
    }
}
