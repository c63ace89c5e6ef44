package io.headroom;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Knob;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.explore.input.Input;
import io.headroom.explore.input.Inputs;
import io.headroom.plan.Plan;
import io.headroom.plan.Ranges;
import io.headroom.plan.Review;
import io.headroom.planfile.Document;
import io.headroom.planfile.Opened;
import io.headroom.session.Samples;
import io.headroom.session.fit.FitChoice;
import io.headroom.ui.MainWindow;
import io.headroom.ui.Snapshot;
import io.headroom.ui.theme.Look;
import io.headroom.ui.view.ViewName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ToggleButton;

/**
 * Draws all pictures in one process: those of the documentation, and every view in every look and size for looking at.
 *
 * <p>{@code mvn -q -Ppictures process-test-classes} writes src/site/resources/images and target/gallery; an argument
 * draws only the pictures whose names contain it.
 */
final class Gallery {

    private static final Path DOCUMENTATION = Path.of("src/site/resources/images");
    private static final Path GRID = Path.of("target/gallery");
    private static final String MANY_STAGES = "many-stages";
    private static final String OVERFULL = "overfull-";
    private static final String ILLEGAL = "illegal-";
    private static final Input REQUESTS = Inputs.WORKLOAD.getFirst();
    private static final Input TENSOR = Inputs.PARALLELISM.get(0);
    private static final Input PIPELINE = Inputs.PARALLELISM.get(1);
    private static final String GUIDE = "llama-3.1-70b-8xh100-sxm";
    private static final String GUIDE_PLAN = "tp8-bf16";
    private static final String FIXED = "guide-fixed";
    private static final int FIXED_REQUESTS = 48;
    private static final int OVERFULL_REQUESTS = 16_384;
    private static final int ILLEGAL_TENSOR = 3;
    private static final String RANGES = "ranges";
    private static final String RANKS = "findings.page.whoholdswhat";

    private final Catalog catalog = CatalogFiles.load();
    private final List<Page> pages = List.of(
            Page.of("plan", ViewName.PLAN), Page.of("findings", ViewName.FINDINGS),
            new Page("ranks", "report-001", "optimized", ViewName.FINDINGS, RANKS, Optional.empty()),
            Page.of("what-if", ViewName.WHAT_IF), Page.of("curves", ViewName.CURVES), Page.of("explain", ViewName.EXPLAIN),
            Page.of("layouts", "report-000", "24-gpus", ViewName.SEARCH),
            Page.of("compare", ViewName.COMPARE), Page.of("audit", ViewName.AUDIT),
            new Page("break-even", "report-000", "16-gpus", ViewName.COMPARE, "compare.break-even", Optional.empty()),
            new Page("which-gpu", "report-003", "vllm_fp8_quantization", ViewName.SEARCH, "search.kind.accelerators",
                    Optional.empty()),
            Page.of(RANGES, GUIDE, GUIDE_PLAN, ViewName.PLAN),
            new Page("validation", "report-003", "vllm", ViewName.VALIDATION, "", Optional.empty()),
            new Page("fit", "report-003", "vllm", ViewName.VALIDATION, "", Optional.of(new FitChoice(
                    Set.of("vllm:e2e.steady"), List.of(Knob.OVERHEAD_PER_STEP), true))));

    /** What is looked at. */
    private record Page(String name, String sample, String plan, ViewName view, String button, Optional<FitChoice> fit) {

        static Page of(String name, ViewName view) {
            return new Page(name, "report-001", "optimized", view, "", Optional.empty());
        }

        static Page of(String name, String sample, String plan, ViewName view) {
            return new Page(name, sample, plan, view, "", Optional.empty());
        }
    }

    /** How large, in pixels of the picture, and text and what goes by it, 1 = usual. */
    private record Size(int width, int height, double scale) {

        static final Size USUAL = new Size(1440, 900, 1);
        static final Size SMALL = new Size(1280, 720, 1);
        static final Size SHARP = new Size(1920, 1080, 1.5);

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    /** In which colours, and for whom. */
    private enum Dress {
        LIGHT, DARK, PRESENTATION;

