package io.headroom.estimate.serving;

import static io.headroom.estimate.explain.Trace.term;

import io.headroom.estimate.explain.Trace;
import io.headroom.estimate.layout.Deployment;
import io.headroom.estimate.timing.DecodeTime;
import io.headroom.estimate.timing.PrefillTime;
import io.headroom.format.Dimension;

/**
 * The system at constant concurrency, each finished request replaced at once.
 *
 * <p>The other requests' prefills are spread over its life, so a request waits for fewer of them before its first token
 * the more it generates, {@code 1 - phi = (1 - phi0)*(O-1)^-gamma}; with phi0 = 0 and gamma = 0.8 this is within some 3 %
 * of the simulation of requests of unlike lengths, under either order of prompts and decoding.
 * {@code cycle = wait + alone + (b-1)*other + (O-1)*step}, wait = admissionSteps*step if b > 1 else 0; a share phi of the other
 * prefills falls into decoding: {@code TPOT = step + phi*(b-1)*other/(O-1)}, {@code TTFT = wait + alone +
 * (1-phi)*(b-1)*other}, {@code E2E = cycle}; requests/s {@code = B/cycle} (Little's law). Source: cost model, section 5.
 *
 * @param ttftSeconds time to first token
 * @param tpotSeconds time per further token
 * @param queueInTpotSeconds the part of it in which other requests' prefills run
 * @param queueInTtftSeconds the part of TTFT spent waiting for the step and for other prefills
 * @param cycleSeconds E2E latency of a request
 * @param requestsPerSecond of the whole system
 */
public record SteadyLoad(double ttftSeconds, double tpotSeconds, double queueInTpotSeconds, double queueInTtftSeconds,
        double cycleSeconds, double requestsPerSecond) {

    /** The steady state of a deployment. */
    public static SteadyLoad of(Deployment x, PrefillTime prefill, DecodeTime decode, Trace trace) {
        double step = decode.stepSeconds();
        double wait = term(trace, "wait", "Wait until the prompt is taken in",
                x.sequences > 1 ? "admissionSteps * decode.step" : "0",
                x.sequences > 1 ? x.constants.admissionSteps() * step : 0, Dimension.SECONDS);
        double others = term(trace, "others", "Prefills of the other requests of a rank", "(b - 1) * other",
                (x.sequences - 1) * prefill.otherSeconds(), Dimension.SECONDS);
        double cycle = term(trace, "e2e.steady", "E2E latency", "wait + ttft.alone + others + (O - 1) * decode.step",
                wait + prefill.aloneSeconds() + others + (x.outputTokens - 1) * step, Dimension.SECONDS);
        boolean isOne = x.outputTokens == 1;
        double phi = isOne ? term(trace, "phi", "Share of them that interrupts decoding", "0", 0, Dimension.FRACTION)
                : shareInDecode(x, trace);
        double inTpot = isOne ? 0 : phi * others / (x.outputTokens - 1);
        double tpot = term(trace, "tpot.steady", "TPOT", isOne ? "decode.step" : "decode.step + phi * others / (O - 1)",
                step + inTpot, Dimension.SECONDS);
        double inTtft = wait + (1 - phi) * others;
        double ttft = term(trace, "ttft.steady", "TTFT at steady load", "wait + ttft.alone + (1 - phi) * others",
                wait + prefill.aloneSeconds() + (1 - phi) * others, Dimension.SECONDS);
        double rate = term(trace, "throughput.requests", "Requests a second", "B / e2e.steady", x.requests / cycle,
                Dimension.REQUESTS_PER_SECOND);
        return new SteadyLoad(ttft, tpot, inTpot, inTtft, cycle, rate);
    }

    private static double shareInDecode(Deployment x, Trace trace) {
        double least = x.constants.prefillShareInDecode();
        double exponent = x.constants.prefillQueueExponent();
        boolean isSame = exponent == 0 || x.outputTokens <= 2;
        double phi = isSame ? least : 1 - (1 - least) * Math.pow(x.outputTokens - 1.0, -exponent);
        return term(trace, "phi", "Share of them that interrupts decoding", isSame ? "prefillShareInDecode"
                : "1 - (1 - prefillShareInDecode) * (O - 1) ^ (0 - prefillQueueExponent)", phi, Dimension.FRACTION);
    }
}
