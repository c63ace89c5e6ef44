package io.headroom.session.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import io.headroom.session.PlanSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChosenTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private Review review;
    private PlanSession session;

    // report 000 has a model of its own; its accelerator is made one, by another id
    @BeforeEach
    void open() throws Exception {
        String card = CATALOG.gpuJson("plan-generic-64g").orElseThrow().toJson().replace("plan-generic-64g", "our-card");
        String text = Files.readString(Path.of("sample-plans/report-000.json")).replace("\"plan-generic-64g\"", card);
        review = PlanFile.read("report-000.json", text.getBytes(StandardCharsets.UTF_8), CATALOG).review();
        session = new PlanSession(review, () -> { }, System::nanoTime);
    }

    @Test
    void whatTheCatalogueDoesNotKnowTakesItsFiguresAlong() throws Exception {
        Plan own = review.plans().getFirst();
        assertThat(own.modelJson()).isNotNull();
        Chosen.model(session, CATALOG, CATALOG.model("llama-3.1-8b").orElseThrow());
        assertThat(session.planProperty().get().modelJson()).isNull();
        // another plan of the review, such as the baseline on screen while B is held, still has it
        Chosen.model(session, CATALOG, own.model());
        assertThat(session.planProperty().get().model()).isEqualTo(own.model());
        Review now = session.reviewProperty().get();
        assertThat(PlanFile.read("a.json", PlanFile.write(now), CATALOG).review()).isEqualTo(now);
    }

    @Test
    void soDoesAnAccelerator() throws Exception {
        GpuSpec own = review.plans().getFirst().hardware().gpu();
        assertThat(CATALOG.gpu(own.id())).isEmpty();
        Chosen.gpu(session, CATALOG, CATALOG.gpu("h100-sxm").orElseThrow());
        Chosen.gpu(session, CATALOG, own);
        assertThat(session.planProperty().get().hardware().gpu()).isEqualTo(own);
        Review now = session.reviewProperty().get();
        assertThat(PlanFile.read("a.json", PlanFile.write(now), CATALOG).review()).isEqualTo(now);
    }

    @Test
    void whatNoPlanHasAnyMoreIsNotChosen() {
        ModelSpec gone = review.plans().getFirst().model();
        PlanSession other = new PlanSession(new Review("other", "", List.of(session.planProperty().get()
                .withModel(CATALOG.model("llama-3.1-8b").orElseThrow())), review.extras()), () -> { }, System::nanoTime);
        Chosen.model(other, CATALOG, gone);
        assertThat(other.planProperty().get().model().id()).isEqualTo("llama-3.1-8b");
    }
}
