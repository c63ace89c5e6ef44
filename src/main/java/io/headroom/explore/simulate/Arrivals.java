package io.headroom.explore.simulate;

import java.util.Arrays;
import java.util.Optional;

/** When requests come. */
public enum Arrivals {
    /** All concurrent requests at once, each replaced when it ends, every one counted: public benchmarks. */
    BURST("burst"),
    /** The same without start and end: the first requests are caught at a random age and not counted. */
    STEADY("steady"),
    /** At random, at the workload's rate, however many are there already. */
    POISSON("poisson");

    private final String id;

    Arrivals(String id) {
        this.id = id;
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /** The arrivals called {@code id}. */
    public static Optional<Arrivals> byId(String id) {
        return Arrays.stream(values()).filter(arrivals -> arrivals.id.equals(id)).findFirst();
    }
}
