package io.headroom.session.search;

import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which numbers of GPUs are asked about.
 *
 * @param numbers those that are set beside each other, rising; empty: the ones that have a plan
 * @param most the largest number
 */
public record GpuQuestion(List<Integer> numbers, int most) {

    /** The largest number that can be asked about. */
    public static final int MOST = 4_096;

    private static final Pattern UP_TO = Pattern.compile("up\\s*to\\s+(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LIST = Pattern.compile("\\d{1,9}(\\s*[,;\\s]\\s*\\d{1,9})*");
    /** So many plans of a review with different numbers are a question of their own. */
    private static final int SERIES = 3;
    /** A single GPU has no half; it is asked about this many times it. */
    private static final int HALF_OF_NONE = 4;

    public GpuQuestion {
        numbers = List.copyOf(numbers);
    }

    /** What {@code text} asks, "16,24,32,40" or "up to 64"; empty where it is neither. */
    public static Optional<GpuQuestion> parse(String text) {
        Matcher upTo = UP_TO.matcher(text.strip());
        if (upTo.matches()) {
            int most = Integer.parseInt(upTo.group(1));
            return isAsked(most) ? Optional.of(new GpuQuestion(List.of(), most)) : Optional.empty();
        }
        if (!LIST.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : text.strip().split("[,;\\s]+")) {
            numbers.add(Integer.parseInt(part));
        }
        return isAsked(numbers.first()) && isAsked(numbers.last()) ? Optional.of(of(numbers)) : Optional.empty();
    }

    /** What is asked unless somebody types: the numbers of the review's plans, or half and twice that of the plan; of one, 1, 2, 4. */
    public static GpuQuestion about(Plan plan, Review review) {
        TreeSet<Integer> numbers = new TreeSet<>();
        review.plans().forEach(p -> numbers.add(gpus(p)));
        if (numbers.size() < SERIES) {
            int own = gpus(plan);
            numbers.clear();
            numbers.add(own);
            numbers.add(2 * own);
            numbers.add(own > 1 ? own / 2 : HALF_OF_NONE * own);
        }
        numbers.removeIf(n -> !isAsked(n));
        return of(numbers.isEmpty() ? new TreeSet<>(List.of(MOST)) : numbers);
    }

    private static GpuQuestion of(TreeSet<Integer> numbers) {
        return new GpuQuestion(new ArrayList<>(numbers), numbers.last());
    }

    private static boolean isAsked(int number) {
        return number >= 1 && number <= MOST;
    }

    /** Those of a plan; where its groups are not whole, of a plan as large without experts. */
    static int gpus(Plan plan) {
        Parallelism p = plan.parallelism();
        long gpus = Groups.areWhole(p) ? Groups.of(p).gpus()
                : (long) p.tensor() * p.context() * p.pipeline() * p.data();
        return (int) Math.min(gpus, MOST);
    }

    /** As it is typed. */
    public String text() {
        return numbers.isEmpty() ? "up to " + most
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
