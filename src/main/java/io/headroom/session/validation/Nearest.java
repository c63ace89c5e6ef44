package io.headroom.session.validation;

import io.headroom.plan.Plan;
import io.headroom.plan.Workload;
import io.headroom.validate.ErrorStatistics;
import io.headroom.validate.read.Load;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * The measured rows that say most about a plan: those that share most of model, accelerator and engine with it.
 *
 * @param closeness what they share
 * @param errors their errors
 * @param rows the few nearest in load, the nearest first
 */
public record Nearest(Closeness closeness, ErrorStatistics errors, List<Point> rows) {

    private static final int FEW = 5;
    // a factor in requests at once changes a step as much as the same factor in tokens: one scale for all three
    private static final double NO_LOAD = 1;

    /** What rows and a plan have in common, the nearest first. */
    public enum Closeness {
        SAME_ALL("of this model on this GPU under this engine",
                (a, b) -> isModel(a, b) && isGpu(a, b) && isEngine(a, b)),
        SAME_MODEL_AND_GPU("of this model on this GPU under other engines", (a, b) -> isModel(a, b) && isGpu(a, b)),
        SAME_MODEL_AND_ENGINE("of this model under this engine on other GPUs",
                (a, b) -> isModel(a, b) && isEngine(a, b)),
        SAME_MODEL("of this model on other GPUs under other engines", Closeness::isModel),
        SAME_GPU_AND_ENGINE("of other models on this GPU under this engine", (a, b) -> isGpu(a, b) && isEngine(a, b)),
        SAME_GPU("of other models on this GPU under other engines", Closeness::isGpu),
        SAME_ENGINE("of other models on other GPUs under this engine", Closeness::isEngine),
        NONE("that share neither model nor GPU nor engine", (a, b) -> true);

        private final String words;
        private final BiPredicate<Plan, Plan> test;

        Closeness(String words, BiPredicate<Plan, Plan> test) {
            this.words = words;
            this.test = test;
        }

        /** What they have in common, behind "rows". */
        public String words() {
            return words;
        }

        private static boolean isModel(Plan a, Plan b) {
            return a.model().id().equals(b.model().id());
        }

        private static boolean isGpu(Plan a, Plan b) {
            return a.hardware().gpu().id().equals(b.hardware().gpu().id());
        }

        private static boolean isEngine(Plan a, Plan b) {
            return a.assumptions().engine() != null
                    && Objects.equals(a.assumptions().engine(), b.assumptions().engine());
        }
    }

    /** The rows of {@code scope} that are nearest to {@code plan}; none where there is no such row at all. */
    public static Nearest to(Plan plan, Scope scope, List<Point> all) {
        List<Point> rows = all.stream().filter(p -> p.row().quantity() == scope.quantity() && !p.isDoubted()
                && p.origin() == Point.Origin.PUBLIC).toList();
        for (Closeness closeness : Closeness.values()) {
            List<Point> near = rows.stream().filter(p -> closeness.test.test(plan, p.plan())).toList();
            if (!near.isEmpty() || closeness == Closeness.NONE) {
                return new Nearest(closeness, ErrorStatistics.of(near.stream().map(Point::row).toList()),
                        near.stream().sorted(Comparator.comparingDouble(p -> distance(plan, p))).limit(FEW).toList());
            }
        }
        throw new AssertionError("the last closeness takes every row");
    }

    /** How far apart two loads and degrees are: the length of the vector of the logarithms of their ratios. */
    private static double distance(Plan plan, Point point) {
        Workload a = plan.workload();
        Workload b = point.plan().workload();
        double requests = switch (point.row().configuration().load()) {
            case Load.Closed c -> log(c.requests(), a.concurrentRequests());
            case Load.Static s -> log(s.requests(), a.concurrentRequests());
            case Load.Open _, Load.Offline _, Load.None _ -> NO_LOAD;
        };
        double in = log(a.inputTokens(), b.inputTokens());
        double out = log(a.outputTokens(), b.outputTokens());
        double tensor = log(plan.parallelism().tensor(), point.plan().parallelism().tensor());
        return Math.sqrt(requests * requests + in * in + out * out + tensor * tensor);
    }

    private static double log(double a, double b) {
        return Math.log(Math.max(1, a) / Math.max(1, b));
    }
}
