package io.headroom.check.audit;

import io.headroom.format.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A row of {@code report-claims.tsv}: a claim of a report, and what was found of it by hand. Rows were written before the
 * program had judged any; the last column has the reckoning.
 *
 * @param report "000" to "004"
 * @param claim the claim as a reader should hand it over
 * @param follows what the text computes it from: a kind of relation and operands "line:number"
 * @param arithmetic expected
 * @param verdict expected
 */
public record ExpectedClaim(String report, Claim claim, String follows, String arithmetic, String verdict) {

    private static final Map<String, Double> OTHER_UNITS = Map.of("x", 1.0, "score", 1.0, "h", 3600.0);

    /** Every row. */
    public static List<ExpectedClaim> all() throws IOException {
        try (var in = ExpectedClaim.class.getResourceAsStream("report-claims.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(ExpectedClaim::row).toList();
        }
    }

    private static ExpectedClaim row(String line) {
        String[] cells = line.split("\t");
        Written written = written(cells[7], cells[8], cells[9]);
        Claim claim = new Claim(Integer.parseInt(cells[1]), cells[2], cells[3], cells[4], cells[5], written,
                Claim.Role.valueOf(cells[6].toUpperCase(java.util.Locale.ROOT)));
        return new ExpectedClaim(cells[0], claim, cells[10], cells[11], cells[12]);
    }

    /** "6.82", "GB", "exact" as a reader reads it. */
    static Written written(String number, String unit, String bound) {
        double factor = OTHER_UNITS.containsKey(unit) ? OTHER_UNITS.get(unit) : Unit.of(unit).orElseThrow().factor();
        int decimals = number.contains(".") ? number.length() - number.indexOf('.') - 1 : 0;
        double value = Double.parseDouble(number);
        return new Written(value, unit, value * factor, Math.pow(10, -decimals) * factor,
                Written.Bound.valueOf(bound.toUpperCase(java.util.Locale.ROOT).replace(' ', '_')));
    }

    /** Where it stands, for messages. */
    public String place() {
        return "report " + report + " line " + claim.line() + ": " + claim.written().value() + " "
                + claim.written().unit() + " (" + claim.metric() + ")";
    }
}
