package io.headroom.cli.sweep;

import io.headroom.cli.input.Refusal;
import io.headroom.estimate.Metric;
import io.headroom.plan.Extras;
import io.headroom.plan.Requirement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A limit as an argument: {@code ttft.steady<=2} in SI units. */
final class WrittenLimit {

    private static final Pattern TEXT = Pattern.compile("([A-Za-z0-9.]+)(<=|>=)([0-9]{1,30}([.][0-9]{1,30})?(e-?[0-9]{1,2})?)");

    private WrittenLimit() {
    }

    static Requirement read(String text) throws Refusal {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw Refusal.notValid("--limit '" + text + "' is none: write ID<=VALUE or ID>=VALUE, such as "
                    + "'ttft.steady<=2'.");
        }
        Optional<Metric> metric = Metric.byId(parts.group(1)).filter(m -> !m.isSimulated());
        if (metric.isEmpty()) {
            throw Refusal.notValid("--limit '" + parts.group(1) + "' is no metric that an estimate has; "
                    + "'headroom evaluate' names them.");
        }
        return new Requirement(metric.get().id(), parts.group(2).equals("<=") ? Requirement.Bound.AT_MOST
                : Requirement.Bound.AT_LEAST, Double.parseDouble(parts.group(3)), metric.get().dimension().si(), 0,
                false, Extras.NONE);
    }
}
