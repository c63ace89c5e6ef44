package io.headroom.cli.sweep;

import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.Terminal;
import io.headroom.explore.sweep.Shards;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the shards of a sweep together. */
@Command(name = "merge", description = "Put the shards of a sweep together, in any order, to the file that one machine would "
    + "have written. A shard that is missing, there twice, cut short or of another question is refused.",
        footerHeading = "%nExamples:%n", footer = {"  headroom merge part-*.csv -o all.csv"})
public final class MergeCommand implements Callable<Integer> {

    private static final int BLOCK = 1 << 16;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Every shard of one sweep.")
    private List<Path> files;

    @Option(names = {"-o", "--output-file"}, paramLabel = "FILE", required = true, description = "CSV file to write.")
    private Path output;

    /** @param terminal where it prints */
    public MergeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        List<ShardReader> readers = new ArrayList<>();
        try {
            for (Path file : files) {
                readers.add(ShardReader.open(file));
            }
            merge(inOrder(readers));
        } finally {
            readers.forEach(ShardReader::close);
        }
        return ExitCode.OK;
    }

    private void merge(ShardReader[] readers) throws Refusal {
        SweepHeader header = readers[0].header();
        List<Pair> pairs = header.pairs();
        Shards dealt = Pair.deal(pairs, readers.length);
        try (SweepFile file = new SweepFile(output, new SweepHeader(header.question(), Shard.WHOLE))) {
            StringBuilder block = new StringBuilder();
            long count = 0;
            for (int i = 0; i < pairs.size(); i++) {
                count += readers[dealt.of(i)].copy(pairs.get(i), block);
                if (block.length() >= BLOCK) {
                    file.write(block.toString(), count);
                    block.setLength(0);
                    count = 0;
                }
            }
            file.write(block.toString(), count);
            for (ShardReader reader : readers) {
                reader.end();
            }
            file.commit();
            terminal.message("Wrote " + output + ": " + file.rows() + " rows of " + readers.length + " shards.");
        }
    }

    /** The readers by the number of their shard, every one there once, all of one question. */
    private static ShardReader[] inOrder(List<ShardReader> readers) throws Refusal {
        ShardReader first = readers.getFirst();
        int count = first.header().shard().count();
        ShardReader[] shards = new ShardReader[count];
        for (ShardReader reader : readers) {
            Shard shard = reader.header().shard();
            Optional<String> difference = first.header().difference(reader.header());
            if (difference.isPresent()) {
                throw Refusal.notValid(reader.file() + " answers another question than " + first.file() + ": "
                        + difference.get());
            }
            if (shard.count() != count) {
                throw Refusal.notValid(reader.file() + " is shard " + shard + ", " + first.file() + " is "
                        + first.header().shard() + ": they are of different divisions");
            }
            ShardReader other = shards[shard.number() - 1];
            if (other != null) {
                throw Refusal.notValid("Shard " + shard + " is there twice: " + other.file() + " and " + reader.file());
            }
            shards[shard.number() - 1] = reader;
        }
        String missing = IntStream.range(0, count).filter(i -> shards[i] == null)
                .mapToObj(i -> new Shard(i + 1, count).toString()).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Refusal.notValid("Shards are missing: " + missing);
        }
        return shards;
    }
}
