package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.NumberFormat;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Demand;
import io.headroom.plan.Extras;
import io.headroom.plan.Figure;
import io.headroom.plan.Hardware;
import io.headroom.plan.Note;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Ranges;
import io.headroom.plan.Requirement;
import io.headroom.plan.Review;
import io.headroom.plan.View;
import io.headroom.plan.Workload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Valid reviews from a seed: every field at its ends as often as between them, unknown keys at every level. */
final class RandomReviews {

    private static final String[] SECTIONS =
        {"", "hardware", "precision", "parallelism", "workload", "assumptions", "demand", "view"};

    private static final String[] WORDS = {"", "a", "ttft.burst.last", "µs", "„quoted\" \\ text“", "line\nend\t\u0001",
        "😀 \u202e left", "=1+1", "tokens/s", "\u2028"};

    private static final String[] VALUES = {"1", "0.10", "-0.0", "1e400", "null", "true", "\"x\"", "[]", "{}",
        "[1,[2,{\"a\":null}]]", "{\"tensor\":\"deep\",\"é\":[1.50]}"};

    private final SplittableRandom random;
    private final Catalog catalog;
    private final List<Plan> inline;

    RandomReviews(long seed, Catalog catalog) throws JsonRefused {
        this.random = new SplittableRandom(seed);
        this.catalog = catalog;
        this.inline = inlinePlans(catalog);
    }

