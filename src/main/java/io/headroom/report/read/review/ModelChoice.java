package io.headroom.report.read.review;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.read.ModelReader;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Measure;
import io.headroom.check.audit.Open;
import io.headroom.json.Fields;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonWriter;
import io.headroom.json.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The model of a report: one of the catalogue where it names one, else one of the size and counts that it states.
 *
 * @param spec the model
 * @param json its text for the plan file, or null for a catalogue model
 */
record ModelChoice(ModelSpec spec, String json) {

    // where a report states no more than a size: the shape that plan texts with a 10 B mixture of experts give
    private static final double DEFAULT_PARAMETERS = 10e9;
    private static final int DEFAULT_LAYERS = 16;
    private static final int DEFAULT_HEADS = 16;
    private static final int DEFAULT_EXPERTS = 16;
    private static final int DEFAULT_VOCABULARY = 32000;
    private static final int DEFAULT_CONTEXT = 10240;
    private static final double MIDDLE = 20e9;
    private static final int SHORTEST_NAME = 5;

    static ModelChoice of(Facts facts, Catalog catalog, List<OpenPoint> open) {
        String text = "-" + facts.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-") + "-";
        ModelSpec best = null;
        int longest = 0;
        for (ModelSpec model : catalog.models()) {
            int length = named(text, model.id());
            if (length > longest) {
                best = model;
                longest = length;
            }
        }
        return best != null ? new ModelChoice(best, null) : stated(facts, open);
    }

    // the id, or the id without its active size: "Qwen3-235B" is qwen3-235b-a22b
    private static int named(String text, String id) {
        String shorter = id.replaceFirst("-a\\d+b$", "");
        for (String name : List.of(id, shorter, id.replaceFirst("-", ""), shorter.replaceFirst("^([a-z]+)(\\d)", "$1-$2"))) {
            if (name.length() >= SHORTEST_NAME && text.contains("-" + name + "-")) {
                return name.length();
            }
        }
        return 0;
    }

    private static ModelChoice stated(Facts facts, List<OpenPoint> open) {
        Optional<Claim> size = facts.numbers().stream().map(f -> f.claim()).filter(c -> c.metric().equals("params.total")
                && c.si() >= 1e8).findFirst();
        double total = size.map(Claim::si).orElse(DEFAULT_PARAMETERS);
        OptionalInt layers = count(facts, "model.layers");
        OptionalInt heads = count(facts, "model.heads");
        OptionalInt experts = count(facts, "model.experts");
        OptionalInt hidden = count(facts, "model.hidden");
        OptionalInt topK = count(facts, "model.topK");
        boolean dense = experts.isEmpty() && facts.text().matches("(?is).*\\bdense\\b.*") && !facts.text().matches("(?is).*\\bexperts?\\b.*");
        int d = hidden.orElse(total < MIDDLE ? 4096 : 8192);
        int n = heads.orElse(DEFAULT_HEADS);
        int l = layers.orElse(DEFAULT_LAYERS);
        int e = dense ? 1 : experts.orElse(DEFAULT_EXPERTS);
        boolean working = facts.any(Measure.FLOP_PER_TOKEN).isPresent();
        int k = Math.min(topK.orElse(e), e);
        JsonObject json = json(total, l, d, n, e, k, dense);
        Problems problems = new Problems("report");
        ModelSpec spec = ModelReader.read(Fields.of(json, problems), "report-model");
        open.add(new OpenPoint("", Open.SHAPE, "params.total", "Open: the model. " + (size.isEmpty() ? "The report states no size: 10 B assumed. "
                : "") + "Assumed: " + l + " layers" + said(layers) + ", " + n + " heads" + said(heads) + ", width " + d + said(hidden)
                + (dense ? "" : ", " + e + " experts" + said(experts)) + ", a vocabulary of 32,000 and widths that make the total."));
        if (!dense && !working && topK.isEmpty()) {
            open.add(new OpenPoint("", Open.ACTIVE_PARAMETERS, "params.active", "Open: how many experts a token uses. Assumed: all " + e
                    + ", so that active parameters are the total."));
        }
        return new ModelChoice(spec, JsonWriter.compact(json));
    }

    private static String said(OptionalInt value) {
        return value.isPresent() ? " (stated)" : "";
    }

    private static OptionalInt count(Facts facts, String metric) {
        return facts.numbers().stream().map(f -> f.claim()).filter(c -> c.metric().equals(metric)).mapToInt(c -> (int) c.si())
                .filter(v -> v > 0 && v < 1 << 16).findFirst();
    }

    // width of an FFN or expert: what the size leaves after embedding and attention, over layers x experts x 3 matrices
    private static JsonObject json(double total, int layers, int hidden, int heads, int experts, int topK, boolean dense) {
        int headDim = Math.max(1, hidden / heads);
        double rest = total - (double) DEFAULT_VOCABULARY * hidden - 4.0 * hidden * heads * headDim * layers;
        int width = (int) Math.max(1, Math.min(1 << 24, Math.round(rest / (3.0 * hidden * layers * experts))));
        String sized = io.headroom.json.JsonWriter.number(Math.round(total / 1e8) / 10.0) + "B";
        JsonObject.Builder b = JsonObject.builder().put("id", (dense ? "dense-" : "moe-") + sized.toLowerCase(Locale.ROOT) + "-top-" + topK)
                .put("name", sized + (dense ? " dense model of the report" : " MoE of the report, " + topK + " of " + experts
                        + " experts a token")).put("layers", (long) layers).put("hidden", (long) hidden)
                .put("vocabulary", (long) DEFAULT_VOCABULARY).put("tiedEmbeddings", true).put("maxContextTokens", (long) DEFAULT_CONTEXT)
                .put("attention", JsonObject.builder().put("kind", "gqa").put("heads", (long) heads).put("kvHeads", (long) heads)
                        .put("headDim", (long) headDim).build());
        if (dense) {
            b.put("ffn", JsonObject.builder().put("width", (long) width).build());
        } else {
            b.put("moe", JsonObject.builder().put("experts", (long) experts).put("topK", (long) topK).put("expertWidth", (long) width)
                    .build());
        }
        return b.put("published", JsonObject.builder().put("totalParameters", total).put("text", sized).build())
                .put("source", "The report; what it does not state is assumed.").put("confidence", "low").build();
    }
}
