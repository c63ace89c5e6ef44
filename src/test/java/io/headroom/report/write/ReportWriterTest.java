package io.headroom.report.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.check.RequirementStatus;
import io.headroom.check.legal.Load;
import io.headroom.estimate.Explanation;
import io.headroom.estimate.Metric;
import io.headroom.explore.input.Assumption;
import io.headroom.explore.input.Inputs;
import io.headroom.explore.launch.Launch;
import io.headroom.explore.peer.Peer;
import io.headroom.explore.peer.Peers;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Extras;
import io.headroom.plan.Note;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import io.headroom.plan.Review;
import io.headroom.planfile.Embedded;
import io.headroom.planfile.PlanFile;
import io.headroom.session.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A report has everything that a reviewer asks for, whatever people wrote into the plan. */
class ReportWriterTest {

    private static final Catalog CATALOG = CatalogFiles.load();
    private static final List<Picture> PICTURES = List.of(
            new Picture("memory", "Memory per GPU: 1 GB", new byte[] {1, 2, 3}),
            new Picture("ttft", "TTFT <of> a \"burst\"", new byte[] {4, 5}));
    private static final String SIZE = "[−+]?[\\d.\u2009]+ (?:[kMGT]i?B|B)\\b";

    @Test
    void aPageHasEverythingThatAReviewerAsksFor() throws Exception {
        Review review = Samples.read("report-001", CATALOG).review();
        ReportContent report = content(review, ByteUnits.GB);
        Document page = parsed(ReportWriter.html(report, Embedded.element(review)));
        String text = page.getDocumentElement().getTextContent();
        Plan plan = review.plans().getFirst();
        Formatter format = new Formatter(ByteUnits.GB);

        assertThat(text).contains(report.judgement().verdict().toString());
        assertThat(text.toLowerCase(java.util.Locale.ROOT)).contains("analytic estimate");
        for (RequirementStatus status : report.judgement().requirements()) {
            assertThat(text).contains(status.text()).contains(status.metric().orElseThrow().label());
        }
        for (Assumption assumption : Inputs.ASSUMPTIONS) {
            assertThat(rowOf(page, assumption.input().label())).as(assumption.input().label())
                    .contains(assumption.input().text(assumption.input().valueIn(plan), format))
                    .containsAnyOf("this plan", "profile " + plan.assumptions().profile().id());
        }
        assertThat(text).contains(plan.assumptions().profile().source());
        Inputs.PARALLELISM.forEach(input -> assertThat(rowOf(page, input.label()))
                .contains(input.text(input.valueIn(plan), format)));
        report.advice().diagnoses().forEach(d -> {
            assertThat(text).contains(d.text(format));
            d.repairs().stream().limit(3).forEach(r -> assertThat(text).contains("Fix: " + r.fix().label()));
        });
        plan.notes().forEach(note -> assertThat(text).contains(note.text()));
        Launch.of(plan).forEach(launch -> assertThat(text).contains(launch.text()));
        review.plans().forEach(p -> assertThat(text).contains(p.name()));
        assertThat(text).contains(report.audit().orElseThrow().summary());
        assertThat(rowOf(page, Metric.MEMORY_TOTAL.label()))
                .contains(format.text(report.judgement().value(Metric.MEMORY_TOTAL), Metric.MEMORY_TOTAL.dimension()));
        NodeList images = page.getElementsByTagName("img");
        assertThat(images.getLength()).isEqualTo(PICTURES.size());
        for (int i = 0; i < PICTURES.size(); i++) {
            Element image = (Element) images.item(i);
            assertThat(image.getAttribute("alt")).isEqualTo(PICTURES.get(i).sentence());
            assertThat(Base64.getDecoder().decode(image.getAttribute("src").replace("data:image/png;base64,", "")))
                    .isEqualTo(PICTURES.get(i).png());
        }
    }

