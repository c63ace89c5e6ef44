package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.audit.Claim;
import io.headroom.check.audit.ClaimedReport;
import io.headroom.check.audit.Unread;
import io.headroom.check.audit.Written;
import io.headroom.cli.input.ExitCode;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    @TempDir
    private Path folder;

    @Test
    void jsonHasTheKeysOfTheDocumentation() throws Exception {
        Run run = Run.of("audit", "sample-plans/report-001.json", "--json");
        JsonObject share = claims(run).stream().filter(c -> number(c, "value") == 24.2).findFirst().orElseThrow();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(share.members().keySet()).containsExactly("line", "text", "metric", "value", "si", "unit",
                "arithmetic", "computed", "bound", "verdict");
        assertThat(text(share, "metric")).isEqualTo("memory.utilization");
        assertThat(text(share, "arithmetic")).isEqualTo("wrong");
        assertThat(text(share, "verdict")).isEqualTo("contradicts");
        // 6.82 / 64
        assertThat(number(share, "computed")).isEqualTo(0.1065625);
        assertThat(number(share, "si")).isEqualTo(0.242);
        String line = Files.readAllLines(Path.of("sample-plans/report-001.json")).get((int) number(share, "line") - 1);
        assertThat(line).contains("memory.utilization").contains("24.2");
    }

    @Test
    void jsonNamesBoundsAndMistakes() throws Exception {
        List<JsonObject> claims = claims(Run.of("audit", "sample-plans/report-000.json", "--json"));
        JsonObject perGpu = claims.stream().filter(c -> number(c, "value") == 35).findFirst().orElseThrow();
        JsonObject pipeline = claims(Run.of("audit", "sample-plans/report-002.json", "--json")).stream()
                .filter(c -> number(c, "value") == 1600).findFirst().orElseThrow();

        // 400 TFLOPS / (2 x 10.0 B), and 35 tokens/ms beyond it
        assertThat(number(perGpu, "bound")).isBetween(19.99e3, 20.01e3);
        assertThat(text(perGpu, "verdict")).isEqualTo("impossible");
        assertThat(number(pipeline, "computed")).isEqualTo(3200e3);
        assertThat(text(pipeline, "mistake")).contains("one stage counted for a replica");
    }

    @Test
    void measurementsAndCostsOfReport003Hold() throws Exception {
        Run run = Run.of("audit", "sample-plans/report-003.json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("line 23: 33.81 ms  TTFT alone  consistent")
                .contains("$0.75 for 1000 s of all GPUs / 79.41 tokens/s = $0.00944.").containsPattern(" claims: 0 off, \\d+ hold, \\d+ undecided\n$");
    }

    @Test
    void offShowsOnlyWhatIsOff() throws Exception {
        Run run = Run.of("audit", "sample-plans/report-004.json", "--off");
        List<JsonObject> claims = claims(Run.of("audit", "sample-plans/report-004.json", "--off", "--json"));

        assertThat(run.out()).contains("23.19 GB / 64.0 GB of a GPU = 36.2 %, not 30.2 %.").doesNotContain("✓");
        assertThat(claims).noneMatch(c -> text(c, "verdict").equals("consistent")).isNotEmpty();
    }

    @Test
    void aFigureInAnotherUnitIsNotUnderstood() throws Exception {
        Path file = Files.writeString(folder.resolve("p.json"), Files.readString(Path.of("sample-plans/report-004.json"))
                .replace("\"value\": 23.19, \"unit\": \"GB\"", "\"value\": 23.19, \"unit\": \"s\""));
        Run run = Run.of("audit", file.toString());

        assertThat(run.out()).contains("Not understood").contains("\"s\" is no unit of memory.total");
    }

    @Test
    void filesThatCannotBeReadSaySo() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.json"), "\uFEFF \n{\"format\": ");
        Path note = Files.writeString(folder.resolve("note.md"), "# Nothing");

        assertThat(Run.of("audit", broken.toString()).exitCode()).isEqualTo(2);
        assertThat(Run.of("audit", broken.toString()).err()).contains("broken.json:2:12: found the end of the file");
        assertThat(Run.of("audit", note.toString()).exitCode()).isEqualTo(2);
        assertThat(Run.of("audit", note.toString()).err()).contains("note.md is no plan file");
        assertThat(Run.of("audit", folder.resolve("none.md").toString()).exitCode()).isEqualTo(3);
    }

    @Test
    void otherTextsGoToTheReader() throws Exception {
        Path note = Files.writeString(folder.resolve("note.md"), "It takes 9 GPUs.");
        Claim claim = new Claim(1, "It takes 9 GPUs.", "", "gpus", "", new Written(9, "GPUs", 9, 1,
                Written.Bound.EXACT), Claim.Role.CLAIM);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ReportReader reader = (name, text) -> new ReportReader.Read(new ClaimedReport(name, List.of(), List.of(claim),
                List.of(), List.of(new Unread(1, new String(text, StandardCharsets.UTF_8), "a reason"))),
                List.of("was repaired"));
        int exitCode = new Cli(() -> Run.CATALOG, null, _ -> ExitCode.OK, reader).run(new String[] {"audit",
            note.toString()}, new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true,
                StandardCharsets.UTF_8));

        assertThat(exitCode).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(note + ": was repaired\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                The text as a whole
                  ? line 1: 9 GPUs  GPUs  unknown
                      It is about no plan of the text.

                Not understood
                  line 1: It takes 9 GPUs.: a reason

                1 claims: 0 off, 0 hold, 1 undecided
                """);
    }

    static List<JsonObject> claims(Run run) throws Exception {
        JsonObject root = (JsonObject) JsonReader.read("out", run.out().getBytes(StandardCharsets.UTF_8));
        assertThat(root.members().keySet()).containsExactly("claims");
        return ((JsonArray) root.get("claims")).items().stream().map(JsonObject.class::cast).toList();
    }

    private static double number(JsonObject claim, String key) {
        return ((JsonNumber) claim.get(key)).toDouble().orElseThrow();
    }

    static String text(JsonObject claim, String key) {
        return ((JsonText) claim.get(key)).value();
    }
}
