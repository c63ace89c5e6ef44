package io.headroom.metamorphic.plans;

import io.headroom.catalog.Attention;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.ModelSpec.Shape;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonWriter;
import io.headroom.plan.Extras;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A plan as a plan file that can be opened, its model and accelerator inline. */
public final class PlanText {

    private PlanText() {
    }

    public static String of(Plan plan) {
        Hardware h = plan.hardware();
        Plan inline = plan.withModel(plan.model(), JsonWriter.compact(model(plan.model())))
                .withHardware(new Hardware(h.gpu(), JsonWriter.compact(gpu(h.gpu())), h.given()));
        byte[] file = PlanFile.write(new Review("failing", "", List.of(inline), Extras.NONE));
        return new String(file, StandardCharsets.UTF_8);
    }

    private static JsonObject model(ModelSpec model) {
        Shape s = model.shape();
        JsonObject.Builder out = JsonObject.builder().put("id", model.id()).put("layers", s.layers())
                .put("hidden", s.hidden()).put("vocabulary", s.vocabulary()).put("tiedEmbeddings", s.tiedEmbeddings())
                .put("maxContextTokens", s.maxContextTokens()).put("attention", attention(s.attention()));
        if (s.slidingWindow() != null) {
            JsonObject.Builder sliding = JsonObject.builder().put("windowTokens", s.slidingWindow().windowTokens());
            out.put("slidingWindow", optional(sliding, "fullEvery", s.slidingWindow().fullEvery()).build());
        }
        if (s.linearAttention() != null) {
            var a = s.linearAttention();
            out.put("linearAttention", JsonObject.builder().put("keyHeads", a.keyHeads())
                    .put("valueHeads", a.valueHeads()).put("keyDim", a.keyDim()).put("valueDim", a.valueDim())
                    .put("convKernel", a.convKernel()).put("fullEvery", a.fullEvery()).build());
        }
        if (s.ffnWidth() > 0 || s.ffnMatrices() != 3) {
            out.put("ffn", optional(JsonObject.builder(), "width", s.ffnWidth()).put("matrices", s.ffnMatrices()).build());
        }
        if (s.moe() != null) {
            out.put("moe", JsonObject.builder().put("experts", s.moe().experts()).put("topK", s.moe().topK())
                    .put("expertWidth", s.moe().expertWidth()).put("sharedWidth", s.moe().sharedWidth())
                    .put("denseFirst", s.moe().denseFirst()).put("every", s.moe().every()).build());
        }
        if (s.blockScaledFp8()) {
            out.put("blockScaledFp8", true);
        }
        return out.build();
    }

    private static JsonObject attention(Attention attention) {
        return switch (attention) {
            case Attention.GroupedQuery g -> JsonObject.builder().put("kind", "gqa").put("heads", g.heads())
                    .put("kvHeads", g.kvHeads()).put("headDim", g.headDim()).put("outputGate", g.outputGate()).build();
            case Attention.Latent m -> optional(JsonObject.builder().put("kind", "mla").put("heads", m.heads()), "qRank",
                    m.qRank()).put("kvRank", m.kvRank()).put("nopeDim", m.nopeDim()).put("ropeDim", m.ropeDim())
                    .put("valueDim", m.valueDim()).build();
        };
    }

    private static JsonObject.Builder optional(JsonObject.Builder out, String key, int value) {
        return value > 0 ? out.put(key, value) : out;
    }

    private static JsonObject gpu(GpuSpec gpu) {
        JsonObject.Builder peaks = JsonObject.builder();
        gpu.peakFlops().forEach((format, peak) -> peaks.put(format.key(), peak));
        JsonObject.Builder out = JsonObject.builder().put("id", gpu.id()).put("peakFlops", peaks.build());
        if (!gpu.architecture().isEmpty()) {
            out.put("architecture", gpu.architecture());
        }
        number(out, "hbmBytes", gpu.hbmBytes());
        number(out, "reportedBytes", gpu.reportedBytes());
        number(out, "hbmBytesPerSecond", gpu.hbmBytesPerSecond());
        optional(out, "gpusPerNode", gpu.links().gpusPerNode());
        number(out, "intraNodeBytesPerSecond", gpu.links().intraNodeBytesPerSecond());
        number(out, "interNodeBytesPerSecond", gpu.links().interNodeBytesPerSecond());
        number(out, "intraNodeLatencySeconds", gpu.links().intraNodeLatencySeconds());
        number(out, "interNodeLatencySeconds", gpu.links().interNodeLatencySeconds());
        number(out, "watts", gpu.watts());
        return out.build();
    }

    private static void number(JsonObject.Builder out, String key, double value) {
        if (!Double.isNaN(value)) {
            out.put(key, value);
        }
    }
}
