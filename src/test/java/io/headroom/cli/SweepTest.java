package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.cli.input.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sweeps of a few models and accelerators, whole and in shards. */
class SweepTest {

    private static final String[] QUESTION = {"--gpus", "1,2,4", "--models", "llama-3.1-8b,mixtral-8x7b,qwen3-4b",
        "--accelerators", "h100-sxm,l4,b60,h20", "--batch", "1..64"};

    @TempDir
    private Path folder;
    private Path whole;

    @BeforeEach
    void whole() {
        whole = folder.resolve("whole.csv");
    }

    private static Run run(String command, Path out, String... more) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(Arrays.asList(more));
        args.addAll(List.of("-o", out.toString()));
        return Run.of(args.toArray(String[]::new));
    }

    private Run sweep(Path out, String... more) {
        return run("sweep", out, Stream.concat(Arrays.stream(QUESTION), Arrays.stream(more)).toArray(String[]::new));
    }

    private String[] shards(int count, String... more) {
        String[] files = new String[count];
        for (int i = 1; i <= count; i++) {
            Path file = folder.resolve("part-" + i + "-of-" + count + ".csv");
            Run run = sweep(file, Stream.concat(Stream.of("--shard", i + "/" + count), Arrays.stream(more))
                    .toArray(String[]::new));
            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
            files[i - 1] = file.toString();
        }
        return files;
    }

    private static void refuses(Run run, String... words) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.NOT_VALID);
        assertThat(run.err()).contains(words);
    }

    // 12 pairs: the last number leaves shards without any
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 12, 20})
    void shardsMergeToTheBytesOfTheWhole(int count) throws IOException {
        assertThat(sweep(whole).exitCode()).isZero();
        Path merged = folder.resolve("merged.csv");
        List<String> files = new ArrayList<>(List.of(shards(count)));
        java.util.Collections.reverse(files);
        Run run = run("merge", merged, files.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(merged).hasSameBinaryContentAs(whole);
    }

    @Test
    void everyLayoutMergesTooAndThreadsChangeNothing() throws IOException {
        assertThat(sweep(whole, "--all", "--threads", "1").exitCode()).isZero();
        Path merged = folder.resolve("merged.csv");
        assertThat(run("merge", merged, shards(3, "--all", "--threads", "3")).exitCode()).isZero();
        assertThat(merged).hasSameBinaryContentAs(whole);
        assertThat(Files.readAllLines(whole).size()).isGreaterThan(500);
    }

    @Test
    void theTableHasEveryModelOnEveryAcceleratorAndItsLastLineCounts() throws IOException {
        assertThat(sweep(whole).exitCode()).isZero();
        List<CSVRecord> rows;
        try (CSVParser parser = CSVParser.parse(whole, java.nio.charset.StandardCharsets.UTF_8, CSVFormat.RFC4180.builder()
                .setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get())) {
            rows = parser.getRecords();
        }
        List<String> lines = Files.readAllLines(whole);
        assertThat(lines.getFirst()).isEqualTo("# headroom/sweep 1");
        assertThat(lines.getLast()).isEqualTo("# rows " + rows.size());
        assertThat(rows.stream().map(r -> r.get("model") + r.get("gpu") + r.get("gpus")).distinct()).hasSize(3 * 4 * 3);
        // 93 GB of weights in BF16: nowhere on one GPU of 24 GB
        assertThat(rows).filteredOn(r -> r.get("model").equals("mixtral-8x7b") && r.get("gpu").equals("l4")
                && r.get("gpus").equals("1")).singleElement()
                .satisfies(r -> assertThat(r.get("whyNot")).isEqualTo("no legal layout fits in memory"));
        assertThat(rows).filteredOn(r -> r.get("whyNot").isEmpty()).allSatisfy(r -> {
            int replica = Math.max(Integer.parseInt(r.get("tensor")) * Integer.parseInt(r.get("context")),
                    Integer.parseInt(r.get("expert"))) * Integer.parseInt(r.get("pipeline"));
            assertThat(replica * Integer.parseInt(r.get("data"))).isEqualTo(Integer.parseInt(r.get("gpus")));
        });
    }

    @Test
    void whatDoesNotBelongTogetherIsRefusedInWordsAndNothingIsWritten() throws IOException {
        String[] of3 = shards(3);
        String[] of2 = shards(2);
        Path other = folder.resolve("other.csv");
        sweep(other, "--shard", "2/3", "--input", "4096");
        Files.writeString(whole, "before");
        refuses(run("merge", whole, of3[0], of3[2]), "Shards are missing: 2/3");
        refuses(run("merge", whole, of3[0], of3[1], of3[2], of3[1]), "Shard 2/3 is there twice");
        refuses(run("merge", whole, of3[0], of2[1]), "of different divisions");
        refuses(run("merge", whole, of3[0], other.toString(), of3[2]), "answers another question",
                "inputTokens is \"4096\" instead of \"2048\"");
        Path text = Files.writeString(folder.resolve("text.csv"), "model,gpu\n");
        refuses(run("merge", whole, text.toString()), "text.csv is no sweep", "# headroom/sweep 1");
        assertThat(run("merge", whole, folder.resolve("none.csv").toString()).exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(whole).hasContent("before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(f -> f.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void aDamagedShardIsRefusedWithItsLine() throws IOException {
        String[] files = shards(2);
        Path first = Path.of(files[0]);
        List<String> lines = Files.readAllLines(first);
        Files.write(first, lines.subList(0, lines.size() - 1));
        refuses(run("merge", whole, files), "is not whole", "'# rows " + (lines.size() - 5) + "', found none");
        Files.write(first, lines.subList(0, lines.size() - 4));
        refuses(run("merge", whole, files), "is not whole");
        List<String> foreign = new ArrayList<>(lines);
        foreign.add(lines.size() - 1, Files.readAllLines(Path.of(files[1])).get(4));
        Files.write(first, foreign);
        refuses(run("merge", whole, files), "line " + (foreign.size() - 1), "does not belong to shard 1/2");
        List<String> holed = new ArrayList<>(lines);
        String[] cells = lines.get(4).split(",");
        holed.removeIf(line -> line.startsWith(cells[0] + "," + cells[1] + ","));
        Files.write(first, holed);
        refuses(run("merge", whole, files), "where the rows of", "must come");
        Files.writeString(first, String.join("\n", lines) + "\n\"open");
        refuses(run("merge", whole, files), "is not CSV");
        assertThat(whole).doesNotExist();
    }

    @Test
    void argumentsThatAreNoneAreRefusedWithWhatIsMeant() {
        refuses(sweep(whole, "--shard", "4/3"), "--shard '4/3'", "1/8 to 8/8");
        refuses(run("sweep", whole, "--gpus", "0"), "--gpus '0'");
        refuses(run("sweep", whole, "--gpus", "1", "--models", "llama3.1-8b"), "did you mean llama-3.1-8b");
        refuses(run("sweep", whole, "--gpus", "1", "--accelerators", "h100-sxm,h100-sxm"), "twice");
        refuses(sweep(whole, "--limit", "tpot.p99<=1"), "no metric that an estimate has");
        refuses(sweep(whole, "--limit", "tpot.steady<1"), "ID<=VALUE");
        refuses(sweep(whole, "--threads", "0"), "--threads 0 is out of range", "1 to 1024");
        assertThat(whole).doesNotExist();
    }

    @Test
    void limitsAreKept() throws IOException {
        assertThat(sweep(whole, "--limit", "tpot.steady<=0.02").exitCode()).isZero();
        try (CSVParser parser = CSVParser.parse(whole, java.nio.charset.StandardCharsets.UTF_8, CSVFormat.RFC4180.builder()
                .setCommentMarker('#').setHeader().setSkipHeaderRecord(true).get())) {
            List<CSVRecord> found = parser.stream().filter(r -> r.get("whyNot").isEmpty()).toList();
            assertThat(found).hasSizeGreaterThan(10)
                    .allSatisfy(r -> assertThat(Double.parseDouble(r.get("tpot.steady"))).isLessThanOrEqualTo(0.02));
        }
    }
}
