package io.headroom.report.write;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * Writes a report. Both forms come from one document, so both say the same; what people wrote into plans is escaped by the
 * library that writes them.
 */
public final class ReportWriter {

    private ReportWriter() {
    }

    /**
     * The report as one page.
     *
     * @param plan the element with the plan file, as the page shall have it
     */
    public static byte[] html(ReportContent report, String plan) {
        Blocks blocks = blocks(report, picture -> "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(picture.png()));
        blocks.paragraph("The plan file is inside of this page: open the page with Headroom to go on from here.");
        return Page.of(report, blocks, plan).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The report as Markdown with what belongs beside it: pictures and a table of all plans in SI units.
     *
     * @param name of the Markdown file without its ending
     * @return the files by name, the Markdown first
     */
    public static Map<String, byte[]> markdown(ReportContent report, String name) {
        Blocks blocks = blocks(report, picture -> address(fileName(name, picture)));
        blocks.code("json", report.planFile());
        String text = MarkdownRenderer.builder().extensions(List.of(TablesExtension.create())).build()
                .render(blocks.document());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name + ".md", text.getBytes(StandardCharsets.UTF_8));
        report.pictures().forEach(picture -> files.put(fileName(name, picture), picture.png()));
        files.put(name + ".csv", csv(report));
        return files;
    }

    /** All plans as comma-separated values in SI units. */
    public static byte[] csv(ReportContent report) {
        return ComparisonCsv.of(report.comparison()).getBytes(StandardCharsets.UTF_8);
    }

    private static String fileName(String name, Picture picture) {
        return name + "-" + picture.id() + ".png";
    }

    // what Markdown takes for the end of an address
    private static String address(String fileName) {
        return fileName.replace("%", "%25").replace(" ", "%20").replace("(", "%28").replace(")", "%29");
    }

    private static Blocks blocks(ReportContent report, Function<Picture, String> address) {
        Blocks blocks = new Blocks();
        VerdictPart.write(report, blocks);
        if (!report.pictures().isEmpty()) {
            blocks.heading(2, "Charts");
            Map<String, String> images = new LinkedHashMap<>();
            report.pictures().forEach(picture -> images.put(address.apply(picture), picture.sentence()));
            blocks.images(images);
        }
        RemarksPart.notes(report, blocks);
        FindingsPart.write(report, blocks);
        ComparePart.write(report, blocks);
        InputsPart.write(report, blocks);
        NumbersPart.write(report, blocks);
        PeersPart.write(report, blocks);
        RemarksPart.audit(report, blocks);
        InputsPart.launch(report, blocks);
        blocks.heading(2, "Plan file");
        return blocks;
    }
}
