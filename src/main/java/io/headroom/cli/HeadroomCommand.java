package io.headroom.cli;

import io.headroom.cli.input.Refusal;
import io.headroom.json.Fields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What runs without a subcommand: the window. */
@Command(name = "headroom", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true,
        versionProvider = Version.class, sortOptions = false, usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:a limit is missed or at risk (check), a claim is off (audit), a demand is "
            + "not carried (fleet)",
            "2:arguments, file or plan are not valid", "3:a file cannot be read or written"})
final class HeadroomCommand implements Callable<Integer> {

    private final Window window;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1",
            description = "Plan file to open, or Hugging Face config.json to import; without it the first sample plan.")
    private Path file;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an unexpected failure.")
    private boolean isDebug;

    HeadroomCommand(Window window) {
        this.window = window;
    }

    boolean isDebug() {
        return isDebug;
    }

    @Override
    public Integer call() throws Refusal {
        if (file != null && !Files.exists(file)) {
            throw Refusal.failed("There is no file " + file + meant(file.toString()).map(hint -> ". " + hint).orElse(""));
        }
        return window.open(Optional.ofNullable(file));
    }

    /** The commands that {@code word} may have meant. */
    Optional<String> meant(String word) {
        Set<String> commands = spec.subcommands().keySet();
        List<String> nearest = commands.contains(word) ? List.of() : List.copyOf(Fields.nearest(word, commands));
        return nearest.isEmpty() ? Optional.empty()
                : Optional.of("Did you mean \"headroom " + String.join("\" or \"headroom ", nearest) + "\"?");
    }
}
