package io.headroom.cli.search;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.PlanArguments;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.Terminal;
import io.headroom.explore.alternative.GpuChoice;
import io.headroom.explore.search.Objective;
import io.headroom.explore.search.SearchSpace;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets every accelerator of the catalogue side by side for the workload of one plan. */
@Command(name = "which-gpu", description = {"Say which accelerator of the catalogue suits a plan's workload best: on each "
    + "the best layout within the limits, GPUs needed, TTFT, TPOT and cost, or why none passes and how near one comes.",
    "", "The plan's own accelerator keeps the links and price of the plan; others have those of the catalogue."},
        footerHeading = "%nExamples:%n", footer = {
            "  headroom which-gpu sample-plans/report-003.json --plan vllm_fp8_quantization",
            "  headroom which-gpu review.json --gpus 32 --objective ttft",
            "  headroom which-gpu review.json --price a100-sxm-80=1.5 --json"})
public final class WhichGpuCommand implements Callable<Integer> {

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Mixin
    private PlanArguments plans;

    @Mixin
    private SearchArguments arguments;

    @Option(names = "--price", paramLabel = "ID=USD", description = "US dollars an hour of a GPU in place of the catalogue's "
            + "or the plan's; may be given several times.")
    private Map<String, Double> prices = Map.of();

    @Option(names = "--json", description = "Print JSON in SI units.")
    private boolean isJson;

    /**
     * @param catalog loads what exists, once it is needed
     * @param terminal where it prints
     */
    public WhichGpuCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Plan plan = plans.read(catalog, terminal).getFirst();
        SearchSpace space = arguments.space(plan, GpuChoice.LEAST_GPUS);
        List<Objective> objectives = arguments.objectives();
        List<GpuChoice> choices = GpuChoice.of(space, priced(GpuChoice.offeredWithOwn(plan, catalog.get().gpus())),
                arguments.workers(), () -> false).orElseThrow();
        if (isJson) {
            terminal.json(SearchJson.choices(choices, objectives).build());
        } else {
            terminal.lines(List.of(plan.name() + ", up to " + space.gpus().most() + " GPUs", ""));
            terminal.lines(SearchText.choices(choices, objectives));
        }
        return ExitCode.OK;
    }

    private List<Hardware> priced(List<Hardware> offered) throws Refusal {
        for (Map.Entry<String, Double> price : prices.entrySet()) {
            boolean isKnown = offered.stream().anyMatch(h -> h.gpu().id().equals(price.getKey()));
            if (!isKnown || !(price.getValue() >= 0 && price.getValue() <= 1e6)) {
                throw Refusal.notValid("--price " + price.getKey() + "=" + price.getValue() + " is none: write ID=USD, "
                        + "0 to 1,000,000, of " + String.join(", ", catalog.get().gpus().stream().map(GpuSpec::id).toList())
                        + ".");
            }
        }
        List<Hardware> all = new ArrayList<>();
        for (Hardware hardware : offered) {
            Double price = prices.get(hardware.gpu().id());
            all.add(price == null ? hardware : hardware.with(hardware.given().withPrice(price)));
        }
        return all;
    }
}
