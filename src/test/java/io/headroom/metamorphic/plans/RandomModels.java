package io.headroom.metamorphic.plans;

import io.headroom.catalog.Attention;
import io.headroom.catalog.LinearAttention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.ModelSpec.SlidingWindow;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.Provenance;
import java.util.SplittableRandom;

/** Models of every kind of attention and FFN that the catalogue knows, with figures that no real one has. */
final class RandomModels {

    private final SplittableRandom random;

    RandomModels(SplittableRandom random) {
        this.random = random;
    }

    ModelSpec next() {
        int layers = random.nextInt(3) == 0 ? pick(1, 2, 3, 7, 64) : random.nextInt(1, 49);
        Attention attention = random.nextInt(4) == 0 ? latent() : grouped();
        boolean isGrouped = attention instanceof Attention.GroupedQuery;
        int kind = random.nextInt(5);
        SlidingWindow sliding = kind == 0 && isGrouped
                ? new SlidingWindow(pick(1, 16, 100, 128, 1024, 4096), pick(0, 2, 3, 4, 6)) : null;
        LinearAttention linear = kind == 1 ? linear() : null;
        MoeSpec moe = random.nextBoolean() ? moe(layers) : null;
        boolean hasDense = moe == null || moe.denseFirst() > 0 || moe.every() > 1;
        int width = hasDense ? pick(1, 509, 2048, 8192, 11008, 16384) : 0;
        Shape shape = new Shape(layers, pick(64, 768, 1536, 2048, 3072, 5120, 6144), pick(1, 32000, 50257, 151936),
                random.nextBoolean(), 131072, attention, sliding, linear, width, pick(2, 3, 3), moe,
                random.nextBoolean());
        return new ModelSpec("random", "Random", shape, ModelSpec.Published.NONE, Provenance.USER);
    }

    private Attention grouped() {
        int heads = pick(1, 8, 12, 16, 24, 32, 40, 64);
        int kvHeads = pick(1, 2, 4, 8, heads);
        kvHeads = heads % kvHeads == 0 ? kvHeads : heads;
        return new Attention.GroupedQuery(heads, kvHeads, pick(64, 96, 128, 256), random.nextInt(5) == 0);
    }

    private Attention latent() {
        return new Attention.Latent(pick(8, 16, 32, 64, 128), pick(0, 384, 768, 1536), pick(128, 256, 512), pick(64, 128),
                pick(0, 32, 64), pick(64, 128));
    }

    private LinearAttention linear() {
        return new LinearAttention(pick(8, 16), pick(16, 32), pick(64, 128), pick(64, 128), pick(1, 4), pick(2, 3, 4));
    }

    private MoeSpec moe(int layers) {
        int experts = pick(1, 8, 16, 20, 60, 64, 128, 384);
        int topK = random.nextInt(3) == 0 ? pick(1, experts) : random.nextInt(1, Math.min(8, experts) + 1);
        int denseFirst = random.nextInt(3) == 0 ? random.nextInt(Math.min(4, layers + 1)) : 0;
        int every = random.nextInt(4) == 0 ? Math.min(layers, pick(2, 3)) : 1;
        return new MoeSpec(experts, topK, pick(509, 512, 1000, 1408, 2048), random.nextInt(3) == 0 ? pick(512, 1408) : 0,
                denseFirst, every);
    }

    private int pick(int... values) {
        return values[random.nextInt(values.length)];
    }
}
