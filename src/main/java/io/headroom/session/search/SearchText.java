package io.headroom.session.search;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.Alternatives;
import io.headroom.explore.alternative.Distance;
import io.headroom.explore.search.Found;
import io.headroom.explore.search.LayoutLabel;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.SearchResult;
import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a search found, in words. */
public final class SearchText {

    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("heads.tensor", "TP does not divide the query heads"),
            Map.entry("linearHeads.tensor", "TP does not divide the heads of linear layers"),
            Map.entry("ffn.tensor", "TP does not divide the width of the FFN"),
            Map.entry("experts.width", "TP does not divide the width of experts"),
            Map.entry("experts.expert", "EP does not divide the experts"),
            Map.entry("groups.whole", "TP × CP and EP do not fit into each other"),
            Map.entry("blocks.ffn", "a shard of the FFN cuts a quantization block"),
            Map.entry("blocks.experts", "a shard of an expert cuts a quantization block"));

    private SearchText() {
    }

    /** Why plans were rejected and how many, most first: "does not fit in memory", "868". */
    public static List<Map.Entry<String, String>> rejected(SearchAnswer answer, Formatter format) {
        return answer.all().rejected().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> Map.entry(reason(entry.getKey()), count(entry.getValue(), format))).toList();
    }

    private static String reason(String id) {
        if (id.equals(SearchResult.MEMORY)) {
            return "Does not fit in memory";
        }
        return Metric.byId(id).map(metric -> "Limit: " + metric.label())
                .orElseGet(() -> "Rule: " + RULES.getOrDefault(id, id));
    }

    /** How far the plan is from the front. */
    public static String distance(SearchAnswer answer, Optional<Distance> distance, Formatter format) {
        return distance.map(d -> d.words(format)).orElse(answer.all().front().isEmpty()
                ? "No layout passes, so there is no front." : "This plan does not fit: it has no place beside the front.");
    }

    /** Which numbers of GPUs have a layout that passes. */
    public static String supported(SearchAnswer answer, Formatter format) {
        String upTo = " of " + (answer.all().space().gpus().most() == 1 ? "1 GPU"
                : "1–" + count(answer.all().space().gpus().most(), format) + " GPUs");
        return answer.all().passing() == 0 ? "None" + upTo + " has a layout that passes."
                : answer.all().gpuRanges(format) + upTo + " have a layout that passes.";
    }

    /** Which limits were left out; empty where none was. */
    public static String waived(SearchAnswer answer) {
        return answer.waived().isEmpty() ? "" : "No layout keeps the limit on " + answer.waived().stream()
                .map(Requirement::metric).map(id -> Metric.byId(id).map(SearchText::lower).orElse(id))
                .collect(Collectors.joining(", nor on ")) + ": searched without it.";
    }

    /** Inside a sentence; abbreviations stay as they are. */
    private static String lower(Metric metric) {
        String label = metric.label();
        return Character.isLowerCase(label.charAt(1)) ? label.substring(0, 1).toLowerCase(Locale.ROOT)
                + label.substring(1) : label;
    }

    /** What was searched: visited + skipped = all. */
    public static String size(SearchAnswer answer, Formatter format) {
        SearchResult all = answer.all();
        return count(all.visited(), format) + " estimated + " + count(all.skippedPlans(), format)
                + " proved away = " + count(all.size(), format) + " layouts, " + count(all.passing(), format)
                + " pass; in " + format.text(answer.seconds(), Dimension.SECONDS) + ".";
    }

    /** What the row of {@code gpus} is the best of all rows at: "$/1M, TTFT". */
    public static String sweetSpots(Alternatives alternatives, int gpus) {
        List<String> words = new ArrayList<>();
        for (Objective objective : Objective.values()) {
            if (alternatives.sweetSpot(objective).filter(row -> row.gpus() == gpus).isPresent()) {
                words.add(word(objective));
            }
        }
        return String.join(", ", words);
    }

    /** As its column is headed. */
    private static String word(Objective objective) {
        return switch (objective) {
            case FEWEST_GPUS -> "GPUs";
            case CHEAPEST -> "$/1M";
            case LOWEST_TTFT -> "TTFT";
            case LOWEST_TPOT -> "TPOT";
            case MOST_TOKENS_PER_GPU -> "tok/s/GPU";
            case MOST_TOKENS -> "tok/s";
            case MOST_HEADROOM -> "headroom";
        };
    }

    /** {@code metric} of {@code found}. */
    public static String value(Found found, Metric metric, Formatter format) {
        return format.text(found.estimate().get(metric), metric.dimension());
    }

    /** A plan of the front in three lines. */
    public static String point(Found found, SearchWish wish, Formatter format) {
        return LayoutLabel.of(found.plan()) + " on " + gpus(found.estimate(), format) + "\n"
                + metric(found.estimate(), wish.across(), format) + "\n" + metric(found.estimate(), wish.up(), format);
    }

    /** The plan on screen in three lines. */
    public static String own(Estimate own, SearchWish wish, Formatter format) {
        return "This plan: " + LayoutLabel.of(own.plan()) + " on " + gpus(own, format) + "\n"
                + metric(own, wish.across(), format) + "\n" + metric(own, wish.up(), format);
    }

    private static String gpus(Estimate estimate, Formatter format) {
        long gpus = estimate.groups().gpus();
        return gpus == 1 ? "1 GPU" : count(gpus, format) + " GPUs";
    }

    private static String metric(Estimate estimate, Metric metric, Formatter format) {
        return metric.label() + ": " + format.text(estimate.get(metric), metric.dimension());
    }

    /** What stands in the row of a number of GPUs without a plan to show. */
    public static String nothing(Alternatives.Row row, Objective objective) {
        return row.result().passing() == 0 ? "no layout passes" : word(objective) + " not known";
    }

    private static String count(long n, Formatter format) {
        return format.text(n, Dimension.COUNT);
    }
}
