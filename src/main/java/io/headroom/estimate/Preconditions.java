package io.headroom.estimate;

import io.headroom.estimate.layout.Groups;
import io.headroom.estimate.timing.PrefillModel;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import java.util.ArrayList;
import java.util.List;

/** What must hold before anything can be estimated; all that fails is named at once. */
final class Preconditions {

    private Preconditions() {
    }

    static List<String> failures(Plan plan) {
        Parallelism p = plan.parallelism();
        int layers = plan.model().layers();
        boolean isWhole = Groups.areWhole(p);
        if (isWhole && p.pipeline() <= layers && p.layersPerStage().isEmpty() && hasFigures(plan)
                && plan.workload().promptPasses() <= PrefillModel.MOST_CHUNKS) {
            return List.of();
        }
        List<String> failures = new ArrayList<>();
        if (!isWhole) {
            failures.add(Groups.whyNotWhole(p) + ".");
        }
        if (p.pipeline() > layers) {
            failures.add("PP " + p.pipeline() + " stages need at least as many layers; the model has " + layers + ".");
        }
        passes(plan.workload(), failures);
        stageList(p, layers, failures);
        figures(plan, failures);
        return failures;
    }

    private static void passes(Workload w, List<String> failures) {
        if (w.promptPasses() > PrefillModel.MOST_CHUNKS) {
            failures.add("A prompt of " + w.inputTokens() + " tokens in passes of " + w.maxBatchedTokens() + " is "
                    + w.promptPasses() + " passes; at most " + PrefillModel.MOST_CHUNKS + " are estimated.");
        }
    }

    private static void stageList(Parallelism p, int layers, List<String> failures) {
        List<Integer> given = p.layersPerStage();
        if (given.isEmpty()) {
            return;
        }
        long sum = 0;
        boolean hasEmptyStage = false;
        for (int n : given) {
            sum += n;
            hasEmptyStage |= n < 1;
        }
        if (given.size() != p.pipeline()) {
            failures.add("layersPerStage names " + given.size() + " stages; PP is " + p.pipeline() + ".");
        }
        if (sum != layers) {
            failures.add("layersPerStage " + given + " holds " + sum + " layers; the model has " + layers + ".");
        }
        if (hasEmptyStage) {
            failures.add("layersPerStage " + given + ": every stage needs at least one layer.");
        }
    }

    private static boolean hasFigures(Plan plan) {
        return plan.hardware().missingFigures().isEmpty() && (isAlone(plan) || !Double.isNaN(plan.hardware().intraNodeBytesPerSecond()));
    }

    private static void figures(Plan plan, List<String> failures) {
        Hardware hardware = plan.hardware();
        for (String key : hardware.missingFigures()) {
            failures.add("The catalogue entry of " + hardware.gpu().name() + " gives no " + key
                    + "; an estimate needs it. State it in an inline GPU based on \"" + hardware.gpu().id() + "\".");
        }
        if (!isAlone(plan) && Double.isNaN(hardware.intraNodeBytesPerSecond())) {
            failures.add("The catalogue entry of " + hardware.gpu().name()
                    + " gives no intraNodeBytesPerSecond; several GPUs need it. State hardware.intraNodeBytesPerSecond.");
        }
    }

    private static boolean isAlone(Plan plan) {
        Parallelism p = plan.parallelism();
        return p.tensor() == 1 && p.context() == 1 && p.expert() == 1 && p.pipeline() == 1;
    }
}
