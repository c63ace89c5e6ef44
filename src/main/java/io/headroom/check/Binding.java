package io.headroom.check;

import io.headroom.estimate.Estimate;
import io.headroom.estimate.pass.Bound;
import io.headroom.format.Formatter;

/**
 * What keeps a phase from being faster, and what would come next.
 *
 * @param phase prefill or decode
 * @param first what most of its time is bound by
 * @param share the share of the time
 * @param next what the next largest share is bound by
 * @param nextShare that share
 */
public record Binding(Phase phase, Bound first, double share, Bound next, double nextShare) {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;
    private static final Bound[] BOUNDS = Bound.values();

    /** A phase of serving a request. */
    public enum Phase {
        PREFILL("prefill"),
        DECODE("decode");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        /** Its name. */
        public String word() {
            return word;
        }
    }

    /** Of a phase of {@code estimate}: the lone prefill, or the decode step. */
    public static Binding of(Estimate estimate, Phase phase) {
        double[] shares = switch (phase) {
            case PREFILL -> estimate.prefill().boundShares();
            case DECODE -> estimate.decode().boundShares();
        };
        int first = largest(shares, -1);
        int next = largest(shares, first);
        return new Binding(phase, BOUNDS[first], shares[first], BOUNDS[next], shares[next]);
    }

    private static int largest(double[] shares, int except) {
        int largest = except == 0 ? 1 : 0;
        for (int i = 0; i < shares.length; i++) {
            largest = i != except && shares[i] > shares[largest] ? i : largest;
        }
        return largest;
    }

    /** "decode: memory bandwidth 83 %, next link 12 %". */
    public String text() {
        String text = phase.word() + ": " + first.label() + " " + FORMAT.share(share);
        return nextShare > 0 ? text + ", next " + next.label() + " " + FORMAT.share(nextShare) : text;
    }
}
