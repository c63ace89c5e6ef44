package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cli.input.ExitCode;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateTest {

    private static final String COLUMNS = "id,tier,model,gpu,n_gpus,tp,framework,framework_version,weight_dtype,isl,osl,"
            + "concurrency,metric,unit,value,notes\n";
    private static final String ROWS = """
            a:1,A,Llama-3.1-8B-Instruct,H100-SXM,1,1,vLLM,0.10.0,bf16,1024,1024,8,tpot_ms,ms,8.5,
            a:2,A,Llama-3.1-8B-Instruct,H100-SXM,1,1,vLLM,0.10.0,bf16,1024,1024,8,output_tok_s,tok/s,900,"kept, quoted"
            a:3,A,Llama-3.1-8B-Instruct,H100-SXM,1,1,vLLM,0.10.0,bf16,1024,1024,8,ttft_ms,ms,60,
            a:4,A,No-Such-Model-8B,H100-SXM,1,1,vLLM,0.10.0,bf16,1024,1024,8,tpot_ms,ms,8.5,
            a:5,C,Llama-3.1-8B-Instruct,H100-SXM,1,1,vLLM,0.10.0,bf16,1024,1024,8,tpot_ms,ms,8.5,
            a:6,A,Llama-3.1-8B-Instruct,H100-SXM,1,1,vLLM,0.10.0,bf16,1024,1024,8,ttft_ms,ms,60000,another time
            a:7,A,Llama-3.1-8B-Instruct,H100-SXM,1,1,vLLM,0.10.0,bf16,1024,1024,8,weights_memory,GiB,14.96,
            """;

    @TempDir
    private Path folder;

    @Test
    void everyRowIsInTheJsonOnceInTheUnitsOfTheFile() throws Exception {
        JsonObject all = json(file(COLUMNS + ROWS, StandardCharsets.UTF_8));

        assertThat(ids(all, "rows")).containsExactly("a:1", "a:2", "a:3", "a:6", "a:7");
        assertThat(ids(all, "skipped")).containsExactly("a:4", "a:5");
        assertThat(text(item(all, "skipped", 0), "reason")).isEqualTo("model not in the catalogue");
        assertThat(text(item(all, "skipped", 0), "detail")).isEqualTo("No-Such-Model-8B");
        JsonObject tpot = item(all, "rows", 0);
        assertThat(text(tpot, "metric")).isEqualTo("tpot_ms");
        assertThat(number(tpot.get("measured"))).isEqualTo(8.5);
        // 15 GB of weights at 3.35 TB/s are 4.5 ms at the very least; milliseconds, then, not seconds
        assertThat(number(tpot.get("estimated"))).isBetween(4.5, 20.0);
        JsonArray band = (JsonArray) tpot.get("band");
        assertThat(number(band.items().get(0))).isLessThan(number(tpot.get("estimated")));
        assertThat(number(band.items().get(1))).isGreaterThan(number(tpot.get("estimated")));
        // 8 requests: output tokens a second are at most 8 / TPOT
        assertThat(number(item(all, "rows", 1).get("estimated")))
                .isBetween(500.0, 8 / (number(tpot.get("estimated")) / 1e3));
        // 8.03 B parameters of two bytes (model card) are 14.96 GiB; no band was earned for memory
        assertThat(number(item(all, "rows", 4).get("estimated"))).isBetween(14.8, 15.1);
        assertThat(item(all, "rows", 4).get("band")).isInstanceOf(JsonValue.JsonNull.class);
    }

    // the tables of validation.md, written by the program that fits
    @Test
    void rowsAreEstimatedByFitsThatHaveNotSeenThem() throws Exception {
        String page = Files.readString(Path.of("src/site/markdown/validation.md"));
        String[] cells = page.substring(page.indexOf("\n| E2E |") + 1).lines().findFirst().orElseThrow().split("\\s*\\|\\s*");
        Run run = Run.of("validate", "assets/calibration/measured.csv", "--held-out", "model");

        assertThat(run.exitCode()).isZero();
        String[] model = cells[4].split(" / ");
        assertThat(run.out().lines().filter(line -> line.strip().startsWith("E2E ")).findFirst().orElseThrow()
                .replace('\u00a0', ' ').replace('\u202f', ' ')).contains(model[0] + " %", model[1] + " %");
        assertThat(run.out()).contains("a fit that has not seen its model", "took no part in the cross-validation");
    }

    // columns of the page: quantity, rows, in the fit, model, accelerator, engine, source, configuration left out
    @ParameterizedTest
    @CsvSource({"time per output token, TPOT", "end-to-end latency, E2E", "output tokens/s, output tokens/s",
        "'output tokens/s, offline', 'output tokens/s, offline'",
        "time to first token under load, TTFT"})
    void theReadmeSaysWhatThePageSays(String name, String quantity) throws Exception {
        String[] readme = row(Path.of("README.md"), name);
        String[] page = row(Path.of("src/site/markdown/validation.md"), quantity);
        assertThat(List.of(readme).subList(2, 6)).containsExactly(median(page[8]), median(page[4]), median(page[5]),
                median(page[7]));
    }

    private static String[] row(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith("| " + name + " |")).findFirst()
                .orElseThrow().split("\\s*\\|\\s*");
    }

    private static String median(String errors) {
        return errors.substring(0, errors.indexOf(' '));
    }

    @Test
    void whatCannotBeHeldOutIsRefusedWithWhatCan() {
        Run run = Run.of("validate", "assets/calibration/measured.csv", "--held-out", "gpu");
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(run.err()).contains("\"gpu\"", "configuration, model, accelerator, engine, source");
    }

    @Test
    void contradictingRowsSayByWhichRuleTheyAreDoubted() throws Exception {
        JsonObject all = json(file(COLUMNS + ROWS, StandardCharsets.UTF_8));

        assertThat(text(item(all, "rows", 2), "doubt")).isEqualTo("contradicts a row of the same configuration");
        assertThat(item(all, "rows", 0).get("doubt")).isNull();
    }

    @Test
    void theTextCountsEveryRowAndListsDoubtedOnes() throws Exception {
        Run run = Run.of("validate", file(COLUMNS + ROWS, StandardCharsets.UTF_8));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("7 rows; 5 estimated, of them 2 doubted; 2 skipped", "TPOT", "output tokens/s",
                "weights memory", "By phase", "By family", "By GPU", "By engine", "By precision", "By batch",
                "Doubted: contradicts a row of the same configuration (2)\n    a:3\n    a:6\n",
                "1  model not in the catalogue", "1  tier C");
    }

    @Test
    void lineEndsQuotesOrderAndMarkMakeNoDifference() throws Exception {
        String plain = Run.of("validate", file(COLUMNS + ROWS, StandardCharsets.UTF_8), "--json").out();
        StringBuilder odd = new StringBuilder("\uFEFF");
        for (String line : (COLUMNS + ROWS).split("\n")) {
            String[] fields = line.replace("kept, quoted", "kept").replace("\"", "").split(",", -1);
            odd.append("\"more\"");
            for (int i = fields.length - 1; i >= 0; i--) {
                odd.append(",\"").append(fields[i]).append('"');
            }
            odd.append("\r\n");
        }
        assertThat(Run.of("validate", file(odd.append("\r\n").toString(), StandardCharsets.UTF_8), "--json").out())
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "id,model| :1: the header lacks the columns [gpu, metric, value]",
        "id,model,gpu,metric,value;a,b,\"c,d,1| :2: not CSV",
        "id,model,gpu,metric,value;a,b,c,\u00b5s,1| :2: character 7 of the line is no UTF-8"})
    void whatIsNoTableIsRefusedWithItsPlace(String text, String message) throws Exception {
        String file = file(text.replace(';', '\n'), StandardCharsets.ISO_8859_1);
        Run run = Run.of("validate", file);

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(file + message);
    }

    @Test
    void aFileThatIsNotThereIsSaidSo() {
        Run run = Run.of("validate", folder.resolve("none.csv").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("There is no file");
    }

    private String file(String text, Charset charset) throws Exception {
        return Files.write(folder.resolve("m.csv"), text.getBytes(charset)).toString();
    }

    private static JsonObject json(String file) throws Exception {
        Run run = Run.of("validate", file, "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        return (JsonObject) JsonReader.read("out", run.out().getBytes(StandardCharsets.UTF_8));
    }

    private static java.util.List<String> ids(JsonObject all, String key) {
        return ((JsonArray) all.get(key)).items().stream().map(r -> text((JsonObject) r, "id")).toList();
    }

    private static JsonObject item(JsonObject all, String key, int index) {
        return (JsonObject) ((JsonArray) all.get(key)).items().get(index);
    }

    private static String text(JsonObject object, String key) {
        return ((JsonText) object.get(key)).value();
    }

    private static double number(JsonValue value) {
        return ((JsonNumber) value).toDouble().orElseThrow();
    }
}
