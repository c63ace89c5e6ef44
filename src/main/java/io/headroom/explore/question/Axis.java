package io.headroom.explore.question;

import io.headroom.check.legal.Load;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;

/**
 * A whole number of a plan along which a question walks, and how metrics answer to it.
 *
 * <p>A question skips a range only by a bound that holds for all of it, so every claim here is one: tests compare the
 * answers with trying every value.
 */
enum Axis {
    REQUESTS {
        @Override
        Plan at(Plan plan, int x) {
            return Load.REQUESTS.with(plan, x);
        }
    },
    INPUT_TOKENS {
        @Override
        Plan at(Plan plan, int x) {
            return Load.INPUT_TOKENS.with(plan, x);
        }
    },
    /** GB/s of a GPU's memory. */
    MEMORY_BANDWIDTH {
        @Override
        Plan at(Plan plan, int x) {
            return plan.withHardware(new Hardware(plan.hardware().gpu().withMemoryBandwidth(x * GIGA),
                    plan.hardware().gpuJson(), plan.hardware().given()));
        }
    },
    /** GB/s between GPUs of a node. */
    NODE_LINK {
        @Override
        Plan at(Plan plan, int x) {
            Hardware.Given g = plan.hardware().given();
            return given(plan, new Hardware.Given(g.gpusPerNode(), x * GIGA, g.interNodeBytesPerSecond(),
                    g.intraNodeLatencySeconds(), g.interNodeLatencySeconds(), g.pricePerGpuHour(), g.priceBasis()));
        }
    },
    /** GB/s between nodes. */
    NETWORK {
        @Override
        Plan at(Plan plan, int x) {
            Hardware.Given g = plan.hardware().given();
            return given(plan, new Hardware.Given(g.gpusPerNode(), g.intraNodeBytesPerSecond(), x * GIGA,
                    g.intraNodeLatencySeconds(), g.interNodeLatencySeconds(), g.pricePerGpuHour(), g.priceBasis()));
        }
    };

    /** Bandwidths are walked in steps of 1 GB/s. */
    static final double GIGA = 1e9;

    /** How a metric answers to x. */
    enum Trend {
        /** It never falls. */
        RISES,
        /** It never rises. */
        FALLS,
        /** It is x, or x and a constant, over something that never falls: m(x) is at most m(lo)*x/lo. */
        OVER_RISING,
        /** The inverse of that. */
        RISING_OVER,
        /** Nothing is known. */
        UNKNOWN
    }

    /** {@code plan} with x. */
    abstract Plan at(Plan plan, int x);

    private static Plan given(Plan plan, Hardware.Given given) {
        return plan.withHardware(new Hardware(plan.hardware().gpu(), plan.hardware().gpuJson(), given));
    }
}
