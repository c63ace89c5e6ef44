package io.headroom.cli;

import io.headroom.cli.picture.RenderRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    private static final String MEETS = "sample-plans/report-001.json";
    private static final String MISSES = "sample-plans/report-000.json";

    @TempDir
    private Path folder;

    @Test
    void checkAnswersByExitCode() throws IOException {
        assertThat(Run.of("check", MEETS).exitCode()).isZero();
        assertThat(Run.of("check", MISSES).exitCode()).isEqualTo(1);
        // the plans of report 001 meet their limits, and 18 of its 29 claims are off
        Run audited = Run.of("check", MEETS, "--audit");
        assertThat(audited.exitCode()).isEqualTo(1);
        assertThat(audited.out()).contains("29 claims: 18 off");
        // figures measured elsewhere and reached by its plans
        assertThat(Run.of("check", "sample-plans/deepseek-v3-8xh200-sxm.json", "--audit").exitCode()).isZero();
        assertThat(Run.of("check", plan("\"precision\": {}", "")).exitCode()).isZero();
        // DeepSeek-V3's 671 B parameters in bf16 are 1 342 GB, one H100 has 80
        assertThat(Run.of("check", plan("\"model\": \"deepseek-v3\"", "")).exitCode()).isEqualTo(1);
        // 8.03 B parameters in bf16 are 16.06 GB
        assertThat(Run.of("check", plan("\"precision\": {}", limit(16.1, 0))).exitCode()).isZero();
        assertThat(Run.of("check", plan("\"precision\": {}", limit(16.1, 0.1))).exitCode()).isEqualTo(1);
        assertThat(Run.of("check", plan("\"parallelism\": { \"tensor\": 3 }", "")).exitCode()).isEqualTo(2);
    }

    @Test
    void checkSaysWhy() throws IOException {
        assertThat(Run.of("check", plan("\"parallelism\": { \"tensor\": 3 }", "")).out())
                .contains("Not legal", "✗ error: 32 heads / TP 3 is not whole.");
        assertThat(Run.of("check", plan("\"precision\": {}", limit(8.03, 0))).out())
                .contains("✗ memory.weights missed: 2.00× too large: 16.1 GB of 8.03");
    }

    @Test
    void everyProblemOfABadFileHasItsLineAndPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), """
                { "format": "headroom/plan", "version": 1, "name": "n", "plans": [ {
                  "name": "a", "model": "llama-3.1-8b", "hardware": { "gpu": "h100-sxm" },
                  "parallelism": { "tensor": "8" },
                  "workload": { "inputTokens": -1, "outputTokens": 1e400 }
                } ] }
                """);
        Run run = Run.of("evaluate", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.err()).contains(file + ":3:30 /plans/0/parallelism/tensor: found \"8\" (text)",
                file + ":4:32 /plans/0/workload/inputTokens: found -1", ":4:52 /plans/0/workload/outputTokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "{}", "null", "{\"format\":\"headroom/plan\"}x"})
    void whatIsNoPlanFileIsNotValid(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);
        Run run = Run.of("check", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(file.toString()).doesNotContain("\tat ");
    }

    @Test
    void aFileThatCannotBeReadIsAFailure() {
        Run missing = Run.of("check", folder.resolve("no.json").toString());
        Run directory = Run.of("evaluate", folder.toString());

        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.err()).isEqualTo("There is no file " + folder.resolve("no.json") + "\n");
        assertThat(directory.exitCode()).isEqualTo(3);
        assertThat(directory.err()).contains(folder.toString()).contains("folder");
    }

    @Test
    void aNameThatIsNoPathIsNotValid() {
        Run run = Run.of("check", "a\0b");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("a\\u0000b").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "evaluate --jsn x.json        | Unknown option: '--jsn'               | Possible solutions: --json",
        "evaluate                     | Missing required parameter: 'FILE'    | Try 'headroom evaluate --help'.",
        "evaluate a.json b.json       | Unmatched argument at index 2: 'b.json' | Try 'headroom evaluate --help'.",
        "evaluat a.json               | Unmatched argument at index 1: 'a.json' | Did you mean \"headroom evaluate\"?",
        "--nonsense                   | Unknown option: '--nonsense'          | Try 'headroom --help'.",
        "simulate a --policy fifo     | 'fifo' is no policy                   | chunked-mixed, prefill-first",
        "simulate a --arrivals never  | 'never' are no arrivals               | burst, steady, poisson",
        "simulate a --requests 0      | --requests 0 is too few               | 1 or more",
        "simulate a --spread 1.5      | --spread 1.5 is no share              | at most 1",
        "render a.json                | Missing -o OUT.png                    | render --help",
        "render -o a.png              | Missing FILE                          | render --help",
        "render a -o b --size 10x10   | '10x10' is no size                    | 1440x900",
        "render a -o b --size 99999x1 | '99999x1' is no size                  | 1440x900",
        "render a -o b --theme blue   | 'blue' is no theme                    | light or dark",
        "render a -o b --view nowhere | no view \"nowhere\"                   | overview, memory"})
    void wrongArgumentsAreNamedAndHelped(String args, String named, String helped) {
        Run run = Run.of(args.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(named, helped).doesNotContain("\tat ");
        assertThat(run.opened()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "evaluate --help", "check --help", "render --help", "simulate --help", "check -h"})
    void helpShowsExamples(String args) {
        Run run = Run.of(args.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: headroom").contains("Examples:", "  headroom ", "Exit codes:");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "evaluate --version"})
    void versionIsData(String args) {
        Run run = Run.of(args.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Headroom ");
        assertThat(run.opened()).isEmpty();
    }

    @Test
    void withoutACommandTheWindowOpens() {
        assertThat(Run.of().opened()).containsExactly(Optional.empty());
        assertThat(Run.of(MEETS).opened()).containsExactly(Optional.of(Path.of(MEETS)));
        assertThat(Run.of("--debug", MEETS).opened()).containsExactly(Optional.of(Path.of(MEETS)));
    }

    @Test
    void theWindowIsNotOpenedForAFileThatIsNotThere() {
        Run run = Run.of("chek");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("There is no file chek. Did you mean \"headroom check\"?\n");
        assertThat(run.opened()).isEmpty();
    }

    @Test
    void renderPassesOnWhatWasAsked() {
        Run run = Run.of("render", MISSES, "-o", "a.png", "--size", "1920x1080", "--theme", "Dark", "--plan", "32-gpus",
                "--view", "memory", "--presentation");
        RenderRequest request = run.rendered().get(0);

        assertThat(run.exitCode()).isZero();
        assertThat(request.review().plans().get(request.plan()).name()).isEqualTo("32-gpus");
        assertThat(List.of(request.width(), request.height())).containsExactly(1920, 1080);
        assertThat(request.theme()).isEqualTo(RenderRequest.Theme.DARK);
        assertThat(request.view()).contains("memory");
        assertThat(request.isPresentation()).isTrue();
        assertThat(request.output()).isEqualTo(Path.of("a.png"));
        assertThat(request.file()).isEqualTo(Path.of(MISSES));
    }

    @Test
    void renderHasDefaults() {
        RenderRequest request = Run.of("render", MISSES, "-o", "a.png").rendered().get(0);

        assertThat(List.of(request.width(), request.height())).containsExactly(1440, 900);
        assertThat(request.theme()).isEqualTo(RenderRequest.Theme.LIGHT);
        assertThat(request.plan()).isZero();
        assertThat(request.view()).isEmpty();
        assertThat(request.isPresentation()).isFalse();
    }

    @Test
    void renderListsItsViews() {
        assertThat(Run.of("render", "--view", "list").out()).isEqualTo("overview\nmemory\n");
    }

    @Test
    void aPictureThatCannotBeWrittenIsAFailure() {
        Run run = Run.with(new IOException("there is no such folder"), "render", MISSES, "-o", "no/a.png");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("Could not write no/a.png: there is no such folder\n");
    }

    @Test
    void anUnexpectedFailureIsOneLineUnlessDebugging() {
        IllegalStateException failure = new IllegalStateException("first\nsecond");
        Run plain = Run.with(failure, "render", MISSES, "-o", "a.png");
        Run debug = Run.with(failure, "render", MISSES, "-o", "a.png", "--debug");

        assertThat(plain.exitCode()).isEqualTo(3);
        assertThat(plain.err()).isEqualTo("Unexpected failure: IllegalStateException: first (--debug shows more)\n");
        assertThat(debug.exitCode()).isEqualTo(3);
        assertThat(debug.err()).contains("\tat io.headroom.cli.");
    }

    /** Llama-3.1-8B on one H100, with {@code members} set and {@code requirement} asked for. */
    private String plan(String members, String requirement) throws IOException {
        String model = members.contains("\"model\"") ? "" : "\"model\": \"llama-3.1-8b\", ";
        String text = "{ \"format\": \"headroom/plan\", \"version\": 1, \"name\": \"n\", \"plans\": [ { \"name\": \"a\", "
                + model + "\"hardware\": { \"gpu\": \"h100-sxm\" }, " + members + ", \"requirements\": [" + requirement
                + "] } ] }";
        return Files.writeString(folder.resolve("plan.json"), text).toString();
    }

    private static String limit(double gigabytes, double margin) {
        return "{ \"metric\": \"memory.weights\", \"atMost\": " + gigabytes + ", \"unit\": \"GB\", \"margin\": " + margin
                + " }";
    }
}
