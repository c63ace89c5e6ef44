package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.cli.fit.FitCommand;
import io.headroom.cli.fleet.FleetCommand;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.Terminal;
import io.headroom.cli.picture.RenderRequest;
import io.headroom.cli.picture.Renderer;
import io.headroom.cli.search.BreakEvenCommand;
import io.headroom.cli.search.SearchCommand;
import io.headroom.cli.search.UncertaintyCommand;
import io.headroom.cli.search.WhichGpuCommand;
import io.headroom.cli.sweep.MergeCommand;
import io.headroom.cli.sweep.SweepCommand;
import io.headroom.explore.simulate.Arrivals;
import io.headroom.explore.simulate.Policy;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/**
 * The command line of the program: data to one stream, messages to the other, an exit code, never a stack trace.
 */
public final class Cli {

    private final Supplier<Catalog> catalog;
    private final Renderer renderer;
    private final Window window;
    private final ReportReader reader;

    /**
     * @param catalog loads what exists, once a command needs it
     * @param renderer draws pictures
     * @param window opens when no command is given
     */
    public Cli(Supplier<Catalog> catalog, Renderer renderer, Window window) {
        this(catalog, renderer, window, (file, _) -> new ReportReader.Refused(
                file + " is no plan file: a plan file is JSON and begins with {"));
    }

    /**
     * @param catalog loads what exists, once a command needs it
     * @param renderer draws pictures
     * @param window opens when no command is given
     * @param reader reads files that are no plan files
     */
    public Cli(Supplier<Catalog> catalog, Renderer renderer, Window window, ReportReader reader) {
        this.catalog = catalog;
        this.renderer = renderer;
        this.window = window;
        this.reader = reader;
    }

    /** Runs the command in {@code args} and answers its exit code, one of {@link ExitCode}. */
    public int run(String[] args, PrintStream out, PrintStream err) {
        Terminal terminal = new Terminal(out, err);
        return args.length == 0 ? open(terminal) : command(args, out, err, terminal);
    }

    /** Without arguments there is nothing to read: the reader of command lines takes longer to start than the toolkit. */
    private int open(Terminal terminal) {
        try {
            return window.open(Optional.empty());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail(e, new HeadroomCommand(window), terminal);
        }
    }

    private int command(String[] args, PrintStream out, PrintStream err, Terminal terminal) {
        HeadroomCommand root = new HeadroomCommand(window);
        CommandLine commands = new CommandLine(root)
                .addSubcommand(new EvaluateCommand(catalog, terminal))
                .addSubcommand(new CheckCommand(catalog, terminal))
                .addSubcommand(new CompareCommand(catalog, terminal))
                .addSubcommand(new AuditCommand(catalog, reader, terminal))
                .addSubcommand(new SearchCommand(catalog, terminal))
                .addSubcommand(new WhichGpuCommand(catalog, terminal))
                .addSubcommand(new BreakEvenCommand(catalog, terminal))
                .addSubcommand(new UncertaintyCommand(catalog, terminal))
                .addSubcommand(new FleetCommand(catalog, terminal))
                .addSubcommand(new SweepCommand(catalog, new Version().getVersion()[0], terminal))
                .addSubcommand(new MergeCommand(terminal))
                .addSubcommand(new SimulateCommand(catalog, terminal))
                .addSubcommand(new ValidateCommand(catalog, terminal))
                .addSubcommand(new FitCommand(catalog, terminal))
                .addSubcommand(new ReportCommand(catalog, renderer, terminal))
                .addSubcommand(new RenderCommand(catalog, renderer, terminal))
                .registerConverter(RenderRequest.Theme.class, RenderRequest.Theme::read)
                .registerConverter(Policy.class, SimulateCommand::policy)
                .registerConverter(Arrivals.class, SimulateCommand::arrivals)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((e, given) -> refuse(e, given, root, terminal))
                .setExecutionExceptionHandler((e, command, parsed) -> fail(e, root, terminal));
        commands.getCommandSpec().usageMessage()
                .description("A what-if explorer for LLM inference plans. Without a command it opens its window.")
                .footerHeading("%nExamples:%n")
                .footer("  headroom", "  headroom sample-plans/report-000.json",
                        "  headroom evaluate sample-plans/report-000.json --json",
                        "  headroom check sample-plans/report-001.json",
                        "  headroom audit sample-plans/report-001.json");
        try {
            return commands.execute(args);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return fail(e, root, terminal);
        }
    }

    private static int refuse(ParameterException e, String[] args, HeadroomCommand root, Terminal terminal) {
        terminal.message(e.getMessage());
        PrintWriter err = e.getCommandLine().getErr();
        if (e instanceof UnmatchedArgumentException unmatched && UnmatchedArgumentException.printSuggestions(unmatched,
                err)) {
            err.flush();
        } else if (args.length > 0 && e.getCommandLine().getParent() == null) {
            root.meant(args[0]).ifPresent(terminal::message);
        }
        terminal.message("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.NOT_VALID;
    }

    private static int fail(Throwable e, HeadroomCommand root, Terminal terminal) {
        if (root.isDebug()) {
            e.printStackTrace(terminal.err());
        }
        if (e instanceof Refusal refusal) {
            terminal.message(refusal.getMessage());
            return refusal.exitCode();
        }
        List<String> words = List.of(String.valueOf(e.getMessage()).split("\\R", 2));
        terminal.message("Unexpected failure: " + e.getClass().getSimpleName() + ": " + words.get(0)
                + (root.isDebug() ? "" : " (--debug shows more)"));
        return ExitCode.FAILED;
    }
}
