package io.headroom.validate.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths, and how requests arrived: closed loop, static batch, open loop or offline maximum. */
final class LoadReader {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern UNIFORM =
            Pattern.compile("uniform in \\[\\s*([\\d.]+)\\s*,\\s*([\\d.]+)\\s*\\]\\s*x nominal");
    private static final Pattern STATIC =
            Pattern.compile("\\bstatic\\b|benchmark_latency|whole batch submitted|fixed batch");
    private static final Pattern MOST =
            Pattern.compile("(\\d+) prompts|max[-_]num[-_]seqs (\\d+)|max[-_ ]batch(?:[-_ ]size)? (\\d+)|all (\\d+) at once");

    private static final Pattern UNCACHED = Pattern.compile("all but (\\d+) tokens of a prompt are cached");
    private static final Pattern MEDIAN = Pattern.compile("(?i)median|p50");
    private static final Pattern LOOKS = Pattern.compile("scheduler-recv-interval[ =](\\d{1,4})");
    private static final Pattern TEXTS = Pattern.compile("stream[-_]interval[ =](\\d{1,4})");
    /** InferenceX's {@code --num-prompts $((CONC * 10))}, as others do who say nothing. */
    private static final int GENERATIONS = 10;

    private LoadReader() {
    }

    /** Tokens that {@code text} says, on average: "1024", "~8", "short (7)"; scaled where notes say lengths vary. */
    static int tokens(String text, String what, String notes) throws Unreadable {
        if (text.isBlank()) {
            throw new Unreadable("no " + what + " given", "");
        }
        Matcher m = NUMBER.matcher(text);
        if (!m.find()) {
            throw new Unreadable("lengths of a data set, not numbers", text);
        }
        double nominal = Double.parseDouble(m.group().replace(",", ""));
        return (int) Math.max(1, Math.round(nominal * meanShare(notes)));
    }

    /** The mean of "lengths uniform in [0.8,1.0]x nominal", 1 where notes say nothing of the kind. */
    private static double meanShare(String notes) {
        Matcher m = UNIFORM.matcher(notes);
        return m.find() ? (Double.parseDouble(m.group(1)) + Double.parseDouble(m.group(2))) / 2 : 1;
    }

    /** How requests arrived at {@code engine}, null = not known, on cards of {@code architecture}. */
    static Load load(Measurement m, String engine, String architecture) throws Unreadable {
        String text = m.concurrency().toLowerCase(Locale.ROOT);
        String notes = m.notes().toLowerCase(Locale.ROOT);
        if (text.contains("offline") || text.contains("max throughput") || text.contains("at once")
                || text.equals("max")) {
            return new Load.Offline(most(text), OfflineRuns.requests(m));
        }
        if (text.contains("overloaded") || text.contains("saturated")) {
            return new Load.Offline(most(text), OfflineRuns.requests(m));
        }
        double rate = rate(m.requestsPerSecond());
        if (text.contains("open loop") || text.isBlank() && rate > 0) {
            if (!(rate > 0)) {
                throw new Unreadable("open loop without a rate", m.requestsPerSecond());
            }
            return new Load.Open(rate, uncachedTokens(notes), MemoryNotes.sequences(m));
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.lookingAt()) {
            throw new Unreadable("no concurrency given", m.concurrency());
        }
        int requests = (int) Math.max(1, Math.round(Double.parseDouble(number.group().replace(",", ""))));
        return STATIC.matcher(notes).find() ? new Load.Static(requests)
                : new Load.Closed(requests, generations(m), !UNIFORM.matcher(notes).find(),
                        server(m, engine, architecture, requests));
    }

    /** None for a median, as of ten generations it does not see the first. */
    private static int generations(Measurement m) {
        return MEDIAN.matcher(m.statistic()).lookingAt() ? 0 : GENERATIONS;
    }

    /**
     * As notes say, else as the launch scripts of InferenceX tell SGLang. Source: SemiAnalysisAI/InferenceX,
     * benchmarks/single_node/{dsr1_fp8_b200, dsr1_fp4_b200, qwen3.5_bf16_b200, qwen3.5_fp8_b200, qwen3.5_fp4_b200,
     * dsr1_fp8_h200, qwen3.5_fp8_h200}.sh, each as of the day of its rows.
     */
    private static Load.Server server(Measurement m, String engine, String architecture, int requests) {
        Load.Server told = Load.Server.PROMPT;
        if ("sglang".equals(engine) && m.isOfInferenceX()) {
            boolean isDeepSeek = m.model().startsWith("DeepSeek");
            told = switch (architecture) {
                case "blackwell" -> new Load.Server(requests >= 16 ? 30 : 10,
                        isDeepSeek && m.weightType().contains("fp4") ? 10 : 30);
                case "hopper" -> new Load.Server(1, isDeepSeek ? 10 : 50);
                default -> told;
            };
        }
        return new Load.Server(Math.max(1, number(LOOKS, m.notes(), told.stepsPerLook())),
                Math.max(1, number(TEXTS, m.notes(), told.tokensPerText())));
    }

    private static int number(Pattern pattern, String notes, int otherwise) {
        Matcher m = pattern.matcher(notes);
        return m.find() ? Integer.parseInt(m.group(1)) : otherwise;
    }

    /** Tokens of a prompt that the prefix cache does not have, 0 where {@code notes}, in lower case, say nothing of it. */
    static int uncachedTokens(String notes) {
        return number(UNCACHED, notes, 0);
    }

    private static int most(String text) {
        int most = 0;
        Matcher m = MOST.matcher(text);
        while (m.find()) {
            for (int g = 1; g <= m.groupCount(); g++) {
                if (m.group(g) != null) {
                    int n = Integer.parseInt(m.group(g));
                    most = most == 0 ? n : Math.min(most, n);
                }
            }
        }
        return most;
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            return Double.isFinite(rate) ? rate : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