    Review next() {
        List<Plan> plans = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            plans.add(plan());
        }
        Map<String, String> extras = new LinkedHashMap<>(extras().json());
        if (random.nextInt(5) == 0) {
            extras.put("view", "{\"starred\":[\"parallelism.tensor\"],\"pins\":[]}");
        }
        return new Review(word(), word(), plans, new Extras(extras));
    }

    private Plan plan() {
        Map<String, Extras> extras = new HashMap<>();
        for (String section : SECTIONS) {
            if (random.nextInt(6) == 0) {
                extras.put(section, new Extras(Map.of("x-" + word(), VALUES[random.nextInt(VALUES.length)])));
            }
        }
        Plan base = pick(inline);
        boolean whole = random.nextInt(3) == 0;
        return new Plan(word(), whole ? base.model() : pick(catalog.models()), whole ? base.modelJson() : null,
                hardware(), new Precision(pick(NumberFormat.values()), pick(NumberFormat.values()),
                        pick(NumberFormat.values()), pick(NumberFormat.values())),
                parallelism(), workload(), assumptions(), demand(), list(this::requirement), list(this::figure),
                list(() -> new Note(word(), word(), extras())), view(), extras, ranges());
    }

    private Ranges ranges() {
        Ranges ranges = Ranges.NONE;
        for (RangeField field : RangeField.ALL) {
            if (random.nextInt(12) == 0) {
                double middle = field.min() + (field.max() - field.min()) * random.nextDouble();
                double from = field.isWhole() ? Math.rint(middle) : middle;
                ranges = ranges.with(field.key(), new Ranges.Range(from, random.nextBoolean() ? from : field.max()));
            }
        }
        return ranges;
    }

    private Hardware hardware() {
        Plan base = pick(inline);
        boolean whole = random.nextInt(3) == 0;
        return new Hardware(whole ? base.hardware().gpu() : pick(catalog.gpus()),
                whole ? base.hardware().gpuJson() : null,
                new Hardware.Given(someWhole(NumberField.GPUS_PER_NODE), some(NumberField.INTRA_NODE_BANDWIDTH),
                        some(NumberField.INTER_NODE_BANDWIDTH), some(NumberField.INTRA_NODE_LATENCY),
                        some(NumberField.INTER_NODE_LATENCY), some(NumberField.PRICE),
                        random.nextBoolean() ? null : word()));
    }

    private Parallelism parallelism() {
        return new Parallelism(someWhole(NumberField.TENSOR), someWhole(NumberField.PIPELINE), someWhole(NumberField.DATA),
                someWhole(NumberField.EXPERT), someWhole(NumberField.CONTEXT), random.nextBoolean(),
                list(() -> wholeBetween(NumberField.LAYERS_PER_STAGE)));
    }

    private Workload workload() {
        int min = wholeBetween(NumberField.INPUT_TOKENS_RANGE);
        Workload.TokenRange range = new Workload.TokenRange(min, random.nextInt(min, 10_000_001));
        return new Workload(someWhole(NumberField.CONCURRENT_REQUESTS), someWhole(NumberField.INPUT_TOKENS),
                someWhole(NumberField.OUTPUT_TOKENS), random.nextBoolean() ? null : range, some(NumberField.ARRIVAL_RATE),
                someWhole(NumberField.MAX_BATCHED_TOKENS), someWhole(NumberField.MAX_CONCURRENT_SEQUENCES));
    }

    private Assumptions assumptions() {
        Map<Knob, Double> given = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.values()) {
            if (!knob.isLatency() && random.nextInt(4) == 0) {
                given.put(knob, between(knob.min(), knob.max()));
            }
        }
        return new Assumptions(pick(catalog.profiles()), random.nextBoolean() ? null : word(), given);
    }

    private Demand demand() {
        return new Demand(some(NumberField.TOKENS_PER_DAY), some(NumberField.UTILIZATION));
    }

    private Requirement requirement() {
        return new Requirement("m" + word(), pick(Requirement.Bound.values()),
                between(NumberField.LIMIT.min(), NumberField.LIMIT.max()), word(), some(NumberField.MARGIN),
                random.nextBoolean(), extras());
    }

    private Figure figure() {
        return new Figure("m" + word(), between(NumberField.FIGURE.min(), NumberField.FIGURE.max()), word(),
                pick(Figure.Kind.values()), word(), extras());
    }

    private View view() {
        return random.nextBoolean() ? View.NONE : new View(list(this::word), list(this::word));
    }

    private Extras extras() {
        Map<String, String> extras = new LinkedHashMap<>();
        while (random.nextInt(3) == 0) {
            extras.put("x-" + word(), VALUES[random.nextInt(VALUES.length)]);
        }
        return new Extras(extras);
    }

    private int someWhole(NumberField field) {
        return random.nextInt(3) == 0 ? (int) field.absent() : wholeBetween(field);
    }

    private double some(NumberField field) {
        return random.nextInt(3) == 0 ? field.absent() : between(field.min(), field.max());
    }

    private int wholeBetween(NumberField field) {
        return switch (random.nextInt(4)) {
            case 0 -> field.leastWhole();
            case 1 -> field.mostWhole();
            default -> random.nextInt(field.leastWhole(), field.mostWhole() + 1);
        };
    }

    private double between(double min, double max) {
        return switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            case 2 -> Math.max(min, Math.rint(random.nextDouble(min, max)));
            default -> random.nextDouble(min, max);
        };
    }

    private String word() {
        String word = pick(WORDS);
        return random.nextInt(20) == 0 ? (word + "x").repeat(8) : word;
    }

    private <T> List<T> list(Supplier<T> items) {
        List<T> list = new ArrayList<>();
        while (list.size() < 9 && random.nextInt(3) > 0) {
            list.add(items.get());
        }
        return list;
    }

    private <T> T pick(T[] items) {
        return items[random.nextInt(items.length)];
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static List<Plan> inlinePlans(Catalog catalog) throws JsonRefused {
        String[][] entries = {
            {"{\"basedOn\": \"qwen3-235b-a22b\", \"layers\": 40, \"moe\": {\"topK\": 2}, \"mine\": [1.50]}",
                "{\"basedOn\": \"h100-sxm\", \"hbmBytes\": 120e9, \"peakFlops\": {\"fp8\": null}}"},
            {"{\"layers\": 2, \"hidden\": 64, \"vocabulary\": 100, \"maxContextTokens\": 10, \"ffn\": {\"width\": 9},"
                + "\"attention\": {\"kind\": \"gqa\", \"heads\": 4, \"kvHeads\": 2, \"headDim\": 16}, \"id\": \"tiny\"}",
                "{\"id\": \"card\", \"peakFlops\": {\"bf16\": 4e14}, \"hbmBytes\": 64e9, \"hbmBytesPerSecond\": 1.8e12}"},
        };
        List<Plan> plans = new ArrayList<>();
        for (String[] e : entries) {
            String file = "{\"format\": \"headroom/plan\", \"version\": 1, \"plans\": [{\"model\": " + e[0]
                    + ", \"hardware\": {\"gpu\": " + e[1] + "}}]}";
            plans.add(PlanFile.read("inline", file.getBytes(StandardCharsets.UTF_8), catalog).review().plans()
                    .getFirst());
        }
        return plans;
    }

    /** A review as readable text, for the message of a failed test. */
    static String text(Review review) {
        byte[] bytes = PlanFile.write(review);
        assert JsonReader.MAX_BYTES > bytes.length;
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
