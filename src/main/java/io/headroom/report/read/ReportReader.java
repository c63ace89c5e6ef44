package io.headroom.report.read;

import io.headroom.catalog.Catalog;
import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.Relation;
import io.headroom.check.audit.Unread;
import io.headroom.report.read.claim.ClaimReader;
import io.headroom.report.read.claim.Found;
import io.headroom.report.read.quantity.DecimalCommas;
import io.headroom.report.read.relation.RelationReader;
import io.headroom.report.read.review.ReviewBuilder;
import io.headroom.report.read.structure.Outline;
import io.headroom.report.read.structure.Passage;
import io.headroom.report.read.text.NotReadable;
import io.headroom.report.read.text.ReportText;
import java.util.ArrayList;
import java.util.List;

/** Reads a report: bytes to text, text to passages, passages to numbers, numbers to claims, relations and plans. */
public final class ReportReader {

    private static final int LONGEST_TITLE = 120;

    private ReportReader() {
    }

    /**
     * What {@code bytes} say of plans.
     *
     * @param fileName title of a report that has none
     * @throws NotReadable where they are no text, or a text without a single figure that is understood
     */
    public static ReportReading read(String fileName, byte[] bytes, Catalog catalog) throws NotReadable {
        ReportText text = ReportText.of(bytes);
        boolean commas = DecimalCommas.areIn(text.text());
        Outline outline = Outline.of(commas ? DecimalCommas.toPoints(text.text()) : text.text());
        ClaimReader.Reading reading = ClaimReader.read(outline);
        RelationReader.Related related = RelationReader.read(reading);
        if (related.numbers().stream().allMatch(f -> f.claim().metric().isEmpty())) {
            throw new NotReadable("No figure of a deployment plan was understood in this text: neither throughput, latency, memory, "
                    + "GPUs, degrees nor cost with a number and a unit.");
        }
        String name = title(outline, fileName);
        ReviewBuilder.Built built = ReviewBuilder.build(outline, related.numbers(), reading.subjects(), name, catalog);
        String only = reading.subjects().areNamed() ? "" : built.plans().getFirst().plan().name();
        List<Claim> claims = related.numbers().stream().map(Found::claim).map(c -> about(c, only)).toList();
        List<Relation> relations = related.relations().stream().map(r -> new Relation(r.kind(), about(r.result(), only),
                r.operands().stream().map(c -> about(c, only)).toList())).toList();
        List<Unread> unread = reading.unread().stream().distinct().toList();
        return new ReportReading(built.review(), new ClaimedReport(name, built.plans(), claims, relations, unread), built.open(),
                remarks(text, commas));
    }

    private static List<String> remarks(ReportText text, boolean commas) {
        List<String> remarks = new ArrayList<>(text.repairTexts());
        if (commas) {
            remarks.add("Numbers are written with decimal commas and read so: 1.234,5 is 1,234.5.");
        }
        return remarks;
    }

    // a report of one plan speaks of it throughout
    private static Claim about(Claim c, String only) {
        boolean its = !only.isEmpty() && c.subject().isEmpty() && !c.metric().isEmpty() && c.role() != Claim.Role.REQUIREMENT
                && c.role() != Claim.Role.ALERT;
        return its ? new Claim(c.line(), c.text(), only, c.metric(), c.scope(), c.written(), c.role()) : c;
    }

    private static String title(Outline outline, String fileName) {
        String title = outline.passages().stream().filter(p -> p.kind() == Passage.Kind.HEADING).findFirst().map(Passage::text)
                .orElse(fileName);
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
