package io.headroom.explore.input;

import io.headroom.format.Dimension;
import io.headroom.plan.Demand;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.List;

/** What a plan is offered and paid for: the price of a GPU, what its links carry, how busy it is. */
final class Supply {

    private static final double FASTEST_LINK = 1e16;

    static final List<Input> ALL = List.of(
            input("hardware.pricePerGpuHour", "Price of a GPU", "What a GPU costs an hour.", Dimension.DOLLARS_PER_HOUR,
                    new Input.Range(0, 1e6, false, false), p -> p.hardware().pricePerGpuHour(),
                    (p, v) -> given(p, p.hardware().given().withPrice(v)),
                    Stops.at(0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8, 10, 12, 16)),
            input("hardware.intraNodeBytesPerSecond", "Link inside a node", "Link bandwidth of a GPU, per direction.",
                    Dimension.BYTES_PER_SECOND, new Input.Range(1e6, FASTEST_LINK, false, false),
                    p -> p.hardware().intraNodeBytesPerSecond(),
                    (p, v) -> given(p, p.hardware().given().withLinks(v,
                            p.hardware().given().interNodeBytesPerSecond())),
                    Stops.at(16e9, 32e9, 64e9, 100e9, 200e9, 300e9, 450e9, 600e9, 900e9, 1.8e12)),
            input("hardware.interNodeBytesPerSecond", "Link between nodes", "Link bandwidth of a GPU between nodes.",
                    Dimension.BYTES_PER_SECOND, new Input.Range(1e6, FASTEST_LINK, false, false),
                    p -> p.hardware().interNodeBytesPerSecond(),
                    (p, v) -> given(p, p.hardware().given().withLinks(p.hardware().given().intraNodeBytesPerSecond(),
                            v)),
                    Stops.at(1.25e9, 3.125e9, 6.25e9, 12.5e9, 25e9, 50e9, 100e9, 200e9)),
            input("demand.tokensPerDay", "Demand a day", "Output tokens a day.", Dimension.COUNT,
                    new Input.Range(0, 1e18, false, false), p -> p.demand().tokensPerDay(),
                    (p, v) -> p.withDemand(new Demand(v, p.demand().utilization())),
                    Stops.at(1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11)),
            input("demand.utilization", "Utilisation", "Share of the time that the deployment is busy.",
                    Dimension.FRACTION, new Input.Range(0.001, 1, false, false), p -> p.demand().utilization(),
                    (p, v) -> p.withDemand(new Demand(p.demand().tokensPerDay(), v)), Stops.even(0.05, 1, 19)));

    private Supply() {
    }

    private static Input input(String key, String label, String help, Dimension dimension, Input.Range range,
            java.util.function.ToDoubleFunction<Plan> get, Input.Setter set, List<Stop> stops) {
        return new Input(key, label, label, help, dimension, range, get, set, plan -> stops);
    }

    private static Plan given(Plan plan, Hardware.Given value) {
        return plan.withHardware(plan.hardware().with(value));
    }
}
