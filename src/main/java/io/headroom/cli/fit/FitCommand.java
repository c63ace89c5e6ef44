package io.headroom.cli.fit;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.ReviewFile;
import io.headroom.cli.output.Terminal;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.Documents;
import io.headroom.planfile.PlanFile;
import io.headroom.planfile.disk.SaveResult;
import io.headroom.validate.fit.AssumptionFit;
import io.headroom.validate.fit.Basis;
import io.headroom.validate.fit.Determination;
import io.headroom.validate.fit.Determination.Answer;
import io.headroom.validate.fit.Fitted;
import io.headroom.validate.fit.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits assumptions to measured figures of a plan file. */
@Command(name = "fit", description = "Fit assumptions of a plan to measured figures of the file, and predict the figures "
        + "that the fit did not use.",
        footerHeading = "%nExample:%n", footer = {
            "  headroom fit sample-plans/report-003.json --plan vllm --from calibrated --on e2e.steady "
            + "--knobs overheadPerStep"})
public final class FitCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "Plan file.")
    private Path file;

    @Option(names = "--plan", paramLabel = "NAME", description = "The plan to fit; without it the first.")
    private String plan;

    @Mixin
    private FitArguments arguments;

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    @Option(names = {"-o", "--output"}, paramLabel = "NEW.json", description = "Plan file to write, with the fitted values "
            + "in the plan.")
    private Path output;

    /**
     * @param catalog what exists
     * @param terminal where it prints
     */
    public FitCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Catalog known = catalog.get();
        Review review = ReviewFile.read(file, known, terminal);
        int index = ReviewFile.indexOf(plan, review);
        Plan chosen = review.plans().get(index);
        FitWish wish = arguments.wish(review, chosen).orElseThrow(() -> Refusal.notValid(
                "A fit needs --on, the measured figures to fit to, and --knobs, the assumptions to fit."));
        Basis basis = wish.isCalibrated() ? Basis.of(known.profile("calibrated").orElseThrow()) : Basis.AS_PLANNED;
        List<Sample> all = review.plans().stream().flatMap(p -> Sample.of(p).stream().map(s -> s.with(basis.of(p))))
                .toList();
        List<Sample> used = all.stream().filter(s -> wish.measurements().contains(s.id())).toList();
        refuseWhatIsNotTold(used, wish.knobs());
        Fitted fitted;
        try {
            fitted = AssumptionFit.fit(used, basis.of(chosen), EnumSet.copyOf(wish.knobs()));
        } catch (IllegalArgumentException e) {
            throw Refusal.notValid("No fit: " + e.getMessage() + ".");
        }
        print(new FitPrint(chosen.name(), fitted, rows(all, used, fitted)));
        if (output != null) {
            write(review.withPlan(index, fitted.adopt(basis.on(chosen))), known);
        }
        return ExitCode.OK;
    }

    private static void refuseWhatIsNotTold(List<Sample> used, List<Knob> knobs) throws Refusal {
        Map<Knob, Answer> answers = Determination.of(used, knobs, knobs);
        for (Knob knob : knobs) {
            switch (answers.get(knob)) {
                case Answer.Told _ -> { }
                case Answer.NoMeasurement _ -> throw Refusal.notValid("No measurement is chosen.");
                case Answer.NotFelt _ -> throw Refusal.notValid("No chosen measurement depends on " + knob.key() + ".");
                case Answer.NotApart a -> throw Refusal.notValid("These measurements cannot tell " + knob.key() + " from "
                        + a.others().stream().map(Knob::key).sorted().collect(Collectors.joining(" and ")) + ".");
            }
        }
    }

    private static List<FitPrint.Row> rows(List<Sample> all, List<Sample> used, Fitted fitted) {
        List<FitPrint.Row> rows = new ArrayList<>();
        for (Sample sample : all) {
            rows.add(new FitPrint.Row(sample, used.contains(sample), sample.estimated(),
                    sample.estimate().applyAsDouble(fitted.adopt(sample.plan()))));
        }
        return rows;
    }

    private void print(FitPrint print) {
        if (isJson) {
            terminal.json(print.json());
        } else {
            terminal.lines(print.text());
        }
    }

    private void write(Review review, Catalog known) throws Refusal {
        SaveResult saved = new Documents(known).export(output, PlanFile.write(review));
        if (!(saved instanceof SaveResult.Saved)) {
            throw Refusal.failed(saved.message());
        }
    }
}
