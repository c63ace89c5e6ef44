package io.headroom.check.audit;

import static io.headroom.check.audit.Open.ACTIVE_PARAMETERS;
import static io.headroom.check.audit.Open.BATCH;
import static io.headroom.check.audit.Open.HARDWARE;
import static io.headroom.check.audit.Open.LAYOUT;
import static io.headroom.check.audit.Open.LENGTHS;
import static io.headroom.check.audit.Open.PRECISION;
import static io.headroom.check.audit.Open.SHAPE;

import io.headroom.catalog.Catalog;
import io.headroom.planfile.PlanFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reports as a person reads them: claims of the table, plans of the sample files, and what the texts leave open. */
public final class HandRead {

    private static final Pattern OPERAND = Pattern.compile("(?:([0-9]+):)?([0-9.]+)(.*)");

    private final Catalog catalog;
    private final List<ExpectedClaim> rows;

    HandRead(Catalog catalog, List<ExpectedClaim> rows) {
        this.catalog = catalog;
        this.rows = rows;
    }

    ClaimedReport report(String number) throws Exception {
        Path file = Path.of("sample-plans/report-" + number + ".json");
        List<ReadPlan> plans = PlanFile.read("x", Files.readAllBytes(file), catalog).review().plans().stream()
                .map(plan -> new ReadPlan(plan, open(number, plan.name()))).toList();
        List<Claim> claims = new ArrayList<>();
        rows.stream().filter(row -> row.report().equals(number)).forEach(row -> claims.add(row.claim()));
        List<Relation> relations = new ArrayList<>();
        for (ExpectedClaim row : rows) {
            if (row.report().equals(number) && !row.follows().isEmpty()) {
                relations.add(relation(row, claims));
            }
        }
        return new ClaimedReport("report " + number, plans, claims, relations, List.of());
    }

    /** What each text does not say of its plans; see the notes in the sample plans. */
    private static Set<Open> open(String report, String plan) {
        return switch (report) {
            case "000" -> Set.of(SHAPE, PRECISION, LAYOUT, BATCH, LENGTHS);
            case "001" -> plan.equals("original") ? Set.of(LAYOUT, LENGTHS) : Set.of(LENGTHS);
            case "002" -> Set.of(SHAPE, ACTIVE_PARAMETERS, HARDWARE, BATCH, LENGTHS);
            case "003" -> Set.of(PRECISION, BATCH, LENGTHS);
            default -> Set.of(SHAPE, ACTIVE_PARAMETERS, HARDWARE, PRECISION, BATCH, LENGTHS);
        };
    }

    private static Relation relation(ExpectedClaim row, List<Claim> claims) {
        String[] words = row.follows().split(" ");
        List<Claim> operands = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            operands.add(operand(words[i], row.claim(), claims));
        }
        return new Relation(Relation.Kind.valueOf(words[0]), row.claim(), operands);
    }

    private static Claim operand(String word, Claim result, List<Claim> claims) {
        Matcher matcher = OPERAND.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(word);
        }
        int line = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        Written written = ExpectedClaim.written(matcher.group(2), matcher.group(3), "exact");
        return claims.stream().filter(claim -> claim.line() == line && claim != result
                        && claim.written().si() == written.si() && claim.written().unit().equals(written.unit()))
                .findFirst().orElseGet(() -> constant(line, word, written, claims));
    }

    private static Claim constant(int line, String word, Written written, List<Claim> claims) {
        Claim constant = new Claim(line, word, "", "", "", written, Claim.Role.INPUT);
        claims.add(constant);
        return constant;
    }
}
