package io.headroom.explore.peer;

import static io.headroom.explore.peer.Desk.formula;
import static io.headroom.explore.peer.Desk.number;

import io.headroom.estimate.Metric;
import io.headroom.estimate.explain.Term;
import io.headroom.format.Dimension;

/**
 * Times to the first and to every further token as others count them.
 *
 * <p>InferSim: {@code models/model.py}. aiconfigurator: {@code task_v2.py}, {@code --inclusive-tpot}. RadarOS: one request
 * after the other.
 */
final class TimePeers {

    private static final double SCHEDULER_SECONDS = 0.030;
    private static final double DISAGGREGATED = 1.8;

    private TimePeers() {
    }

    static void write(Desk desk) {
        Term alone = desk.metric(Metric.TTFT_ALONE).orElseThrow();
        for (Metric metric : new Metric[] {Metric.TTFT_BURST_MEAN, Metric.TTFT_BURST_LAST, Metric.TTFT_STEADY}) {
            desk.metric(metric).filter(t -> Double.isFinite(t.value())).ifPresent(ours -> queue(desk, alone, ours));
        }
        desk.metric(Metric.TPOT_STEADY).filter(t -> Double.isFinite(t.value())).ifPresent(ours -> inclusive(desk, ours));
    }

    private static void queue(Desk desk, Term alone, Term ours) {
        Term scheduler = number("scheduler", "Time of the scheduler", SCHEDULER_SECONDS, Dimension.SECONDS,
                "InferSim, models/model.py");
        desk.say(Topic.QUEUE, "InferSim has no queue: a lone prompt and 30 ms", formula(ours,
                alone.symbol() + " + scheduler", alone.value() + SCHEDULER_SECONDS, alone, scheduler), ours);
        desk.say(Topic.QUEUE, "aiconfigurator takes 1.8 lone prompts, with prefill on GPUs of its own", formula(ours,
                alone.symbol() + " * 1.8", alone.value() * DISAGGREGATED, alone), ours);
        double requests = desk.plan().workload().concurrentRequests();
        double replicas = desk.plan().parallelism().data();
        Term b = number("B", "Concurrent requests", requests, Dimension.COUNT, "this plan");
        Term dp = number("dp", "Replicas", replicas, Dimension.COUNT, "this plan");
        desk.say(Topic.QUEUE, "RadarOS lets requests pass one by one and takes their mean", formula(ours,
                alone.symbol() + " * (B / dp + 1) / 2", alone.value() * (requests / replicas + 1) / 2, alone, b, dp), ours);
    }

    private static void inclusive(Desk desk, Term ours) {
        Term first = desk.metric(Metric.TTFT_STEADY).orElseThrow();
        double output = desk.plan().workload().outputTokens();
        Term tokens = number("O", "Output tokens", output, Dimension.COUNT, "this plan");
        desk.say(Topic.FIRST_TOKEN, "aiconfigurator with --inclusive-tpot, and GuideLLM", formula(ours,
                "(" + first.symbol() + " + (O - 1) * " + ours.symbol() + ") / O",
                (first.value() + (output - 1) * ours.value()) / output, first, tokens, ours), ours);
    }
}
