package io.headroom.explore.simulate;

import io.headroom.estimate.timing.PromptChunks;
import io.headroom.estimate.timing.StepTime;
import io.headroom.estimate.timing.StepTimes;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * One replica, step by step: who has come is admitted, the policy puts a step together, its time passes.
 *
 * <p>A request that comes when a step begins is in the next one, as the step was put together without it; an idle replica
 * begins at once. So a replaced request waits for a step, and a lone one for none, as in the estimate of steady load. A
 * scheduler that takes requests in only every so many steps, {@code admissionSteps}, lets one wait for as many, while others run.
 * A request is with the scheduler only when the server is done with it, {@code overheadPerRequest} after it was sent; many
 * are prepared side by side, as in the estimate of a burst.
 */
final class Replica {

    /** How it ends: enough was seen, it was told to stop, or more came than it can hold. */
    enum End { ENOUGH, CANCELLED, OVERRUN }

    private static final int STEPS_BETWEEN_LOOKS = 128;

    private final StepTimes times;
    private final SimulationInput input;
    private final RequestSource source;
    private final Admission admission;
    private final Prompts prompts;
    private final Decoding decoding;
    private final Measures measures;
    /** Prompts that end gathering. */
    private final int gathered;

    /** Those whom the scheduler has not seen yet: still with the server, or come as the last step ended. */
    private final ArrayDeque<Request> fresh = new ArrayDeque<>();
    /** Those whose prompt is read but whose first token is not yet out of the last stage. */
    private final ArrayDeque<Request> inPipe = new ArrayDeque<>();
    private double now;
    private long steps;
    /** Requests of a burst still to come. */
    private int left;
    /** Gathered prompts still to be read before decoding goes on. */
    private int toRead;

    Replica(StepTimes times, SimulationInput input, RequestSource source, Admission admission, Prompts prompts,
            Decoding decoding, Measures measures, int gathered) {
        this.times = times;
        this.input = input;
        this.source = source;
        this.admission = admission;
        this.prompts = prompts;
        this.decoding = decoding;
        this.measures = measures;
        this.gathered = gathered;
    }

    long steps() {
        return steps;
    }

    /** Plays until enough requests are counted, unless something ends it before. */
    End run(int concurrent, int wanted, BooleanSupplier isCancelled) {
        if (input.arrivals() != Arrivals.POISSON) {
            left = wanted;
            for (int i = 0; i < concurrent; i++) {
                boolean isCaught = input.arrivals() == Arrivals.STEADY;
                come(isCaught ? source.caught() : source.at(0));
                left--;
            }
        }
        long looks = 0;
        while (!measures.isComplete(now)) {
            if (looks++ % STEPS_BETWEEN_LOOKS == 0 && isCancelled.getAsBoolean()) {
                return End.CANCELLED;
            }
            next();
            if (fresh.size() + admission.waiting() > Simulation.MOST_REQUESTS) {
                return End.OVERRUN;
            }
        }
        return End.ENOUGH;
    }

    private void next() {
        while (source.nextArrivalSeconds() <= now && fresh.size() <= Simulation.MOST_REQUESTS) {
            Request request = source.arrive();
            come(request);
        }
        join();
        see(request -> readySeconds(request) < now && steps - request.stepsBefore >= times.admissionSteps());
        admission.admit(prompts, now);
        if (decoding.count() == 0 && prompts.isEmpty()) {
            see(request -> readySeconds(request) <= now);
            admission.admit(prompts, now);
        }
        if (decoding.count() == 0 && prompts.isEmpty()) {
            sleep();
        } else {
            step();
        }
    }

    /** Those whose first token is out go on to decode. */
    private void join() {
        while (!inPipe.isEmpty() && inPipe.peek().firstTokenSeconds <= now) {
            Request request = inPipe.poll();
            if (request.outputTokens == 1) {
                end(request, request.firstTokenSeconds);
            } else {
                decoding.add(request);
            }
        }
    }

    private void step() {
        boolean isPromptsAlone = switch (input.policy()) {
            case CHUNKED_MIXED -> false;
            case PREFILL_FIRST -> !prompts.isEmpty();
            case PREFILL_EXCLUSIVE -> isReading();
        };
        int batch = isPromptsAlone ? 0 : decoding.count();
        boolean isMixed = input.policy() == Policy.CHUNKED_MIXED || isPromptsAlone;
        int queue = queue();
        PromptChunks chunks = isMixed ? prompts.take(times.promptTokensBeside(batch)) : PromptChunks.NONE;
        StepTime time = times.mixed(batch, batch == 0 ? 0 : decoding.meanContext(), chunks);
        measures.passes(time.seconds(), decoding.count(), queue, admission.promised());
        now += time.seconds();
        steps++;
        prompts.finish(time.throughSeconds() - time.seconds(), this::isRead);
        if (batch > 0) {
            for (Request r = decoding.step(); r != null; r = r.next) {
                end(r, now);
            }
        }
    }

    /** Whether gathered prompts are read now, and others wait. */
    private boolean isReading() {
        if (toRead == 0 && !prompts.isEmpty() && (decoding.count() == 0 || prompts.count() >= gathered
                || now - prompts.first().admittedSeconds >= input.gatheringSeconds())) {
            toRead = prompts.count();
        }
        return toRead > 0;
    }

    private void isRead(Request request) {
        toRead = Math.max(0, toRead - 1);
        double out = now + request.fillSeconds;
        // first in, first out
        request.firstTokenSeconds = inPipe.isEmpty() ? out : Math.max(out, inPipe.peekLast().firstTokenSeconds);
        inPipe.add(request);
    }

    private void end(Request request, double seconds) {
        admission.release(request);
        measures.ends(request, seconds);
        boolean isReplaced = switch (input.arrivals()) {
            case BURST -> left > 0;
            case STEADY -> true;
            case POISSON -> false;
        };
        if (isReplaced) {
            left--;
            come(source.at(seconds));
        }
    }

    private void come(Request request) {
        measures.comes(request, now);
        // who came while a step ran has seen part of it; who comes as it ends has not
        request.stepsBefore = request.arrivalSeconds < now ? steps - 1 : steps;
        fresh.add(request);
    }

    /** The scheduler sees those whom the server had ready by then. */
    private void see(Predicate<Request> isSeen) {
        while (!fresh.isEmpty() && isSeen.test(fresh.peek())) {
            admission.add(fresh.poll());
        }
    }

    private double readySeconds(Request request) {
        return request.arrivalSeconds + times.requestSeconds();
    }

    /** Nothing can run: time goes on to what happens next. */
    private void sleep() {
        double out = inPipe.isEmpty() ? Double.POSITIVE_INFINITY : inPipe.peek().firstTokenSeconds;
        double ready = fresh.isEmpty() ? Double.POSITIVE_INFINITY : readySeconds(fresh.peek());
        double next = Math.min(Math.min(out, ready), source.nextArrivalSeconds());
        if (next == Double.POSITIVE_INFINITY) {
            if (queue() > 0) {
                throw new IllegalStateException("nothing runs and nobody comes, yet " + queue() + " requests wait");
            }
            // the last of a burst has ended with its first token
            return;
        }
        measures.passes(next - now, 0, queue(), admission.promised());
        now = next;
    }

    private int queue() {
        return admission.waiting() + fresh.size() + prompts.count();
    }
}
