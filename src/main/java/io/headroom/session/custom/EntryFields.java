package io.headroom.session.custom;

import io.headroom.catalog.Attention;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.plan.Hardware;
import java.util.ArrayList;
import java.util.List;

/** The figures of a model or accelerator in the order of a form: only those that its architecture has. */
final class EntryFields {

    private static final String COUNT = "";
    private static final String LINK = "GB/s";
    private static final String PEAK = "TFLOP/s";

    private EntryFields() {
    }

    /** The figures of a model. */
    static List<Group> of(ModelSpec model) {
        Shape shape = model.shape();
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("", List.of(EntryField.text("Name", "name"), count("Layers", "layers"),
                count("Width", "hidden"), count("Vocabulary", "vocabulary"),
                EntryField.flag("Head is the embedding (tied)", "tiedEmbeddings"),
                EntryField.number("Longest context", "tokens", "maxContextTokens"),
                EntryField.flag("FP8 weights are scaled by blocks", "blockScaledFp8"))));
        groups.add(new Group("Attention", attention(shape)));
        if (shape.slidingWindow() != null) {
            groups.add(new Group("Sliding window", List.of(
                    EntryField.number("Window", "tokens", "slidingWindow", "windowTokens"),
                    count("One full layer in", "slidingWindow", "fullEvery").optional())));
        }
        if (shape.linearAttention() != null) {
            groups.add(new Group("Linear layers", linear()));
        }
        List<EntryField> ffn = new ArrayList<>();
        if (shape.ffnWidth() > 0) {
            ffn.add(count("Dense FFN width", "ffn", "width"));
        }
        if (shape.moe() != null) {
            ffn.addAll(experts());
        }
        groups.add(new Group(shape.moe() == null ? "FFN" : "FFN and experts", ffn));
        groups.add(new Group("Size as stated", stated(shape)));
        return List.copyOf(groups);
    }

    /** The figures of the accelerator of {@code hardware}. */
    static List<Group> of(Hardware hardware) {
        String basis = hardware.gpu().pricePerGpuHour().containsKey(hardware.priceBasis())
                ? hardware.priceBasis() : "list";
        return List.of(
                new Group("", List.of(EntryField.text("Name", "name"), figure("Memory", "GB", "hbmBytes"),
                        figure("Memory bandwidth", LINK, "hbmBytesPerSecond"))),
                new Group("Dense peaks", List.of(figure("bf16", PEAK, "peakFlops", "bf16"),
                        figure("fp8", PEAK, "peakFlops", "fp8"), figure("int8", PEAK, "peakFlops", "int8"),
                        figure("nvfp4", PEAK, "peakFlops", "nvfp4"))),
                new Group("Node and links, a GPU and direction", List.of(
                        count("GPUs of a node", "gpusPerNode").optional(),
                        figure("Inside a node", LINK, "intraNodeBytesPerSecond"),
                        figure("Between nodes", LINK, "interNodeBytesPerSecond"),
                        figure("Latency inside", "µs", "intraNodeLatencySeconds"),
                        figure("Latency between", "µs", "interNodeLatencySeconds"))),
                new Group("Power and price", List.of(figure("Chip power", "W", "watts"),
                        figure("Price, " + basis, "USD/hour", "pricePerGpuHour", basis))));
    }

    private static List<EntryField> attention(Shape shape) {
        return switch (shape.attention()) {
            case Attention.GroupedQuery a -> List.of(count("Query heads", "attention", "heads"),
                    count("KV heads", "attention", "kvHeads"), count("Head size", "attention", "headDim"));
            case Attention.Latent a -> List.of(count("Heads", "attention", "heads"),
                    count("Query rank", "attention", "qRank").optional(), count("KV rank", "attention", "kvRank"),
                    count("Head size without position", "attention", "nopeDim"),
                    count("Head size with position", "attention", "ropeDim"),
                    count("Value head size", "attention", "valueDim"));
        };
    }

    private static List<EntryField> linear() {
        return List.of(count("Key heads", "linearAttention", "keyHeads"),
                count("Value heads", "linearAttention", "valueHeads"),
                count("Key head size", "linearAttention", "keyDim"),
                count("Value head size", "linearAttention", "valueDim"),
                count("Convolution taps", "linearAttention", "convKernel"),
                count("One full layer in", "linearAttention", "fullEvery"));
    }

    private static List<EntryField> experts() {
        return List.of(count("Experts of a layer", "moe", "experts"), count("Experts a token", "moe", "topK"),
                count("Expert width", "moe", "expertWidth"),
                count("Width of shared experts", "moe", "sharedWidth").optional(),
                count("Dense layers first", "moe", "denseFirst").optional(),
                count("One MoE layer in", "moe", "every").optional());
    }

    private static List<EntryField> stated(Shape shape) {
        EntryField total = EntryField.parameters("Parameters", "published", "totalParameters");
        return shape.moe() == null ? List.of(total)
                : List.of(total, EntryField.parameters("Active parameters", "published", "activeParameters"));
    }

    private static EntryField count(String label, String... path) {
        return EntryField.number(label, COUNT, path);
    }

    private static EntryField figure(String label, String unit, String... path) {
        return EntryField.number(label, unit, path).optional();
    }
}
