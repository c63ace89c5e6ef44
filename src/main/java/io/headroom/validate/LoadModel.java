package io.headroom.validate;

import io.headroom.catalog.Knob;
import io.headroom.estimate.Estimate;
import io.headroom.estimate.Estimator;
import io.headroom.estimate.Outcome;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.serving.SteadyLoad;
import io.headroom.plan.Plan;
import io.headroom.validate.read.Load;
import io.headroom.validate.read.Reading.Configuration;
import java.util.Set;

/**
 * The load of a measurement in the estimator's terms.
 *
 * <p>Closed loop: steady load at that concurrency, but for the first of so many generations, which all starts at once: TTFT
 * is a mean of steady load and of a burst, E2E of both is the same, as whatever does not wait for other prompts is
 * interrupted by them. Requests of equal lengths end in the order in which they began and so meet again: where prompts go
 * before decoding, the first burst stays in step for good, and a request waits for half of the others' prefills; where
 * both share passes, it comes in a convoy and waits for a few. A server that looks for requests only every so many steps
 * makes them wait for half of those, and one that sends text every so many tokens sends the first after as many. What the
 * memory model does not admit waits, so E2E follows from Little's law and TTFT from what TPOT leaves of it.
 *
 * <p>Static batch: TTFT of the last of a burst, then O - 1 steps.
 *
 * <p>Open loop: {@code B = 1 + rate * E2E(B)}, a request and those it meets (arrivals see time averages), solved by
 * bisection; all prefills it meets fall into its decoding, and its own waits as in a queue with fixed service times,
 * {@code u * other / (2 * (1 - u))} at utilisation {@code u = rate * other}; of prompts in the prefix cache only what is not
 * there is read.
 *
 * <p>Offline: closed loop at the largest batch that memory and engine admit; a run of a stated number of requests is waves
 * of that batch, the last of what is left.
 *
 * <p>Source: Little 1961; Wolff 1982; Pollaczek 1930.
 */
final class LoadModel {

    // sequences a GPU rank runs at most unless said: max_batch_size of trtllm-bench, max_num_seqs of vLLM 1 on large GPUs
    private static final int MOST_SEQUENCES_RESERVED = 2048;
    private static final int MOST_SEQUENCES = 1024;
    private static final int MOST_REQUESTS = 1 << 20;

    // schedulers that read every waiting prompt before they decode again: SGLang, vLLM before its version 1
    private static final Set<String> PREFILL_FIRST = Set.of("sglang", "vllm-v0");
    private static final double HALF = 0.5;
    // prompts of equal requests that are read before one of them, by rows of vLLM and TensorRT-LLM; among 1.5, 2 and 2.5
    private static final double CONVOY = 1.5;

    // beyond it a queue is as long as the benchmark lasts
    private static final double MOST_UTILISED = 0.95;

    private final Configuration c;
    private final Plan plan;
    private final double outputSteps;

    LoadModel(Configuration c) {
        this.c = c;
        this.plan = switch (c.load()) {
            case Load.Open _ -> shared(1);
            case Load.Closed closed when staysInStep(closed) -> shared(HALF);
            default -> c.plan();
        };
        this.outputSteps = c.plan().workload().outputTokens() - 1.0;
    }

    private boolean staysInStep(Load.Closed closed) {
        String engine = c.plan().assumptions().engine();
        return closed.hasEqualLengths() && engine != null && PREFILL_FIRST.contains(engine);
    }

    /** The plan with that share of other prefills in decoding, however many there are. */
    private Plan shared(double share) {
        return c.plan().withAssumptions(c.plan().assumptions().with(Knob.PREFILL_SHARE_IN_DECODE, share)
                .with(Knob.PREFILL_QUEUE_EXPONENT, 0));
    }

    /** The operating point, or null where the plan cannot be estimated. */
    OperatingPoint point() {
        return switch (c.load()) {
            case Load.Closed closed -> closed(closed.requests());
            case Load.Static batch -> batch(batch.requests());
            case Load.Open open -> open(open);
            case Load.Offline offline -> offline(offline);
            case Load.None _ -> null;
        };
    }

    /** The estimate at {@code requests}, or null. */
    private Estimate at(int requests) {
        Plan loaded = plan.withWorkload(plan.workload().withConcurrentRequests(requests));
        if (!(Estimator.estimate(loaded) instanceof Estimate e)) {
            return null;
        }
        return c.load() instanceof Load.Open open && open.uncachedTokens() > 0 ? reading(open.reading(loaded), e) : e;
    }

    /** {@code whole} where only the prompts of {@code read} are read; all tokens are attended in decoding. */
    private static Estimate reading(Plan read, Estimate whole) {
        // a plan that can be estimated can be with shorter prompts
        Estimate rest = (Estimate) Estimator.estimate(read);
        SteadyLoad steady = SteadyLoad.of(new Deployment(whole.plan()), rest.prefill(), whole.decode(), null);
        return new Estimate(whole.plan(), whole.groups(), whole.mostLayers(), whole.peakFlops(), whole.memory(),
                rest.prefill(), whole.decode(), steady, whole.cost());
    }

    private OperatingPoint closed(int requests) {
        Estimate e = at(requests);
        if (e == null) {
            return null;
        }
        long admitted = admitted(e);
        if (admitted <= 0 || requests <= admitted) {
            return c.load() instanceof Load.Closed closed && requests > 1 && outputSteps > 0 ? benchmark(closed, e)
                    : steady(e);
        }
        Estimate full = at((int) admitted);
        double rate = full.steady().requestsPerSecond();
        double whole = requests / rate;
        double tpot = full.steady().tpotSeconds();
        return new OperatingPoint(whole - outputSteps * tpot, tpot, whole, rate);
    }

