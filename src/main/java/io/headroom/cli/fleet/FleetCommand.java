package io.headroom.cli.fleet;

import io.headroom.catalog.Catalog;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.ReviewFile;
import io.headroom.cli.output.Terminal;
import io.headroom.cli.search.Threads;
import io.headroom.explore.fleet.FleetAnswer;
import io.headroom.explore.fleet.FleetPlan;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.Location;
import io.headroom.json.Problems;
import io.headroom.plan.fleet.Fleet;
import io.headroom.planfile.FleetFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which replicas on which GPUs carry the demands of a fleet file. */
@Command(name = "fleet", description = {"Say which replicas on which GPUs carry several demands: at the least cost, and with "
    + "the fewest GPUs.",
    "", "The file names demands (model, tokens of a request, requests a second, limits) and the accelerators that are there "
    + "or can be had. A replica carries its steady requests a second at the largest load that keeps the limits; "
    + "\"utilization\" in the file leaves head room. The exit code is 1 where a demand cannot be carried."},
        footerHeading = "%nExamples:%n", footer = {
            "  headroom fleet sample-plans/fleets/three-demands.json",
            "  headroom fleet sample-plans/fleets/three-demands.json --json"})
public final class FleetCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "Fleet file.")
    private Path file;

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    /**
     * @param catalog loads what exists, once it is needed
     * @param terminal where it prints
     */
    public FleetCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Fleet fleet = read();
        FleetPlan plan = FleetPlan.of(fleet, Threads.of(null), () -> false).orElseThrow();
        if (isJson) {
            terminal.json(FleetJson.of(plan));
        } else {
            terminal.lines(FleetText.of(plan));
        }
        return plan.answers().stream().allMatch(FleetAnswer::carriesAll) ? ExitCode.OK : ExitCode.MISSED;
    }

    private Fleet read() throws Refusal {
        Catalog known = catalog.get();
        byte[] bytes = ReviewFile.bytes(file, known);
        try {
            Fleet fleet = FleetFile.read(file.toString(), bytes, known);
            refuseLimitsWithoutNumbers(fleet, bytes);
            return fleet;
        } catch (JsonRefused e) {
            throw Refusal.notValid(e.getMessage());
        }
    }

    private void refuseLimitsWithoutNumbers(Fleet fleet, byte[] bytes) throws JsonRefused {
        Problems problems = new Problems(file.toString());
        JsonArray demands = (JsonArray) ((JsonObject) JsonReader.read(file.toString(), bytes)).get("demands");
        for (int d = 0; d < fleet.traffic().size(); d++) {
            if (((JsonObject) demands.items().get(d)).get("requirements") instanceof JsonArray limits) {
                for (int r = 0; r < limits.items().size(); r++) {
                    Location at = limits.items().get(r).at();
                    LimitProblem.of(fleet.traffic().get(d).plan().requirements().get(r))
                            .ifPresent(p -> problems.add(at, p.found(), p.allowed()));
                }
            }
        }
        problems.throwIfAny();
    }
}
