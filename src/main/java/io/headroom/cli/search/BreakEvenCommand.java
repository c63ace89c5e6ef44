package io.headroom.cli.search;

import io.headroom.catalog.Catalog;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.ReviewFile;
import io.headroom.cli.output.Terminal;
import io.headroom.estimate.Metric;
import io.headroom.explore.alternative.BreakEven;
import io.headroom.explore.alternative.BreakEvenText;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.format.ByteUnits;
import io.headroom.format.Formatter;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says from which value of an input one plan of a file beats another. */
@Command(name = "break-even", description = "Say from which value of an input one plan beats another; a plan that does "
    + "not fit is worse than one that does.",
        footerHeading = "%nExamples:%n", footer = {
            "  headroom break-even sample-plans/report-000.json --plan 16-gpus --with 40-gpus --metric ttft.burst.last",
            "  headroom break-even review.json --plan a --with b --input workload.inputTokens --metric tpot.steady"})
public final class BreakEvenCommand implements Callable<Integer> {

    private static final Formatter FORMAT = new Formatter(ByteUnits.GB);

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "Plan file.")
    private Path file;

    @Option(names = "--plan", paramLabel = "NAME", required = true, description = "One plan.")
    private String first;

    @Option(names = "--with", paramLabel = "NAME", required = true, description = "The other.")
    private String second;

    @Option(names = "--input", paramLabel = "KEY", defaultValue = "workload.concurrentRequests",
            description = "What moves (default: ${DEFAULT-VALUE}).")
    private String key;

    @Option(names = "--metric", paramLabel = "ID", defaultValue = "throughput.outputTokens.perGpu",
            description = "What is compared (default: ${DEFAULT-VALUE}).")
    private String metric;

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    /**
     * @param catalog loads what exists, once it is needed
     * @param terminal where it prints
     */
    public BreakEvenCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Metric compared = SearchArguments.metric("--metric", metric);
        Review review = ReviewFile.read(file, catalog.get(), terminal);
        Plan a = review.plans().get(ReviewFile.indexOf(first, review));
        Plan b = review.plans().get(ReviewFile.indexOf(second, review));
        Input input = input();
        BreakEven found;
        try {
            found = BreakEven.of(a, b, input, compared);
        } catch (IllegalArgumentException e) {
            throw Refusal.notValid(e.getMessage());
        }
        if (isJson) {
            terminal.json(json(found));
        } else {
            terminal.lines(text(found));
        }
        return ExitCode.OK;
    }

    private Input input() throws Refusal {
        return Inputs.ALL.stream().filter(input -> input.key().equals(key)).findFirst()
                .orElseThrow(() -> Refusal.notValid("--input '" + key + "' is none: write "
                        + Inputs.ALL.stream().map(Input::key).collect(Collectors.joining(", ")) + "."));
    }

    private List<String> text(BreakEven found) {
        List<String> lines = new ArrayList<>();
        lines.add(BreakEvenText.words(found, first, second, FORMAT));
        lines.add("");
        lines.add(found.metric().label() + " by " + found.input().label().toLowerCase(Locale.ROOT)
                + (found.isExact() ? ", every value tried" : ", its stops tried and crossings halved down"));
        for (BreakEven.Stretch stretch : found.stretches()) {
            lines.add("  " + value(found, stretch.from()) + (stretch.from() == stretch.to() ? "" : " – "
                    + value(found, stretch.to())) + ": " + winner(stretch.winner()));
        }
        return lines;
    }

    private static String value(BreakEven found, double value) {
        return found.input().text(value, FORMAT.withDigits(4));
    }

    private String winner(BreakEven.Winner winner) {
        return switch (winner) {
            case FIRST -> first;
            case SECOND -> second;
            case NEITHER -> "neither";
        };
    }

    private JsonObject json(BreakEven found) {
        return JsonObject.builder().put("input", key).put("metric", metric).put("exact", found.isExact())
                .put("stretches", JsonArray.of(found.stretches().stream().map(stretch -> JsonObject.builder()
                        .put("from", stretch.from()).put("to", stretch.to()).put("winner", winner(stretch.winner()))
                        .build()).toList())).build();
    }
}
