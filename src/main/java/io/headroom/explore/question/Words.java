package io.headroom.explore.question;

import io.headroom.format.Dimension;
import io.headroom.format.Formatter;
import io.headroom.plan.Hardware;
import io.headroom.plan.Parallelism;
import io.headroom.plan.Plan;

/** What answers say in the same words. */
final class Words {

    private static final Formatter FORMAT = Formatter.WITHOUT_BYTES;

    private Words() {
    }

    /** {@code "1 024"}. */
    static String count(long number) {
        return FORMAT.text(number, Dimension.COUNT);
    }

    /** {@code "TP 2 · PP 1 · DP 2"}, EP and CP where they are used. */
    static String degrees(Parallelism p) {
        return "TP " + p.tensor() + " · PP " + p.pipeline() + " · DP " + p.data()
                + (p.expert() > 1 ? " · EP " + p.expert() : "") + (p.context() > 1 ? " · CP " + p.context() : "");
    }

    /** {@code plan} at a price in US dollars a GPU-hour. */
    static Plan priced(Plan plan, double perGpuHour) {
        Hardware.Given g = plan.hardware().given();
        return plan.withHardware(new Hardware(plan.hardware().gpu(), plan.hardware().gpuJson(), new Hardware.Given(
                g.gpusPerNode(), g.intraNodeBytesPerSecond(), g.interNodeBytesPerSecond(),
                g.intraNodeLatencySeconds(), g.interNodeLatencySeconds(), perGpuHour, g.priceBasis())));
    }
}