        Look look() {
            return this == DARK ? Look.DARK : Look.LIGHT;
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One picture. */
    private record Shot(Path file, Page page, Dress dress, Size size) {
    }

    public static void main(String[] names) {
        List<Shot> shots = new Gallery().shots().stream().filter(
                s -> names.length == 0 || List.of(names).stream().anyMatch(s.file.toString()::contains)).toList();
        Gallery gallery = new Gallery();
        Pictures.painted(() -> {
            shots.forEach(gallery::draw);
            return shots.size();
        });
        System.out.println(shots.size() + " pictures in " + DOCUMENTATION + " and " + GRID);
        System.exit(0);
    }

    private List<Shot> shots() {
        List<Shot> shots = new ArrayList<>(documentation());
        for (Page page : pages) {
            for (Dress dress : Dress.values()) {
                for (Size size : List.of(Size.USUAL, Size.SMALL, Size.SHARP)) {
                    shots.add(in(GRID, page, dress, size));
                }
            }
        }
        for (Page state : states()) {
            shots.add(in(GRID, state, Dress.LIGHT, Size.USUAL));
            shots.add(in(GRID, state, Dress.DARK, Size.SMALL));
        }
        return shots;
    }

    private List<Shot> documentation() {
        List<Shot> shots = new ArrayList<>();
        for (Page page : guide()) {
            shots.add(in(DOCUMENTATION, page, page.name.endsWith("present") ? Dress.PRESENTATION : Dress.LIGHT,
                    page.name.endsWith("present") ? Size.SMALL : Size.USUAL));
        }
        for (Page page : pages) {
            if (List.of("findings", "audit", "validation", "fit", "break-even", "which-gpu", RANGES).contains(page.name)) {
                shots.add(in(DOCUMENTATION, page, Dress.LIGHT, Size.USUAL));
            }
        }
        Page window = Page.of("window", ViewName.PLAN);
        shots.add(in(DOCUMENTATION, window, Dress.LIGHT, Size.USUAL));
        shots.add(in(DOCUMENTATION, window, Dress.LIGHT, Size.SMALL));
        shots.add(in(DOCUMENTATION, window, Dress.DARK, Size.USUAL));
        shots.add(in(DOCUMENTATION, window, Dress.DARK, Size.SMALL));
        shots.add(in(DOCUMENTATION, Page.of("impossible", "report-000", "24-gpus", ViewName.PLAN), Dress.LIGHT, Size.USUAL));
        shots.add(in(DOCUMENTATION, Page.of("two-replicas", "llama-3.1-70b-8xh100-sxm", "2x-tp4-fp8", ViewName.PLAN),
                Dress.DARK, Size.SMALL));
        return shots;
    }

    /** The steps of the user guide, on a plan that misses a limit. */
    private static List<Page> guide() {
        List<Page> steps = new ArrayList<>();
        steps.add(Page.of("guide-plan", GUIDE, GUIDE_PLAN, ViewName.PLAN));
        steps.add(Page.of("guide-findings", GUIDE, GUIDE_PLAN, ViewName.FINDINGS));
        steps.add(Page.of(FIXED, GUIDE, GUIDE_PLAN, ViewName.PLAN));
        steps.add(new Page(FIXED + "-ranks", GUIDE, GUIDE_PLAN, ViewName.FINDINGS, RANKS, Optional.empty()));
        for (ViewName view : List.of(ViewName.WHAT_IF, ViewName.CURVES, ViewName.EXPLAIN, ViewName.COMPARE)) {
            steps.add(Page.of(FIXED + "-" + view.id(), GUIDE, GUIDE_PLAN, view));
        }
        steps.add(Page.of(FIXED + "-present", GUIDE, GUIDE_PLAN, ViewName.PLAN));
        return steps;
    }

    /** Limits missed, memory overfull, a layout that is not legal, many plans, many stages. */
    private static List<Page> states() {
        List<Page> states = new ArrayList<>();
        for (ViewName view : ViewName.values()) {
            states.add(Page.of("misses-" + view.id(), "report-000", "24-gpus", view));
            states.add(Page.of(OVERFULL + view.id(), "report-001", "optimized", view));
            states.add(Page.of(ILLEGAL + view.id(), "report-001", "optimized", view));
        }
        for (String name : List.of("misses-", OVERFULL, ILLEGAL)) {
            states.add(new Page(name + "ranks", name.equals("misses-") ? "report-000" : "report-001",
                    name.equals("misses-") ? "24-gpus" : "optimized", ViewName.FINDINGS, RANKS, Optional.empty()));
        }
        states.add(Page.of(MANY_STAGES, "report-001", "optimized", ViewName.PLAN));
        states.add(new Page(MANY_STAGES + "-ranks", "report-001", "optimized", ViewName.FINDINGS, RANKS, Optional.empty()));
        states.add(Page.of("five-plans", "report-003", "vllm", ViewName.PLAN));
        states.add(Page.of("five-compared", "report-003", "vllm", ViewName.COMPARE));
        states.add(new Page("expert-ranks", "deepseek-v3-16xh100-sxm", "dp16-ep16", ViewName.FINDINGS, RANKS,
                Optional.empty()));
        return states;
    }

    private static Shot in(Path folder, Page page, Dress dress, Size size) {
        return new Shot(folder.resolve(page.name + "-" + dress + "-" + size + ".png"), page, dress, size);
    }

    /** The sample: as it is, with ranges, a stage for each layer, too large, not legal, or after the fix that the guide takes. */
    private Document document(Page page) {
        Opened opened = Samples.read(page.sample, catalog);
        Review review = opened.review();
        for (int i = 0; i < review.plans().size(); i++) {
            Plan plan = review.plans().get(i);
            if (page.name.startsWith(MANY_STAGES)) {
                review = review.withPlan(i, PIPELINE.with(plan, plan.model().layers()));
            } else if (page.name.startsWith(OVERFULL)) {
                review = review.withPlan(i, REQUESTS.with(plan, OVERFULL_REQUESTS));
            } else if (page.name.startsWith(ILLEGAL)) {
                review = review.withPlan(i, TENSOR.with(plan, ILLEGAL_TENSOR));
            } else if (page.name.equals(RANGES)) {
                review = review.withPlan(i, plan.withRanges(Ranges.NONE
                        .with("assumptions.mbu", new Ranges.Range(0.6, 0.9))
                        .with("workload.concurrentRequests", new Ranges.Range(32, 96))
                        .with("hardware.pricePerGpuHour", new Ranges.Range(1.5, 3.5))));
            } else if (page.name.startsWith(FIXED) && plan.name().equals(GUIDE_PLAN)) {
                review = review.withPlan(i, REQUESTS.with(plan, FIXED_REQUESTS));
            }
        }
        return new Document(null, new Opened(review, false, opened.remarks()), null);
    }

    private void draw(Shot shot) {
        Page page = shot.page;
        Size size = shot.size;
        Document document = document(page);
        int plan = document.review().plans().stream().map(Plan::name).toList().indexOf(page.plan);
        if (plan < 0) {
            throw new IllegalStateException(page.sample + " has no plan " + page.plan);
        }
        MainWindow window = Snapshot.window(document, page.sample + ".json", catalog, new Snapshot.Frame(plan, page.view,
                size.width, size.height, shot.dress.look(), shot.dress == Dress.PRESENTATION, page.fit));
        // a scaled snapshot would blur charts, which a screen that is scaled does not
        window.zoomProperty().set(size.scale);
        byte[] png = Snapshot.png(window, size.width, size.height);
        if (!page.button.isEmpty()) {
            window.lookupAll(".toggle-button").stream().filter(n -> page.button.equals(n.getId()))
                    .forEach(n -> ((ToggleButton) n).fire());
            png = Snapshot.png(window, size.width, size.height);
        }
        try {
            Files.createDirectories(shot.file.getParent());
            Files.write(shot.file, png);
        } catch (IOException e) {
            throw new UncheckedIOException(shot.file.toString(), e);
        }
    }
}
