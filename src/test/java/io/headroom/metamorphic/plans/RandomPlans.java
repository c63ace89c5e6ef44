package io.headroom.metamorphic.plans;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.Knob;
import io.headroom.catalog.LinkSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.Profile;
import io.headroom.catalog.Provenance;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Demand;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;
import io.headroom.plan.Precision;
import io.headroom.plan.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Valid plans from a seed: half with a model of the catalogue, half with a random one, so with the hardware; three
 * in ten of every number at a boundary (1, a prime, the most, what does not divide, one beside a block or chunk).
 */
public final class RandomPlans {

    /** Boundaries come up so often. */
    private static final double BOUNDARY = 0.3;
    /** A prompt of more chunks would only take longer to time. */
    private static final int MOST_CHUNKS = 24;

    private final Catalog catalog = CatalogFiles.load();
    private final List<GpuSpec> gpus = catalog.gpus().stream().filter(g -> g.missingFigures().isEmpty()
            && !Double.isNaN(g.links().intraNodeBytesPerSecond())).toList();
    private final List<Profile> profiles = List.of(catalog.profile("plan").orElseThrow(),
            catalog.profile("ideal").orElseThrow(), catalog.profile("calibrated").orElseThrow());
    private final long seed;
    private SplittableRandom random;

    public RandomPlans(long seed) {
        this.seed = seed;
    }

    /** The plan of this index: always the same. */
    public Plan plan(int index) {
        random = new SplittableRandom(salt(index));
        ModelSpec model = random.nextBoolean() ? new RandomModels(random).next()
                : catalog.models().get(random.nextInt(catalog.models().size()));
        Parallelism degrees = degrees(model);
        Hardware hardware = new Hardware(random.nextInt(3) == 0 ? gpu() : gpus.get(random.nextInt(gpus.size())), null,
                given());
        return new Plan("random", model, null, hardware, precision(), degrees, workload(model, degrees), assumptions(),
                demand(), List.of(), List.of(), List.of(), io.headroom.plan.View.NONE, Map.of());
    }

    /** A seed of the plan of this index. */
    public long salt(int index) {
        return seed * 1_000_003 + index;
    }

    private Parallelism degrees(ModelSpec model) {
        int t = at() ? pick(1, 3, 5, 7, 12, 64) : pick(1, 1, 2, 2, 4, 8, 16);
        int c = random.nextInt(10) < 7 ? 1 : at() ? pick(3, 16) : pick(2, 4);
        int e = 1;
        if (model.isMoe() && random.nextInt(10) < 7) {
            List<Integer> whole = new ArrayList<>();
            for (int d = 1; d <= t * c; d++) {
                if (t * c % d == 0) {
                    whole.add(d);
                }
            }
            for (int times : new int[] {2, 2, 3, 4, 8, 16}) {
                whole.add(t * c * times);
            }
            e = whole.get(random.nextInt(whole.size()));
        }
        int layers = model.layers();
        int p = Math.min(layers, at() ? pick(1, layers, 3, 5) : pick(1, 1, 1, 2, 2, 4, 8));
        int r = at() ? pick(1, 7, 64) : pick(1, 1, 2, 3, 4);
        return new Parallelism(t, p, r, e, c, t > 1 && random.nextInt(3) == 0,
                p > 1 && random.nextInt(4) == 0 ? stages(layers, p) : List.of());
    }

    private List<Integer> stages(int layers, int p) {
        List<Integer> stages = new ArrayList<>();
        int left = layers;
        for (int s = p - 1; s > 0; s--) {
            int n = Math.min(left - s, random.nextInt(1, 2 * layers / p + 1));
            stages.add(n);
            left -= n;
        }
        stages.add(left);
        return stages;
    }

    private Workload workload(ModelSpec model, Parallelism p) {
        int chunk = at() ? pick(16, 511, 65536) : pick(512, 2048, 4096, 8192, 8192, 8192, 16384);
        int window = model.shape().slidingWindow() == null ? 4096 : model.shape().slidingWindow().windowTokens();
        int input = at() ? pick(1, 15, 16, 17, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk - 1, window, window + 1)
                : logarithmic(16, 40_000);
        int output = at() ? pick(1, 1, 2, 15, 16, 17) : logarithmic(2, 4000);
        int ranks = p.data() * Math.max(1, p.expert() / (p.tensor() * p.context()));
        int requests = at() ? pick(1, 1, ranks, ranks + 1, ranks * p.pipeline(), 2 * ranks * p.pipeline() - 1, 1_000_003)
                : logarithmic(1, 2000);
        return new Workload(requests, Math.min(input, MOST_CHUNKS * chunk), output, null, Double.NaN, chunk,
                random.nextInt(4) == 0 ? logarithmic(1, 4000) : 0);
    }

