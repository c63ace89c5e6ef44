package io.headroom.cli.sweep;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.Terminal;
import io.headroom.cli.search.Threads;
import io.headroom.explore.sweep.Shards;
import io.headroom.explore.sweep.Sweep;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sweeps the catalogue, or one shard of it, into a CSV file. */
@Command(name = "sweep", description = {"Search every layout of every model on every accelerator of the catalogue, and write "
    + "the best of each number of GPUs to a CSV file, in SI units.",
    "", "With --shard i/n it does one of n parts, which many machines can share; 'headroom merge' puts them together to the "
    + "file that one machine would have written, byte for byte. Stopped before its end, it writes nothing."},
        footerHeading = "%nExamples:%n", footer = {
            "  headroom sweep --gpus 1,2,4,8 -o all.csv",
            "  headroom sweep --gpus 64 --models llama-3.1-70b,qwen3-32b --limit 'tpot.steady<=0.04' -o chat.csv",
            "  headroom sweep --gpus 8 --models mixtral-8x7b --accelerators h100-sxm --batch 64 --all -o mixtral.csv",
            "  headroom sweep --gpus 1,2,4,8 --shard 2/8 -o part-2.csv"})
public final class SweepCommand implements Callable<Integer> {

    // parts that may wait for the one whose turn it is, each of some megabytes at most
    private static final int AHEAD_OF_A_THREAD = 4;

    private final Supplier<Catalog> catalog;
    private final String program;
    private final Terminal terminal;

    @Mixin
    private SweepArguments arguments;

    @Option(names = "--shard", paramLabel = "i/n", description = "Only the i-th of n parts (default: all).")
    private String shard;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: one a core).")
    private Integer threads;

    @Option(names = {"-o", "--output-file"}, paramLabel = "FILE", required = true, description = "CSV file to write.")
    private Path output;

    /** A model on so many GPUs of an accelerator. */
    private record Part(Pair pair, ModelSpec model, GpuSpec gpu, int gpus) {
    }

    /**
     * @param catalog loads what exists, once it is needed
     * @param program name and version of this program
     * @param terminal where it prints
     */
    public SweepCommand(Supplier<Catalog> catalog, String program, Terminal terminal) {
        this.catalog = catalog;
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Shard asked = shard == null ? Shard.WHOLE : Shard.read(shard);
        Catalog known = catalog.get();
        Sweep sweep = arguments.sweep(known);
        SweepHeader header = new SweepHeader(arguments.question(known, program), asked);
        List<Part> parts = parts(header, known);
        int count = Threads.count(threads);
        try (SweepFile file = new SweepFile(output, header)) {
            Progress progress = new Progress(terminal, parts.size());
            // the pool is not awaited when the program is stopped: its threads are no reason to live on
            ExecutorService pool = Executors.newFixedThreadPool(count, task -> {
                Thread thread = new Thread(task, "sweep");
                thread.setDaemon(true);
                return thread;
            });
            try {
                write(sweep, parts, count, pool, file, progress);
            } finally {
                pool.shutdownNow();
            }
            file.commit();
            progress.end(file.rows(), output);
        }
        return ExitCode.OK;
    }

    private List<Part> parts(SweepHeader header, Catalog known) throws Refusal {
        List<Pair> pairs = header.pairs();
        Shards dealt = Pair.deal(pairs, header.shard().count());
        List<Integer> counts = arguments.counts();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (dealt.of(i) == header.shard().number() - 1) {
                ModelSpec model = known.model(pairs.get(i).model()).orElseThrow();
                GpuSpec gpu = known.gpu(pairs.get(i).gpu()).orElseThrow();
                for (int gpus : counts) {
                    parts.add(new Part(pairs.get(i), model, gpu, gpus));
                }
            }
        }
        return parts;
    }

    /** Has {@code pool} do the parts, and writes them in their order. */
    private static void write(Sweep sweep, List<Part> parts, int threads, ExecutorService pool, SweepFile file,
            Progress progress) throws Refusal {
        Deque<Future<SweepRows>> ahead = new ArrayDeque<>();
        int next = 0;
        for (int done = 0; done < parts.size(); done++) {
            while (next < parts.size() && ahead.size() < threads * AHEAD_OF_A_THREAD) {
                Part part = parts.get(next++);
                ahead.add(pool.submit(() -> rows(sweep, part, file::isCancelled)));
            }
            SweepRows rows = result(ahead.remove());
            if (file.isCancelled()) {
                throw Refusal.failed("Stopped: nothing was written.");
            }
            file.write(rows.text(), rows.count());
            progress.done(done + 1, parts.get(done).pair);
        }
    }

    private static SweepRows rows(Sweep sweep, Part part, BooleanSupplier isCancelled) {
        SweepRows rows = new SweepRows();
        sweep.rows(part.model, part.gpu, part.gpus, row -> rows.add(part.pair, part.gpus, row), isCancelled);
        return rows;
    }

    private static SweepRows result(Future<SweepRows> part) throws Refusal {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("Stopped: nothing was written.");
        }
    }
}