    private OperatingPoint benchmark(Load.Closed closed, Estimate e) {
        double step = e.decode().stepSeconds();
        double look = (closed.server().stepsPerLook() - 1) * HALF * step;
        double text = (closed.server().tokensPerText() - 1) * step;
        double whole = e.steady().cycleSeconds() + look;
        double ttft = e.steady().ttftSeconds() + look;
        if (!staysInStep(closed)) {
            ttft += closed.hasEqualLengths() ? convoySeconds(closed, e) : 0;
            // the crowd of the first generation is still felt in the second: 0.11 of a burst in simulations of ten
            double first = closed.generations() < 2 ? closed.generations() : 1.0 / (closed.generations() - 1);
            ttft += first * (e.prefill().burstMeanSeconds() - ttft);
        }
        ttft = Math.min(ttft + text, whole);
        return new OperatingPoint(ttft, (whole - ttft) / outputSteps, whole, closed.requests() / whole);
    }

    /** What a request of a convoy waits for more than one that comes alone. */
    private double convoySeconds(Load.Closed closed, Estimate e) {
        double others = Math.ceilDiv(closed.requests(), ranks(e)) - 1;
        double other = e.prefill().otherSeconds();
        double inTtft = others * other - e.steady().queueInTpotSeconds() * outputSteps;
        return Math.min(CONVOY, others) * other - inTtft;
    }

    private OperatingPoint batch(int requests) {
        Estimate e = at(requests);
        if (e == null) {
            return null;
        }
        long admitted = admitted(e);
        if (admitted > 0 && requests > admitted) {
            OperatingPoint full = batch((int) admitted);
            double whole = full.endToEndSeconds() * requests / admitted;
            return new OperatingPoint(full.ttftSeconds(), full.tpotSeconds(), whole, requests / whole);
        }
        double first = e.prefill().burstLastSeconds();
        double step = e.decode().stepSeconds();
        double whole = first + outputSteps * step;
        return new OperatingPoint(first, step, whole, requests / whole);
    }

    private OperatingPoint open(Load.Open load) {
        double perSecond = load.perSecond();
        Estimate one = at(1);
        if (one == null) {
            return null;
        }
        long admitted = Math.clamp(admitted(one), 1, MOST_REQUESTS);
        int low = 1;
        int high = (int) Math.min(admitted, load.most() > 0 ? load.most() : most(one));
        if (isBelow(high, perSecond)) {
            return closed(high);
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isBelow(middle, perSecond)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        OperatingPoint found = between(low, high, perSecond);
        double other = at(high).prefill().otherSeconds();
        double utilised = Math.min(MOST_UTILISED, perSecond / ranks(one) * other);
        double queue = utilised * other / (2 * (1 - utilised));
        return new OperatingPoint(found.ttftSeconds() + queue, found.tpotSeconds(), found.endToEndSeconds() + queue,
                perSecond);
    }

    private OperatingPoint between(int low, int high, double perSecond) {
        OperatingPoint a = steady(at(low));
        if (high <= low) {
            return a;
        }
        OperatingPoint b = steady(at(high));
        double atLow = low - 1 - perSecond * a.endToEndSeconds();
        double atHigh = high - 1 - perSecond * b.endToEndSeconds();
        return a.towards(b, Math.clamp(-atLow / (atHigh - atLow), 0, 1));
    }

    /** Whether more requests than {@code requests} are in flight at this rate. */
    private boolean isBelow(int requests, double perSecond) {
        return requests - 1 < perSecond * steady(at(requests)).endToEndSeconds();
    }

    private OperatingPoint offline(Load.Offline run) {
        Estimate one = at(1);
        if (one == null) {
            return null;
        }
        long cap = run.most() > 0 ? run.most() : most(one);
        int batch = (int) Math.clamp(admitted(one), 1, cap);
        return run.requests() == 0 ? steady(at(batch)) : waves(batch, run.requests());
    }

    /** A run of {@code requests}: as many waves of {@code batch} as are full, then one of what is left. */
    private OperatingPoint waves(int batch, int requests) {
        if (requests <= batch) {
            return steady(at(requests));
        }
        OperatingPoint full = steady(at(batch));
        int left = requests % batch;
        double seconds = requests / batch * full.endToEndSeconds() + (left == 0 ? 0 : steady(at(left)).endToEndSeconds());
        return new OperatingPoint(full.ttftSeconds(), full.tpotSeconds(), full.endToEndSeconds(), requests / seconds);
    }

    /** Requests for which there is room: all of their tokens where the engine reserves them, else the mean of S + O/2. */
    private long admitted(Estimate e) {
        if (c.reservesWhole()) {
            return e.memory().largestBatch();
        }
        if (e.memory().largestBatch() >= c.plan().workload().concurrentRequests() && !(c.load() instanceof Load.Offline)
                && !(c.load() instanceof Load.Open)) {
            return e.memory().largestBatch();
        }
        Plan half = c.plan().withWorkload(c.plan().workload()
                .withOutputTokens(Math.max(1, c.plan().workload().outputTokens() / 2)));
        Outcome outcome = Estimator.estimate(half);
        return outcome instanceof Estimate h ? h.memory().largestBatch() : 0;
    }

    private long most(Estimate e) {
        return (long) ranks(e) * (c.reservesWhole() ? MOST_SEQUENCES_RESERVED : MOST_SEQUENCES);
    }

    private int ranks(Estimate e) {
        return e.groups().attentionData() * plan.parallelism().data();
    }

    private static OperatingPoint steady(Estimate e) {
        return new OperatingPoint(e.steady().ttftSeconds(), e.steady().tpotSeconds(), e.steady().cycleSeconds(),
                e.steady().requestsPerSecond());
    }
}
