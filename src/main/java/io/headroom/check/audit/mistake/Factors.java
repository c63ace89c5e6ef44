package io.headroom.check.audit.mistake;

import io.headroom.estimate.layout.Groups;
import io.headroom.format.Dimension;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mistakes that multiply the true value by something known: units, efficiencies, and how many GPUs.
 *
 * @param dimension what the claim measures, empty where nobody knows
 * @param plan the plan that it is about, empty where it is about none
 */
record Factors(Optional<Dimension> dimension, Optional<Plan> plan) {

    private static final double GIB = 0x1p30 / 1e9;

    /** Every mistake of this kind, made with {@code value}. */
    List<Candidate> of(double value) {
        List<Candidate> all = new ArrayList<>();
        units(value, all);
        plan.ifPresent(p -> plan(p, value, all));
        return all;
    }

    private void units(double value, List<Candidate> all) {
        if (dimension.isEmpty()) {
            return;
        }
        switch (dimension.get()) {
            case BYTES -> {
                all.add(new Candidate("GiB written as GB", value / GIB));
                all.add(new Candidate("GB written as GiB", value * GIB));
                prefixes(value, all);
            }
            case SECONDS -> {
                all.add(new Candidate("milliseconds written as seconds", value * 1e3));
                all.add(new Candidate("seconds written as milliseconds", value / 1e3));
            }
            case TOKENS_PER_SECOND, REQUESTS_PER_SECOND -> {
                all.add(new Candidate("per millisecond and per second mixed up", value / 1e3));
                all.add(new Candidate("per millisecond and per second mixed up (1,000 times too much)", value * 1e3));
            }
            case FLOP, FLOP_PER_SECOND, PARAMETERS, TOKENS, BYTES_PER_SECOND -> prefixes(value, all);
            case FRACTION -> {
                all.add(new Candidate("a fraction written as a percentage", value / 100));
                all.add(new Candidate("a percentage written as a fraction", value * 100));
            }
            case COUNT, DOLLARS, DOLLARS_PER_HOUR, WATTS, JOULES_PER_TOKEN -> { }
        }
    }

    private static void prefixes(double value, List<Candidate> all) {
        all.add(new Candidate("a prefix 1,000 times too large (G written as T)", value * 1e3));
        all.add(new Candidate("a prefix 1,000 times too small (T written as G)", value / 1e3));
    }

    private void plan(Plan p, double value, List<Candidate> all) {
        boolean isSpread = dimension.filter(d -> d != Dimension.FRACTION && d != Dimension.COUNT).isPresent();
        if (!isSpread || !Groups.areWhole(p.parallelism())) {
            return;
        }
        Groups groups = Groups.of(p.parallelism());
        int data = p.parallelism().data();
        int pipeline = p.parallelism().pipeline();
        by(data, "multiplied by DP = ", "divided by DP = ", value, all);
        by(pipeline, "multiplied by PP, a replica counted for one stage: times ",
                "divided by PP, one stage counted for a replica: over ", value, all);
        if (groups.replicaGpus() > 1) {
            by(groups.replicaGpus(), "the figure of a replica taken for that of a GPU, times ",
                    "the figure of a GPU taken for that of a replica, divided by ", value, all);
        }
        if (groups.gpus() > groups.replicaGpus()) {
            by(groups.gpus(), "the figure of the system taken for that of a GPU, times ",
                    "the figure of a GPU taken for that of the system, divided by ", value, all);
        }
        efficiency(p.assumptions().constants().mfu(), groups.replicaGpus(), value, all);
    }

    private void efficiency(double mfu, long replicaGpus, double value, List<Candidate> all) {
        boolean isTime = dimension.get() == Dimension.SECONDS;
        boolean isSpeed = dimension.get() == Dimension.TOKENS_PER_SECOND
                || dimension.get() == Dimension.FLOP_PER_SECOND;
        if (mfu < 1 && (isTime || isSpeed)) {
            all.add(new Candidate("MFU applied twice", isTime ? value / mfu : value * mfu));
            all.add(new Candidate("MFU forgotten", isTime ? value * mfu : value / mfu));
        }
        if (isTime && replicaGpus > 1) {
            all.add(new Candidate("split among the " + replicaGpus + " GPUs of a replica twice",
                    value / mfu / replicaGpus));
        }
    }

    private static void by(long count, String times, String over, double value, List<Candidate> all) {
        if (count > 1) {
            all.add(new Candidate(times + count, value * count));
            all.add(new Candidate(over + count, value / count));
        }
    }
}
