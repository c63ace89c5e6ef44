package io.headroom.validate.read;

import io.headroom.catalog.ModelSpec;
import io.headroom.plan.Parallelism;
import java.util.List;
import java.util.Locale;

/**
 * Reads how a row splits its GPUs, in the measurements' terms: tp * pp * dp for dense models; for a mixture of experts
 * dp is attention-DP over the same GPUs as ep, so {@code W = max(tp, ep)} and replicas are {@code n / (W * pp)}.
 * Source: cost model, section 2.
 */
final class LayoutReader {

    private LayoutReader() {
    }

    /** The degrees of {@code m}. */
    static Parallelism layout(Measurement m, ModelSpec model) throws Unreadable {
        int tp = degree(m.tensor(), 0);
        int pp = degree(m.pipeline(), 0);
        int dp = degree(m.data(), 0);
        int ep = degree(m.expert(), 0);
        int gpus = degree(m.gpuCount(), Math.max(1, tp) * Math.max(1, pp) * Math.max(1, dp));
        if (tp == 0) {
            // one number of GPUs and no word on how they share the model: tensor parallel, as engines do by default
            tp = pp == 0 && dp == 0 ? gpus : Math.max(1, gpus / (Math.max(1, pp) * Math.max(1, dp)));
        }
        if (pp == 0) {
            int others = tp * Math.max(1, dp);
            pp = gpus % others == 0 ? gpus / others : 1;
        }
        return model.isMoe() ? experts(m, gpus, tp, pp, dp, ep) : dense(gpus, tp, pp, dp);
    }

    private static Parallelism dense(int gpus, int tp, int pp, int dp) throws Unreadable {
        int replicas = dp == 0 ? gpus / (tp * pp) : dp;
        if ((long) tp * pp * replicas != gpus) {
            throw new Unreadable("degrees do not multiply to the number of GPUs",
                    "tp " + tp + " pp " + pp + " dp " + replicas + " on " + gpus);
        }
        return degrees(tp, pp, replicas, 1);
    }

    private static Parallelism experts(Measurement m, int gpus, int tp, int pp, int dp, int ep) throws Unreadable {
        int t = tp;
        int e = Math.max(1, ep);
        if (ep == 0 && m.notes().toLowerCase(Locale.ROOT).contains("attention-dp")) {
            // TensorRT-LLM with attention-DP: every GPU is an attention rank of its own, experts over the same GPUs
            t = 1;
            e = tp;
        } else if (dp > 1 && (long) tp * dp * pp != gpus && tp * pp == gpus && tp % dp == 0) {
            // SGLang writes --tp 8 --dp 8 for 8 GPUs: attention-DP inside the tensor group
            t = tp / dp;
            e = Math.max(e, tp);
        } else if (dp == 1 && (long) tp * e * pp == gpus) {
            // no attention-DP and experts split apart from tensors: attention is tensor parallel over all of them
            t = tp * e;
        }
        int stage = Math.max(t, e);
        if (stage % t != 0 || stage % e != 0 || gpus % ((long) stage * pp) != 0) {
            throw new Unreadable("degrees do not form whole groups",
                    "tp " + tp + " pp " + pp + " dp " + dp + " ep " + ep + " on " + gpus);
        }
        return degrees(t, pp, gpus / (stage * pp), e);
    }

    private static Parallelism degrees(int tp, int pp, int dp, int ep) {
        return new Parallelism(tp, pp, dp, ep, 1, false, List.of());
    }

    private static int degree(String text, int absent) throws Unreadable {
        if (text.isBlank()) {
            return absent;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= 1 && value <= 65536 && value == Math.rint(value)) {
                return (int) value;
            }
        } catch (NumberFormatException e) {
            // refused below with the text
        }
        throw new Unreadable("a degree is no whole number", text);
    }
}
