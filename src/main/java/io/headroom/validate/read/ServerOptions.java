package io.headroom.validate.read;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options by which a server looks for new requests, and sends text, only every so many steps.
 *
 * <p>As notes give them, else what the launch scripts of InferenceX give SGLang, and else 1. Source:
 * SemiAnalysisAI/InferenceX, benchmarks/single_node/{dsr1_fp8_b200, dsr1_fp4_b200, qwen3.5_bf16_b200, qwen3.5_fp8_b200,
 * qwen3.5_fp4_b200, dsr1_fp8_h200, qwen3.5_fp8_h200}.sh, each as of the day of its rows.
 *
 * @param stepsBetweenLooks decoding steps between two looks, {@code --scheduler-recv-interval}
 * @param stepsBetweenTexts tokens in one message to the client, {@code --stream-interval}
 */
public record ServerOptions(int stepsBetweenLooks, int stepsBetweenTexts) {

    /** Looks after every step, sends every token. */
    public static final ServerOptions NONE = new ServerOptions(1, 1);

    private static final Pattern LOOKS = Pattern.compile("scheduler-recv-interval[ =](\\d{1,4})");
    private static final Pattern TEXTS = Pattern.compile("stream[-_]interval[ =](\\d{1,4})");
    private static final int SELDOM_FROM_REQUESTS = 16;

    public ServerOptions {
        if (stepsBetweenLooks < 1 || stepsBetweenTexts < 1) {
            throw new IllegalArgumentException("there is at least one step between two");
        }
    }

    static ServerOptions of(Measurement m, String engine, String architecture, int requests) {
        ServerOptions scripts = "sglang".equals(engine) && m.notes().contains("InferenceM")
                ? ofScripts(m, architecture, requests) : NONE;
        return new ServerOptions(number(LOOKS, m.notes(), scripts.stepsBetweenLooks),
                number(TEXTS, m.notes(), scripts.stepsBetweenTexts));
    }

    private static ServerOptions ofScripts(Measurement m, String architecture, int requests) {
        boolean isDeepSeek = m.model().startsWith("DeepSeek");
        return switch (architecture) {
            case "blackwell" -> new ServerOptions(requests >= SELDOM_FROM_REQUESTS ? 30 : 10,
                    isDeepSeek && m.weightType().contains("fp4") ? 10 : 30);
            case "hopper" -> new ServerOptions(1, isDeepSeek ? 10 : 50);
            default -> NONE;
        };
    }

    private static int number(Pattern pattern, String notes, int otherwise) {
        Matcher m = pattern.matcher(notes);
        return m.find() ? Math.max(1, Integer.parseInt(m.group(1))) : otherwise;
    }
}
