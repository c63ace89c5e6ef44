package io.headroom.catalog.read;

import io.headroom.catalog.Attention;
import io.headroom.catalog.LinearAttention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Published;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.ModelSpec.SlidingWindow;
import io.headroom.catalog.MoeSpec;
import io.headroom.json.Fields;
import java.util.Map;

/** Reads a model from the keys of a catalogue file or of an inline {@code model} object. */
public final class ModelReader {

    // far above any model that exists, far below what overflows an int or makes a count meaningless
    /** Layers of a model. */
    public static final int MAX_LAYERS = 4096;
    /** Elements of any width, and tokens of a vocabulary. */
    public static final int MAX_WIDTH = 1 << 24;
    /** Heads or experts of a layer, elements of a head. */
    public static final int MAX_HEADS = 1 << 16;
    /** Tokens of a context. */
    public static final int MAX_TOKENS = 1 << 30;
    private static final double MAX_PARAMETERS = 1e16;

    private static final Map<String, String> KINDS = Map.of("gqa", "gqa", "mla", "mla");

    private ModelReader() {
    }

    /**
     * The model of {@code f}, or null where the collector of {@code f} got a problem: everything that the arithmetic
     * needs must be there.
     *
     * @param f the members of the object
     * @param defaultId id, and name, of an object that says none
     */
    public static ModelSpec read(Fields f, String defaultId) {
        int before = f.problems().count();
        String id = f.text("id", defaultId);
        String name = f.text("name", id);
        Shape shape = shape(f);
        Published published = published(f);
        var provenance = ProvenanceReader.read(f);
        return f.problems().count() > before ? null : new ModelSpec(id, name, shape, published, provenance);
    }

    private static Shape shape(Fields f) {
        int layers = requiredBound(f, "layers", MAX_LAYERS);
        int hidden = f.requiredWhole("hidden", 1, MAX_WIDTH);
        int vocabulary = f.requiredWhole("vocabulary", 1, MAX_WIDTH);
        boolean tied = f.flag("tiedEmbeddings", false);
        int maxContext = f.requiredWhole("maxContextTokens", 1, MAX_TOKENS);
        MoeSpec moe = moe(f, layers);
        Fields ffn = f.object("ffn");
        int matrices = ffn == null ? 3 : ffn.whole("matrices", 2, 3, 3);
        int ffnWidth = ffnWidth(f, ffn, hasDenseLayer(moe));
        return new Shape(layers, hidden, vocabulary, tied, maxContext, attention(f), sliding(f), linear(f), ffnWidth,
                matrices, moe, f.flag("blockScaledFp8", false));
    }

    private static int ffnWidth(Fields f, Fields ffn, boolean needed) {
        if (ffn != null) {
            return needed ? ffn.requiredWhole("width", 1, MAX_WIDTH) : ffn.whole("width", 0, MAX_WIDTH, 0);
        }
        if (needed && !f.has("ffn")) {
            f.refuse("ffn", "no \"ffn\"", f.has("moe") ? "{\"width\": …}: the dense layers of this model need one"
                    : "{\"width\": …}, or \"moe\" for a mixture of experts");
        }
        return 0;
    }

    private static boolean hasDenseLayer(MoeSpec moe) {
        return moe == null || moe.denseFirst() > 0 || moe.every() > 1;
    }

    private static Attention attention(Fields f) {
        if (!f.has("attention")) {
            f.refuse("attention", "no \"attention\"", "{\"kind\": \"gqa\" or \"mla\", \"heads\": …}");
            return null;
        }
        Fields a = f.object("attention");
        if (a == null) {
            return null;
        }
        String kind = a.requiredChoice("kind", KINDS);
        if (kind == null) {
            return null;
        }
        int before = f.problems().count();
        int heads = a.requiredWhole("heads", 1, MAX_HEADS);
        if (kind.equals("mla")) {
            return new Attention.Latent(heads, a.whole("qRank", 1, MAX_WIDTH, 0),
                    a.requiredWhole("kvRank", 1, MAX_WIDTH), a.requiredWhole("nopeDim", 1, MAX_HEADS),
                    a.requiredWhole("ropeDim", 0, MAX_HEADS), a.requiredWhole("valueDim", 1, MAX_HEADS));
        }
        int kvHeads = a.requiredWhole("kvHeads", 1, MAX_HEADS);
        if (f.problems().count() == before && heads % kvHeads != 0) {
            a.refuse("kvHeads", Integer.toString(kvHeads), "a divisor of the " + heads + " heads");
        }
        return new Attention.GroupedQuery(heads, kvHeads, a.requiredWhole("headDim", 1, MAX_HEADS),
                a.flag("outputGate", false));
    }

    private static SlidingWindow sliding(Fields f) {
        Fields s = f.object("slidingWindow");
        return s == null ? null : new SlidingWindow(s.requiredWhole("windowTokens", 1, MAX_TOKENS),
                s.whole("fullEvery", 2, MAX_LAYERS, 0));
    }

    private static LinearAttention linear(Fields f) {
        Fields a = f.object("linearAttention");
        return a == null ? null : new LinearAttention(a.requiredWhole("keyHeads", 1, MAX_HEADS),
                a.requiredWhole("valueHeads", 1, MAX_HEADS), a.requiredWhole("keyDim", 1, MAX_HEADS),
                a.requiredWhole("valueDim", 1, MAX_HEADS), a.requiredWhole("convKernel", 1, MAX_HEADS),
                // more than there are layers: none is full
                a.requiredWhole("fullEvery", 2, MAX_HEADS));
    }

    private static MoeSpec moe(Fields f, int layers) {
        Fields m = f.object("moe");
        if (m == null) {
            return null;
        }
        int experts = requiredBound(m, "experts", MAX_HEADS);
        return new MoeSpec(experts, m.requiredWhole("topK", 1, experts), m.requiredWhole("expertWidth", 1, MAX_WIDTH),
                m.whole("sharedWidth", 0, MAX_WIDTH, 0), m.whole("denseFirst", 0, layers, 0),
                m.whole("every", 1, layers, 1));
    }

    // a wrong count must not make the keys that it bounds look wrong too
    private static int requiredBound(Fields f, String key, int max) {
        int before = f.problems().count();
        int value = f.requiredWhole(key, 1, max);
        return f.problems().count() > before ? max : value;
    }

    private static Published published(Fields f) {
        Fields p = f.object("published");
        return p == null ? Published.NONE : new Published(
                p.number("totalParameters", 1, MAX_PARAMETERS, Double.NaN),
                p.number("activeParameters", 1, MAX_PARAMETERS, Double.NaN), p.text("text", ""));
    }
}