    private Precision precision() {
        NumberFormat[] all = NumberFormat.values();
        NumberFormat weights = random.nextInt(3) == 0 ? NumberFormat.BF16 : all[random.nextInt(all.length)];
        NumberFormat experts = random.nextBoolean() ? weights : all[random.nextInt(all.length)];
        return new Precision(weights, experts, random.nextBoolean() ? NumberFormat.BF16 : all[random.nextInt(all.length)],
                random.nextInt(3) > 0 ? NumberFormat.BF16 : all[random.nextInt(all.length)]);
    }

    private Assumptions assumptions() {
        Profile profile = profiles.get(random.nextInt(profiles.size()));
        String engine = profile.engines().isEmpty() || random.nextBoolean() ? null : random.nextBoolean() ? "sglang" : "vllm";
        Map<Knob, Double> given = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.values()) {
            if (!knob.isLatency() && random.nextInt(8) == 0) {
                given.put(knob, at() ? profile.constants().get(knob) : switch (knob) {
                    case MFU, ATTENTION_MFU, MBU, LINK_EFFICIENCY, USABLE_MEMORY, ATTENTION_BANDWIDTH, EXPERT_BANDWIDTH,
                         EXPERT_MFU, BLOCK_SCALED_MFU ->
                        between(0.2, 1);
                    case GEMM_HALF_ROWS, EXPERT_HALF_ROWS -> between(0, 300);
                    case OVERHEAD_PER_LAYER, OVERHEAD_PER_MOE_LAYER, OVERHEAD_PER_QUANTIZED_LAYER -> between(0, 1e-4);
                    case OVERHEAD_PER_STEP -> between(0, 3e-3);
                    case RESERVE -> between(0, 4e9);
                    case RESERVE_IN_GROUP -> between(0, 1e9);
                    case SAMPLER_BYTES -> between(0, 64);
                    case EXPERT_IMBALANCE -> between(1, 3);
                    case RANK_WAIT -> between(0, 0.5);
                    case EXPERT_SKEW -> between(0.1, 2);
                    case ADMISSION_STEPS -> between(0, 20);
                    case PREFILL_SHARE_IN_DECODE, ROOFLINE_OVERLAP, PREFILL_QUEUE_EXPONENT, UNFUSED_SHARE -> between(0, 1);
                    case OVERHEAD_PER_SEQUENCE -> between(0, 3e-5);
                    case OVERHEAD_PER_MILLION_LOGITS -> between(0, 3e-4);
                    case OVERHEAD_PER_REQUEST -> between(0, 0.1);
                    case INTRA_NODE_LATENCY, INTER_NODE_LATENCY -> Double.NaN;
                });
            }
        }
        return new Assumptions(profile, engine, given);
    }

    private GpuSpec gpu() {
        Map<NumberFormat, Double> peaks = new EnumMap<>(NumberFormat.class);
        double bf16 = between(50e12, 3000e12);
        peaks.put(NumberFormat.BF16, bf16);
        for (NumberFormat format : new NumberFormat[] {NumberFormat.FP8, NumberFormat.INT8, NumberFormat.NVFP4}) {
            if (random.nextBoolean()) {
                peaks.put(format, bf16 * between(1, 4));
            }
        }
        LinkSpec links = new LinkSpec("", random.nextBoolean() ? 0 : pick(1, 2, 4, 6, 8, 72), between(20e9, 2000e9),
                random.nextBoolean() ? Double.NaN : between(5e9, 200e9), random.nextBoolean() ? Double.NaN : 2e-6,
                Double.NaN);
        return new GpuSpec("random", "Random", "", "", peaks, between(16e9, 400e9), Double.NaN, between(0.3e12, 12e12), links,
                random.nextBoolean() ? Double.NaN : between(100, 1500), Map.of(), Provenance.USER);
    }

    private Hardware.Given given() {
        return new Hardware.Given(random.nextInt(5) == 0 ? pick(1, 2, 4, 5, 8, 64) : 0,
                random.nextInt(8) == 0 ? between(50e9, 900e9) : Double.NaN,
                random.nextInt(8) == 0 ? between(10e9, 100e9) : Double.NaN,
                random.nextInt(8) == 0 ? pick(0, 1, 9) * 1e-6 : Double.NaN,
                random.nextInt(8) == 0 ? pick(0, 30) * 1e-6 : Double.NaN,
                random.nextInt(3) > 0 ? between(0.5, 12) : Double.NaN, null);
    }

    private Demand demand() {
        return random.nextBoolean() ? Demand.NONE : new Demand(between(1e6, 1e10), at() ? 1 : between(0.1, 1));
    }

    /** Whether the next number is at a boundary. */
    private boolean at() {
        return random.nextDouble() < BOUNDARY;
    }

    private int pick(int... values) {
        return values[random.nextInt(values.length)];
    }

    private double between(double low, double high) {
        return random.nextDouble(low, high);
    }

    private int logarithmic(int low, int high) {
        return (int) Math.round(low * Math.pow((double) high / low, random.nextDouble()));
    }
}
