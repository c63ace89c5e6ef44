package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.cli.fit.FitArguments;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.input.ReviewFile;
import io.headroom.cli.output.Terminal;
import io.headroom.cli.picture.PictureSize;
import io.headroom.cli.picture.RenderRequest;
import io.headroom.cli.picture.Renderer;
import io.headroom.plan.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a picture of the window. */
@Command(name = "render", description = "Write a picture of the window, without a display.",
        footerHeading = "%nExamples:%n", footer = {
            "  headroom render sample-plans/report-001.json -o report-001.png",
            "  headroom render review.json -o slide.png --size 1920x1080 --theme dark --presentation",
            "  headroom render sample-plans/report-003.json -o fit.png --plan vllm --on e2e.steady --knobs mbu",
            "  headroom render --view list"})
final class RenderCommand implements Callable<Integer> {

    private static final String LIST = "list";

    private final Supplier<Catalog> catalog;
    private final Renderer renderer;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Plan file.")
    private Path file;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT.png", description = "Picture to write.")
    private Path output;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1440x900", converter = PictureSize.Converter.class,
            description = "Pixels (default: ${DEFAULT-VALUE}).")
    private PictureSize size;

    @Option(names = "--theme", paramLabel = "light|dark", defaultValue = "light",
            description = "Colours (default: ${DEFAULT-VALUE}).")
    private RenderRequest.Theme theme;

    @Option(names = "--plan", paramLabel = "NAME", description = "The plan to show; without it the first.")
    private String plan;

    @Option(names = "--view", paramLabel = "NAME", description = "The view to show; \"list\" names them.")
    private String view;

    @Mixin
    private FitArguments fit;

    @Option(names = "--presentation", description = "Show what an audience sees.")
    private boolean isPresentation;

    RenderCommand(Supplier<Catalog> catalog, Renderer renderer, Terminal terminal) {
        this.catalog = catalog;
        this.renderer = renderer;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        List<String> views = renderer.views();
        if (LIST.equals(view)) {
            terminal.lines(views);
            return ExitCode.OK;
        }
        if (file == null || output == null) {
            throw Refusal.notValid("Missing " + (file == null ? "FILE, the plan file" : "-o OUT.png, the picture to "
                    + "write") + ". Try 'headroom render --help'.");
        }
        if (view != null && !views.contains(view)) {
            throw Refusal.notValid("There is no view \"" + view + "\". Views: " + String.join(", ", views));
        }
        Review review = ReviewFile.read(file, catalog.get(), terminal);
        int index = ReviewFile.indexOf(plan, review);
        RenderRequest request = new RenderRequest(file, review, index, output, size.width(), size.height(), theme,
                Optional.ofNullable(view), isPresentation, fit.wish(review, review.plans().get(index)));
        try {
            return renderer.render(request, terminal.err());
        } catch (IOException e) {
            throw Refusal.failed("Could not write " + output + ": " + e.getMessage());
        }
    }
}
