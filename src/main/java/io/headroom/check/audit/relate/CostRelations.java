package io.headroom.check.audit.relate;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Relation.Kind;
import io.headroom.estimate.layout.Groups;
import io.headroom.format.Dimension;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Money: {@code cost of n tokens = price a second * n / (tokens a second)} with the price per GPU-hour times the GPUs, and
 * {@code cost a day = cost of 1K tokens * tokens a day / 1000}. Utilisation is taken as 1, as texts do that say nothing.
 */
final class CostRelations {

    private static final String PER_1K = "cost.per1kTokens";
    private static final String PER_MILLION = "cost.perMillionTokens";
    private static final Pattern DAILY = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([kKMB]?) tokens/day");

    private final Statements statements;
    private final Statements base;
    private final List<Relation> found;

    CostRelations(Statements statements, Statements base, List<Relation> found) {
        this.statements = statements;
        this.base = base;
        this.found = found;
    }

    void find() {
        double hourly = statements.plan().hardware().pricePerGpuHour()
                * statements.groups().map(Groups::gpus).orElse(1L);
        if (hourly > 0) {
            perTokens(PER_1K, 1e3, hourly);
            perTokens(PER_MILLION, 1e6, hourly);
        }
        List<Claim> daily = statements.all("cost.perDay");
        OptionalDouble tokens = tokensPerDay();
        if (!daily.isEmpty() && tokens.isPresent()) {
            boolean isPerThousand = base.first(PER_1K).isPresent();
            Claim count = isPerThousand ? Constants.of("thousand tokens", tokens.getAsDouble() / 1e3)
                    : Constants.of("million tokens", tokens.getAsDouble() / 1e6);
            base.first(isPerThousand ? PER_1K : PER_MILLION).ifPresent(cost -> daily.forEach(day -> found.add(
                    new Relation(Kind.PRODUCT, day, List.of(cost, count)))));
        }
    }

    private void perTokens(String metric, double tokens, double hourly) {
        Claim price = Constants.of("for " + Math.round(tokens) + " s of all GPUs", hourly / 3600 * tokens, Dimension.DOLLARS);
        base.first("throughput.outputTokens").ifPresent(rate -> statements.all(metric).forEach(
                cost -> found.add(new Relation(Kind.QUOTIENT, cost, List.of(price, rate)))));
    }

    private OptionalDouble tokensPerDay() {
        Matcher matcher = DAILY.matcher(statements.scope());
        if (!matcher.matches()) {
            double demand = statements.plan().demand().tokensPerDay();
            return statements.scope().isEmpty() && demand > 0 ? OptionalDouble.of(demand) : OptionalDouble.empty();
        }
        double factor = switch (matcher.group(2)) {
            case "k", "K" -> 1e3;
            case "M" -> 1e6;
            case "B" -> 1e9;
            default -> 1;
        };
        return OptionalDouble.of(Double.parseDouble(matcher.group(1)) * factor);
    }
}
