package io.headroom.catalog.read;

import io.headroom.catalog.Attention;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.LinearAttention;
import io.headroom.catalog.LinkSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.catalog.ModelSpec.SlidingWindow;
import io.headroom.catalog.MoeSpec;
import io.headroom.catalog.Provenance;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.JsonWriter;
import io.headroom.json.Location;

/**
 * Writes models and accelerators in the keys of the catalogue, without what the reader takes by itself: reading the
 * text gives an equal object.
 */
public final class CatalogJson {

    private CatalogJson() {
    }

    /** The JSON text of a model, over several lines. */
    public static String of(ModelSpec model) {
        return JsonWriter.pretty(object(model));
    }

    /** The JSON text of an accelerator, over several lines. */
    public static String of(GpuSpec gpu) {
        return JsonWriter.pretty(object(gpu));
    }

    /** A model as an object. */
    public static JsonObject object(ModelSpec model) {
        Shape s = model.shape();
        JsonObject.Builder out = JsonObject.builder().put("id", model.id()).put("name", model.name())
                .put("layers", s.layers()).put("hidden", s.hidden()).put("vocabulary", s.vocabulary())
                .put("tiedEmbeddings", s.tiedEmbeddings()).put("maxContextTokens", s.maxContextTokens())
                .put("attention", attention(s.attention()));
        if (s.slidingWindow() != null) {
            out.put("slidingWindow", sliding(s.slidingWindow()));
        }
        if (s.linearAttention() != null) {
            out.put("linearAttention", linear(s.linearAttention()));
        }
        if (s.ffnWidth() > 0) {
            out.put("ffn", JsonObject.builder().put("width", s.ffnWidth()).put("matrices", s.ffnMatrices()).build());
        } else if (s.ffnMatrices() != 3) {
            out.put("ffn", JsonObject.builder().put("matrices", s.ffnMatrices()).build());
        }
        if (s.moe() != null) {
            out.put("moe", moe(s.moe()));
        }
        if (s.blockScaledFp8()) {
            out.put("blockScaledFp8", true);
        }
        published(model.published(), out);
        provenance(model.provenance(), out);
        return out.build();
    }

    /** An accelerator as an object. */
    public static JsonObject object(GpuSpec gpu) {
        JsonObject.Builder out = JsonObject.builder().put("id", gpu.id()).put("name", gpu.name());
        text("vendor", gpu.vendor(), out);
        text("architecture", gpu.architecture(), out);
        JsonObject.Builder peaks = JsonObject.builder();
        gpu.peakFlops().forEach((format, flops) -> peaks.put(format.key(), flops));
        out.put("peakFlops", peaks.build());
        number("hbmBytes", gpu.hbmBytes(), out);
        number("reportedBytes", gpu.reportedBytes(), out);
        number("hbmBytesPerSecond", gpu.hbmBytesPerSecond(), out);
        LinkSpec links = gpu.links();
        if (links.gpusPerNode() > 0) {
            out.put("gpusPerNode", links.gpusPerNode());
        }
        number("intraNodeBytesPerSecond", links.intraNodeBytesPerSecond(), out);
        number("interNodeBytesPerSecond", links.interNodeBytesPerSecond(), out);
        number("intraNodeLatencySeconds", links.intraNodeLatencySeconds(), out);
        number("interNodeLatencySeconds", links.interNodeLatencySeconds(), out);
        text("linkTechnology", links.technology(), out);
        number("watts", gpu.watts(), out);
        JsonObject.Builder prices = JsonObject.builder();
        gpu.pricePerGpuHour().forEach(prices::put);
        if (!prices.isEmpty()) {
            out.put("pricePerGpuHour", prices.build());
        }
        provenance(gpu.provenance(), out);
        return out.build();
    }

    private static JsonObject attention(Attention attention) {
        JsonObject.Builder out = JsonObject.builder();
        switch (attention) {
            case Attention.GroupedQuery a -> {
                out.put("kind", "gqa").put("heads", a.heads()).put("kvHeads", a.kvHeads()).put("headDim", a.headDim());
                if (a.outputGate()) {
                    out.put("outputGate", true);
                }
            }
            case Attention.Latent a -> {
                out.put("kind", "mla").put("heads", a.heads());
                positive("qRank", a.qRank(), out);
                out.put("kvRank", a.kvRank()).put("nopeDim", a.nopeDim()).put("ropeDim", a.ropeDim())
                        .put("valueDim", a.valueDim());
            }
        }
        return out.build();
    }

    private static JsonObject sliding(SlidingWindow s) {
        JsonObject.Builder out = JsonObject.builder().put("windowTokens", s.windowTokens());
        positive("fullEvery", s.fullEvery(), out);
        return out.build();
    }

    private static JsonObject linear(LinearAttention a) {
        return JsonObject.builder().put("keyHeads", a.keyHeads()).put("valueHeads", a.valueHeads())
                .put("keyDim", a.keyDim()).put("valueDim", a.valueDim()).put("convKernel", a.convKernel())
                .put("fullEvery", a.fullEvery()).build();
    }

    private static JsonObject moe(MoeSpec m) {
        JsonObject.Builder out = JsonObject.builder().put("experts", m.experts()).put("topK", m.topK())
                .put("expertWidth", m.expertWidth());
        positive("sharedWidth", m.sharedWidth(), out);
        positive("denseFirst", m.denseFirst(), out);
        if (m.every() > 1) {
            out.put("every", m.every());
        }
        return out.build();
    }

    private static void published(ModelSpec.Published p, JsonObject.Builder out) {
        JsonObject.Builder inner = JsonObject.builder();
        number("totalParameters", p.totalParameters(), inner);
        number("activeParameters", p.activeParameters(), inner);
        text("text", p.text(), inner);
        if (!inner.isEmpty()) {
            out.put("published", inner.build());
        }
    }

    private static void provenance(Provenance p, JsonObject.Builder out) {
        if (p.equals(Provenance.USER)) {
            return;
        }
        out.put("source", p.source());
        JsonObject.Builder sources = JsonObject.builder();
        p.sources().forEach(sources::put);
        if (!sources.isEmpty()) {
            out.put("sources", sources.build());
        }
        out.put("confidence", p.confidence());
        out.put("conflicts", JsonArray.of(p.conflicts().stream().map(c -> new JsonText(c, Location.NONE)).toList()));
        text("note", p.note(), out);
    }

    private static void positive(String key, int value, JsonObject.Builder out) {
        if (value > 0) {
            out.put(key, value);
        }
    }

    private static void number(String key, double value, JsonObject.Builder out) {
        if (!Double.isNaN(value)) {
            out.put(key, value);
        }
    }

    private static void text(String key, String value, JsonObject.Builder out) {
        if (!value.isEmpty()) {
            out.put(key, value);
        }
    }
}
