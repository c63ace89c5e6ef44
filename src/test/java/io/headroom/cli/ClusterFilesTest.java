package io.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The files for clusters ask for every shard once; the script is run with a program that only says what it was asked. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ClusterFilesTest {

    private static final Path JOB = Path.of("assets/cluster/sweep-job.yaml");
    private static final Path ARRAY = Path.of("assets/cluster/sweep.sbatch");

    @TempDir
    private Path folder;

    private static List<String> found(Path file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(Files.readString(file));
        assertThat(matcher.find()).as(file + " " + pattern).isTrue();
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        return groups;
    }

    private String shard(String variable, String value, String... args) throws Exception {
        Path script = folder.resolve("headroom-shard");
        Files.copy(Path.of("assets/launch/headroom-shard"), script, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path program = Files.writeString(folder.resolve("headroom"), "#!/bin/sh\necho \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JOB_COMPLETION_INDEX");
        builder.environment().remove("SLURM_ARRAY_TASK_ID");
        builder.environment().put(variable, value);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + ": " + said.strip();
    }

    @Test
    void theJobAsksForEveryShardOnce() throws Exception {
        int completions = Integer.parseInt(found(JOB, "^ *completions: (\\d+)$").getFirst());
        List<String> args = Pattern.compile("\"([^\"]*)\"").matcher(found(JOB, "^ *args: \\[(.*)]$").getFirst()).results()
                .map(r -> r.group(1)).toList();
        assertThat(found(JOB, "^ *command: \\[\"/opt/headroom/bin/(.*)\"]$")).containsExactly("headroom-shard");
        for (int index = 0; index < completions; index++) {
            assertThat(shard("JOB_COMPLETION_INDEX", String.valueOf(index), args.toArray(String[]::new))).isEqualTo(
                    "0: sweep --shard %d/%d -o /out/shard-%d-of-%d.csv --gpus 1,2,4,8".formatted(index + 1, completions,
                            index + 1, completions));
        }
    }

    @Test
    void theArrayAsksForEveryShardOnce() throws Exception {
        List<String> range = found(ARRAY, "^#SBATCH --array=(\\d+)-(\\d+)$");
        List<String> args = List.of(found(ARRAY, "^exec .*headroom-shard\" (.*)$").getFirst().split(" "));
        assertThat(range.getFirst()).isEqualTo("1");
        assertThat(args.getFirst()).isEqualTo(range.get(1));
        assertThat(shard("SLURM_ARRAY_TASK_ID", range.get(1), args.toArray(String[]::new)))
                .isEqualTo("0: sweep --shard 8/8 -o ./shard-8-of-8.csv --gpus 1,2,4,8");
    }

    @Test
    void withoutANumberNothingIsSwept() throws Exception {
        assertThat(shard("NONE", "1", "8", "/out", "--gpus", "4")).startsWith("2: headroom-shard: neither ");
        assertThat(shard("JOB_COMPLETION_INDEX", "0", "8")).startsWith("2: headroom-shard: write ");
    }
}
