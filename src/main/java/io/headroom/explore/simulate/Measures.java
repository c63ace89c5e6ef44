package io.headroom.explore.simulate;

/**
 * What is counted: requests that end in a window of time, and means over that time.
 *
 * <p>A burst is counted from its beginning to its end. Steady load is counted after two generations of requests. An open
 * loop starts empty and is counted once a fifth of the requests, and twice as many as are there, have ended. It is
 * saturated when over the window the number of requests there grows by more than three standard deviations of the number
 * that came (that of a Poisson number is its root).
 */
final class Measures {

    private static final double DEVIATIONS = 3;

    private final Arrivals arrivals;
    private final int wanted;
    private final int warmUp;
    private final Samples ttft;
    private final Samples tpot;
    private final Samples endToEnd;

    private boolean isCounting;
    private double begin;
    private double end;
    private int ended;
    private int there;
    private int thereAtBegin;
    private double outputTokens;
    private double promptTokens;
    private double thereSeconds;
    private double batchSeconds;
    private double queueSeconds;
    private double promisedSeconds;
    private int largestQueue;

    /** @param concurrent requests of a closed loop */
    Measures(Arrivals arrivals, int wanted, int concurrent) {
        this.arrivals = arrivals;
        this.wanted = wanted;
        this.warmUp = arrivals == Arrivals.STEADY ? 2 * concurrent : wanted / 5;
        this.isCounting = arrivals == Arrivals.BURST;
        // the last step may end more than wanted
        int expected = wanted + concurrent;
        this.ttft = new Samples(expected);
        this.tpot = new Samples(expected);
        this.endToEnd = new Samples(expected);
    }

    /** A request comes, and is noticed at {@code now}. */
    void comes(Request request, double now) {
        there++;
        if (isCounting) {
            double since = now - Math.max(request.arrivalSeconds, begin);
            thereSeconds += since;
            queueSeconds += since;
        }
    }

    /** Time passes. */
    void passes(double seconds, int batch, int queue, double promised) {
        if (isCounting) {
            thereSeconds += seconds * there;
            batchSeconds += seconds * batch;
            queueSeconds += seconds * queue;
            promisedSeconds += seconds * promised;
            largestQueue = Math.max(largestQueue, queue);
        }
    }

    /** A request has its last token. */
    void ends(Request request, double seconds) {
        there--;
        ended++;
        if (!isCounting) {
            return;
        }
        ttft.add(request.firstTokenSeconds - request.arrivalSeconds);
        endToEnd.add(seconds - request.arrivalSeconds);
        outputTokens += request.outputTokens;
        promptTokens += request.promptTokens;
        if (request.outputTokens > 1) {
            tpot.add((seconds - request.firstTokenSeconds) / (request.outputTokens - 1));
        }
        end = seconds;
    }

    /** After a step that ended at {@code now}: whether enough was seen. */
    boolean isComplete(double now) {
        if (!isCounting) {
            int least = arrivals == Arrivals.STEADY ? warmUp : Math.max(warmUp, Math.min(2 * there, wanted));
            if (ended >= least) {
                isCounting = true;
                begin = now;
                thereAtBegin = there;
            }
            return false;
        }
        end = arrivals == Arrivals.BURST ? end : now;
        return ttft.count() >= wanted;
    }

    /** What was seen; the whole system is {@code factor} times this replica. */
    Distribution distribution(double factor, long steps) {
        double seconds = end - begin;
        int counted = ttft.count();
        double perSecond = factor / seconds;
        int grown = there - thereAtBegin;
        boolean isSaturated = arrivals == Arrivals.POISSON && grown > DEVIATIONS * Math.sqrt(counted + grown);
        return new Distribution(ttft.spread(), tpot.spread(), endToEnd.spread(),
                counted * perSecond, outputTokens * perSecond, (outputTokens + promptTokens) * perSecond,
                thereSeconds * perSecond, batchSeconds / seconds, queueSeconds / seconds, largestQueue,
                promisedSeconds / seconds, isSaturated, counted, steps, seconds);
    }
}