    // who computes what otherwise, and by how much, is tested by PeersTest with numbers worked out by hand
    @Test
    void aReportSaysWhereOthersComputeOtherwise() throws Exception {
        for (String name : List.of("report-001", "llama-3.1-70b-8xh100-sxm")) {
            Review review = Samples.read(name, CATALOG).review();
            ReportContent report = content(review, ByteUnits.GB);
            List<Peer> peers = Peers.of(Explanation.of(report.judgement().plan()));
            assertThat(peers).hasSizeGreaterThan(3);
            Document page = parsed(ReportWriter.html(report, Embedded.element(review)));
            for (Peer peer : peers) {
                assertThat(page.getDocumentElement().getTextContent()).contains(peer.topic().label() + ": " + peer.topic().here());
                assertThat(rows(page)).anyMatch(row -> row.contains(peer.who() + ": ")
                        && row.endsWith(new Formatter(ByteUnits.GB).factor(peer.factor())));
            }
        }
    }

    @Test
    void aPageNeedsNothingBesideItAndRunsNothing() throws Exception {
        Review review = Samples.read("report-003", CATALOG).review();
        String html = new String(ReportWriter.html(content(review, ByteUnits.GB), Embedded.element(review)),
                StandardCharsets.UTF_8);
        String frame = html.replaceAll("(?s)<script type=\"application/json\".*?</script>", "");
        assertThat(frame).doesNotContain("<script").doesNotContain("<link").doesNotContain("src=\"http")
                .doesNotContain("url(").doesNotContain("@import");
    }

