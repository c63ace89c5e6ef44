package io.headroom.report.read.review;

import io.headroom.catalog.Knob;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Claim.Role;
import io.headroom.check.audit.Open;
import io.headroom.plan.Demand;
import io.headroom.plan.Workload;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.claim.Subject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a report's plans serve: batch, lengths, the flags of an engine's command line, the daily demand. */
final class Serving {

    private static final int DEFAULT_BATCH = 128;
    private static final int DEFAULT_INPUT = 2048;
    private static final int DEFAULT_OUTPUT = 512;
    private static final int BENCHMARK_INPUT = 256;
    private static final double ALIKE = 0.03;
    private static final int LONGEST = 1 << 24;
    private static final String VLLM = "vllm";

    private final Facts facts;
    private final List<OpenPoint> open;
    private final String text;
    private boolean told;

    Serving(Facts facts, List<OpenPoint> open) {
        this.facts = facts;
        this.open = open;
        this.text = facts.text();
    }

    /** The engine that a plan's name holds, or null. */
    static String engine(String plan) {
        String name = plan.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "");
        return name.contains("llamacpp") ? "llama.cpp" : name.contains(VLLM) ? VLLM : name.contains("sglang") ? "sglang"
                : name.contains("tensorrt") || name.contains("trtllm") ? "trtllm" : null;
    }

    Workload workload(String plan, String engine) {
        OptionalInt batch = facts.given("workload.concurrentRequests", plan);
        OptionalInt input = facts.given("workload.inputTokens", plan);
        OptionalInt output = facts.given("workload.outputTokens", plan);
        List<Integer> range = facts.list(2, l -> l.get(0) > 0 && l.get(0) < l.get(1) && l.get(1) <= LONGEST
                && text.matches("(?is).*(?:sequence|input|prompt|context)[^\\n]*\\[\\s*" + l.get(0) + ".*"));
        Workload.TokenRange inputRange = range.isEmpty() ? null : new Workload.TokenRange(range.get(0), range.get(1));
        int produced = produced();
        boolean single = facts.isBenchmark() && produced > 0 && batch.isEmpty();
        int in = bounded(input.orElse(single ? BENCHMARK_INPUT : DEFAULT_INPUT));
        int out = bounded(output.orElse(single ? produced : DEFAULT_OUTPUT));
        int requests = bounded(batch.orElse(single ? 1 : DEFAULT_BATCH));
        tell(plan, batch.isPresent(), input.isPresent(), output.isPresent(), single, new int[] {requests, in, out});
        boolean flags = VLLM.equals(engine);
        return new Workload(requests, in, out, inputRange, Double.NaN, flags ? flag("max-num-batched-tokens",
                Workload.DEFAULT_MAX_BATCHED_TOKENS) : Workload.DEFAULT_MAX_BATCHED_TOKENS, flags ? flag("max-num-seqs", 0) : 0);
    }

    private void tell(String plan, boolean batch, boolean input, boolean output, boolean single, int[] taken) {
        if (single) {
            if (!told) {
                open.add(new OpenPoint("", null, "throughput.outputTokens", "Open: how many tokens were generated. Tokens/s times end-to-end time "
                        + "is about " + taken[2] + " in every row: output of one request at a time."));
                open.add(new OpenPoint("", Open.LENGTHS, "ttft.alone", "Open: input tokens. Assumed: " + taken[1] + "."));
            }
            told = true;
            return;
        }
        if (!batch) {
            open.add(new OpenPoint(plan, Open.BATCH, "batch.max", "Open: requests at once. Assumed: " + taken[0] + "."));
        }
        if (!input || !output) {
            open.add(new OpenPoint(plan, Open.LENGTHS, "ttft.burst.last", "Open: tokens of the ordinary request. Assumed: " + taken[1] + " in, "
                    + taken[2] + " out."));
        }
    }

    // tokens/s x end-to-end seconds, where that is alike for every measured plan: the output of a lone request
    private int produced() {
        double sum = 0;
        int rows = 0;
        for (Subject s : facts.subjects().all()) {
            double speed = measured("throughput.outputTokens", s.name());
            double time = measured("e2e.steady", s.name());
            if (speed > 0 && time > 0) {
                double tokens = speed * time;
                if (rows > 0 && !Facts.near(tokens, sum / rows, ALIKE)) {
                    return 0;
                }
                sum += tokens;
                rows++;
            }
        }
        return rows == 0 ? 0 : (int) Math.max(1, Math.round(sum / rows / 10) * 10);
    }

    private double measured(String metric, String subject) {
        return facts.numbers().stream().map(Found::claim).filter(c -> c.role() == Role.MEASUREMENT && c.metric().equals(metric)
                && c.subject().equals(subject)).mapToDouble(Claim::si).findFirst().orElse(0);
    }

    Map<Knob, Double> knobs(String engine) {
        Matcher m = Pattern.compile("--gpu-memory-utilization[ =](0?\\.\\d+|1(?:\\.0)?)\\b").matcher(text);
        return VLLM.equals(engine) && m.find() ? Map.of(Knob.USABLE_MEMORY, Double.parseDouble(m.group(1))) : Map.of();
    }

    Demand demand() {
        return facts.numbers().stream().map(Found::claim).filter(c -> c.metric().equals("demand.tokensPerDay")).mapToDouble(Claim::si).min()
                .stream().mapToObj(ReviewBuilder::demand).findFirst().orElse(Demand.NONE);
    }

    private int flag(String name, int otherwise) {
        Matcher m = Pattern.compile("--" + name + "[ =](\\d{1,7})\\b").matcher(text);
        return m.find() ? Math.max(1, Integer.parseInt(m.group(1))) : otherwise;
    }

    private static int bounded(int value) {
        return Math.max(1, Math.min(LONGEST, value));
    }
}