    @Test
    void whateverPeopleWriteStaysText() throws Exception {
        String evil = "<script>alert(1)</script> | *a* _b_ `c` [d](javascript:e) <img src=x onerror=f> & \"q\" </script>\n# no\n- no";
        Review sample = Samples.read("report-001", CATALOG).review();
        Plan plan = sample.plans().getFirst().withName(evil).withNotes(List.of(new Note(evil, evil, Extras.NONE)));
        Review review = new Review(evil, evil, List.of(plan, sample.plans().get(1)), Extras.NONE);
        byte[] html = ReportWriter.html(content(review, ByteUnits.GB), Embedded.element(review));
        Document page = parsed(html);
        String flat = evil.replace("\n", " ");
        assertThat(page.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(flat);
        assertThat(page.getElementsByTagName("h1").item(0).getTextContent()).isEqualTo(flat);
        for (String tag : List.of("script", "a", "em")) {
            assertThat(page.getElementsByTagName(tag).getLength()).as(tag).isZero();
        }
        List<Launch> launches = Launch.of(plan);
        NodeList code = page.getElementsByTagName("code");
        assertThat(code.getLength()).as("launch flags only").isEqualTo(launches.size());
        for (int i = 0; i < code.getLength(); i++) {
            assertThat(code.item(i).getTextContent()).isEqualTo(launches.get(i).text());
        }
        assertThat(page.getElementsByTagName("img").getLength()).isEqualTo(PICTURES.size());
        assertThat(reviewIn(html)).isEqualTo(review);
    }

    @Test
    void theReviewInsideOfAPageOpensAgain() throws Exception {
        for (String name : Samples.NAMES) {
            Review review = Samples.read(name, CATALOG).review();
            byte[] html = ("<html>" + Embedded.element(review) + "</html>").getBytes(StandardCharsets.UTF_8);
            assertThat(reviewIn(html)).as(name).isEqualTo(review);
        }
        assertThat(Embedded.find("# A report\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void onlyUnitsOfBytesChangeWithTheirSwitch() {
        for (String name : List.of("report-001", "llama-3.1-70b-8xh100-sxm")) {
            Review review = Samples.read(name, CATALOG).review();
            String gb = text(content(review, ByteUnits.GB));
            String gib = text(content(review, ByteUnits.GIB));
            assertThat(gib).isNotEqualTo(gb).contains("GiB");
            // every line is the same but for sizes, and a row of a table that is a size has changed
            assertThat(gib.replaceAll(SIZE, "#")).isEqualTo(gb.replaceAll(SIZE, "#"));
            String total = "\\|Memory per GPU\\|([^|]+)\\|memory.total";
            assertThat(found(gib, total)).endsWith("GiB");
            assertThat(found(gb, total)).endsWith(" GB");
        }
    }

    /** Of a plan that overflows and is uncertain of its reserve; nothing in it was written by people. */
    @Test
    void aReportInGibHasNoSizeInGb() {
        Plan plan = Samples.read("llama-3.1-70b-8xh100-sxm", CATALOG).review().plans().getFirst();
        Plan large = Load.REQUESTS.with(plan, 100_000).withNotes(List.of()).withRequirements(List.of())
                .withRanges(Ranges.NONE.with("assumptions.reserveBytes", new Ranges.Range(1e9, 4e9)));
        Review review = new Review("r", large.name(), List.of(large, plan.withName("other").withNotes(List.of())
                .withRequirements(List.of())), Extras.NONE);
        String gb = text(content(review, ByteUnits.GB).with(List.of()));
        String gib = text(content(review, ByteUnits.GIB).with(List.of()));
        assertThat(gb).containsPattern("needs [\\d.]+ TB a GPU of [\\d.]+ GB usable: over by").containsPattern("Reserve 1 GB to 4 GB");
        // 1e9 / 2^20 = 953.7, 4e9 / 2^30 = 3.725
        assertThat(gib).containsPattern("needs [\\d.]+ TiB a GPU of [\\d.]+ GiB usable: over by").contains("Reserve 953.7 MiB to 3.725 GiB");
        assertThat(gib.lines().filter(line -> Pattern.compile("\\d [kMGT]B(?![\\w/])").matcher(line).find())).isEmpty();
    }

    @Test
    void markdownHasItsPicturesATableAndThePlanBesideIt() throws Exception {
        Review review = Samples.read("report-001", CATALOG).review();
        ReportContent report = content(review, ByteUnits.GB);
        Map<String, byte[]> files = ReportWriter.markdown(report, "my review (1)");
        assertThat(files.keySet()).containsExactly("my review (1).md", "my review (1)-memory.png",
                "my review (1)-ttft.png", "my review (1).csv");
        String text = new String(files.get("my review (1).md"), StandardCharsets.UTF_8);
        assertThat(text).contains("](my%20review%20%281%29-memory.png)").contains("# " + review.name());
        String json = text.substring(text.indexOf("```json\n") + 8, text.lastIndexOf("```"));
        assertThat(PlanFile.read("x", json.getBytes(StandardCharsets.UTF_8), CATALOG).review()).isEqualTo(review);
        String csv = new String(files.get("my review (1).csv"), StandardCharsets.UTF_8);
        assertThat(csv.lines().filter(line -> line.startsWith("memory.total,"))).singleElement().asString().contains(
                String.valueOf((long) report.judgement().value(Metric.MEMORY_TOTAL)));
    }

    private static ReportContent content(Review review, ByteUnits units) {
        return ReportContent.of(review, 0, CATALOG, units,
                new String(PlanFile.write(review), StandardCharsets.UTF_8), () -> true).orElseThrow().with(PICTURES);
    }

    private static String text(ReportContent report) {
        String all = new String(ReportWriter.markdown(report, "r").get("r.md"), StandardCharsets.UTF_8);
        return all.substring(0, all.indexOf("```json"));
    }

    private static String found(String text, String pattern) {
        var matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static Review reviewIn(byte[] html) throws JsonRefused {
        return PlanFile.read("report.html", Embedded.find(html).orElseThrow(), CATALOG).review();
    }

    /** The page without the plan file in it, which is written so that it is XML too: nothing in it is left open. */
    private static Document parsed(byte[] html) throws Exception {
        String page = new String(html, StandardCharsets.UTF_8).replaceFirst("<!DOCTYPE html>\n", "")
                .replaceFirst("(?s)<script type=\"application/json\".*?</script>", "");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> rows(Document page) {
        NodeList rows = page.getElementsByTagName("tr");
        return java.util.stream.IntStream.range(0, rows.getLength()).mapToObj(i -> rows.item(i).getTextContent().strip()).toList();
    }

    /** The text of all rows that begin with {@code name}. */
    private static String rowOf(Document page, String name) {
        NodeList rows = page.getElementsByTagName("tr");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < rows.getLength(); i++) {
            if (((Element) rows.item(i)).getElementsByTagName("td").getLength() > 0 && ((Element) rows.item(i))
                    .getElementsByTagName("td").item(0).getTextContent().equals(name)) {
                found.add(rows.item(i).getTextContent());
            }
        }
        return String.join("\n", found);
    }
}
