package io.headroom.session.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.catalog.NumberFormat;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.json.JsonRefused;
import io.headroom.plan.Assumptions;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.planfile.PlanFile;
import io.headroom.session.PlanSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model and a GPU while they are being typed, and what of them comes into the plan and its file. */
class EntryDraftTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    private static Plan plan(String model) {
        return Plan.of("A", CATALOG.model(model).orElseThrow(), Hardware.of(CATALOG.gpu("h100-sxm").orElseThrow()),
                new Assumptions(CATALOG.profile("plan").orElseThrow(), null, Map.of()));
    }

    private static EntryField field(EntryDraft<?> draft, String key) {
        return draft.groups().stream().flatMap(g -> g.fields().stream()).filter(f -> f.key().equals(key)).findFirst()
                .orElseThrow();
    }

    private static void type(EntryDraft<?> draft, String key, String text) {
        draft.type(field(draft, key), text);
    }

    private static PlanSession session(Plan plan) {
        return new PlanSession(new Review("R", plan.name(), List.of(plan), io.headroom.plan.Extras.NONE), () -> { },
                () -> 0);
    }

    private static Plan readBack(Plan plan) throws JsonRefused {
        Review review = new Review("R", plan.name(), List.of(plan), io.headroom.plan.Extras.NONE);
        return PlanFile.read("r.json", PlanFile.write(review), CATALOG).review().plans().getFirst();
    }

    @ParameterizedTest
    @CsvSource({"llama-3.1-8b, false", "qwen3-32b, true"})
    void blocksOfFp8AreTurnedOverAndKept(String model, boolean hasBlocks) throws JsonRefused {
        Plan plan = plan(model);
        EntryDraft<ModelSpec> draft = EntryDraft.model(plan, CATALOG);
        assertThat(draft.text(field(draft, "blockScaledFp8"))).isEqualTo(String.valueOf(hasBlocks));
        type(draft, "blockScaledFp8", String.valueOf(!hasBlocks));
        PlanSession session = session(plan);
        draft.save(session);
        Plan saved = readBack(session.planProperty().get());
        assertThat(saved.model().shape().blockScaledFp8()).isEqualTo(!hasBlocks);
        assertThat(saved.model().shape().layers()).isEqualTo(plan.model().shape().layers());
    }

    @Test
    void fourMoreLayersOfLlamaAreCountedAndDoNotAddUp() throws JsonRefused {
        Plan plan = plan("llama-3.1-8b");
        EntryDraft<ModelSpec> draft = EntryDraft.model(plan, CATALOG);
        assertThat(Size.of(draft, plan).computed()).isEqualTo("Computed: 8.03 B parameters");
        assertThat(Size.of(draft, plan).stated()).isEqualTo("Stated: 8.03 B parameters");
        assertThat(Size.of(draft, plan).warning()).isEmpty();
        type(draft, "layers", "36");
        type(draft, "published.totalParameters", "10 B");
        // by hand: a layer is 4096*(32+16)*128 + 32*128*4096 + 3*4096*14336 + 2*4096 = 218 112 000;
        // 8 030 261 248 + 4 * 218 112 000
        assertThat(draft.entry().parameters().total()).isEqualTo(8_902_709_248.0);
        assertThat(Size.of(draft, plan).computed()).isEqualTo("Computed: 8.90 B parameters");
        assertThat(Size.of(draft, plan).warning()).isEqualTo("Does not add up: 8.90 B computed, 10.0 B stated.");
        type(draft, "published.totalParameters", "");
        assertThat(Size.of(draft, plan).stated()).isEmpty();
        type(draft, "published.totalParameters", "8.9 B");
        assertThat(Size.of(draft, plan).warning()).isEmpty();

        PlanSession session = session(plan);
        draft.save(session);
        Plan saved = session.planProperty().get();
        assertThat(saved.model().name()).isEqualTo("Llama-3.1-8B (changed)");
        assertThat(saved.modelJson()).isEqualTo(
                "{\"basedOn\":\"llama-3.1-8b\",\"layers\":36,\"published\":{\"totalParameters\":8900000000}}");
        assertThat(session.undoLabelProperty().get()).isEqualTo("Model Llama-3.1-8B → Llama-3.1-8B (changed)");
        assertThat(readBack(saved)).isEqualTo(saved);
        assertThat(readBack(saved).model().parameters()).isEqualTo(saved.model().parameters());
        session.undo();
        assertThat(session.planProperty().get()).isEqualTo(plan);
    }

    @Test
    void activeParametersOfExpertsFollowToo() {
        Plan plan = plan("qwen3-235b-a22b");
        EntryDraft<ModelSpec> draft = EntryDraft.model(plan, CATALOG);
        double before = draft.entry().parameters().active();
        type(draft, "moe.topK", "16");
        // by hand: 8 more experts of 3*4096*1536 in each of 94 layers are 14.19 B more than the 21.57 B of 8
        assertThat(draft.entry().parameters().active() - before).isEqualTo(8.0 * 94 * 3 * 4096 * 1536);
        assertThat(Size.of(draft, plan).warning()).isEqualTo(
                "Does not add up: 35.8 B active computed, 22.0 B active stated.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "layers            | 0      | Needs a whole number from 1 to 4096.",
        "layers            | 36.5   | Needs a whole number from 1 to 4096.",
        "layers            | ''     | Needs a whole number from 1 to 4096.",
        "layers            | many   | Not a number: “many”.",
        "attention.kvHeads | 7      | Needs a divisor of the 64 heads.",
        "moe.topK          | 129    | Needs a whole number from 1 to 128.",
        "name              | ''     | Needs a name.",
        "maxContextTokens  | 1.5    | Tokens are whole: 1.5 is not."})
    void aFieldSaysWhatItMayBe(String key, String text, String problem) {
        Plan plan = plan("qwen3-235b-a22b");
        EntryDraft<ModelSpec> draft = EntryDraft.model(plan, CATALOG);
        type(draft, key, text);
        assertThat(draft.problem(field(draft, key))).isEqualTo(problem);
        assertThat(draft.problems()).isEqualTo(1);
        assertThat(draft.entry()).isNull();
        PlanSession session = session(plan);
        draft.save(session);
        assertThat(session.planProperty().get()).isEqualTo(plan);
        assertThat(Size.of(draft, plan).computed()).isEqualTo("Parameters: –");
    }

    @Test
    void aGpuOfOnesOwnIsTheCatalogueAndWhatIsDifferent() throws JsonRefused {
        Plan plan = plan("llama-3.1-8b");
        EntryDraft<GpuSpec> draft = EntryDraft.gpu(plan, CATALOG);
        assertThat(draft.text(field(draft, "hbmBytes"))).isEqualTo("80");
        assertThat(draft.text(field(draft, "hbmBytesPerSecond"))).isEqualTo("3350");
        assertThat(draft.text(field(draft, "peakFlops.bf16"))).isEqualTo("989");
        type(draft, "hbmBytes", "96");
        type(draft, "hbmBytesPerSecond", "4 TB/s");
        type(draft, "peakFlops.fp8", "");
        PlanSession session = session(plan);
        draft.save(session);
        Plan saved = session.planProperty().get();
        GpuSpec gpu = saved.hardware().gpu();
        assertThat(gpu.name()).isEqualTo("H100 SXM (changed)");
        assertThat(gpu.hbmBytes()).isEqualTo(96e9);
        assertThat(gpu.reportedBytes()).as("all of it is seen").isEqualTo(96e9);
        assertThat(gpu.hbmBytesPerSecond()).isEqualTo(4e12);
        assertThat(gpu.supports(NumberFormat.FP8)).isFalse();
        assertThat(gpu.supports(NumberFormat.BF16)).isTrue();
        assertThat(gpu.watts()).isEqualTo(700);
        assertThat(readBack(saved)).isEqualTo(saved);

        // set back figure by figure it is the catalogue's again
        EntryDraft<GpuSpec> back = EntryDraft.gpu(saved, CATALOG);
        type(back, "hbmBytes", "80");
        type(back, "hbmBytesPerSecond", "3.35 TB/s");
        type(back, "peakFlops.fp8", "1979");
        back.save(session);
        assertThat(session.planProperty().get()).isEqualTo(plan);
    }

    @Test
    void aGpuFigureOutOfRangeSaysSoInItsUnit() {
        EntryDraft<GpuSpec> draft = EntryDraft.gpu(plan("llama-3.1-8b"), CATALOG);
        type(draft, "intraNodeLatencySeconds", "2000000");
        assertThat(draft.problem(field(draft, "intraNodeLatencySeconds"))).isEqualTo("Needs a number from 0 to 1 s.");
        type(draft, "gpusPerNode", "0");
        assertThat(draft.problem(field(draft, "gpusPerNode"))).isEqualTo("Needs a whole number from 1 to 1048576.");
    }

    @Test
    void whatIsNotTypedKeepsItsDigitsAndNothingTypedIsNoEdit() {
        // the driver reports 85 520 809 984 bytes of an H100: no field shows that
        Plan plan = plan("llama-3.1-8b");
        PlanSession session = session(plan);
        EntryDraft<GpuSpec> none = EntryDraft.gpu(plan, CATALOG);
        none.save(session);
        assertThat(session.dirtyProperty().get()).isFalse();
        EntryDraft<GpuSpec> named = EntryDraft.gpu(plan, CATALOG);
        type(named, "name", "Ours");
        named.save(session);
        GpuSpec gpu = session.planProperty().get().hardware().gpu();
        assertThat(gpu.reportedBytes()).isEqualTo(84_943_715_696.0);
        assertThat(session.planProperty().get().hardware().gpuJson()).isEqualTo(
                "{\"basedOn\":\"h100-sxm\",\"name\":\"Ours\"}");
        assertThat(session.undoLabelProperty().get()).isEqualTo("GPU H100 SXM → Ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deepseek-v3", "qwen3-next-80b-a3b", "gpt-oss-120b", "llama-3.1-8b", "llama-4-maverick"})
    void onlyWhatTheArchitectureHasIsAskedForAndAllOfItSurvives(String id) throws JsonRefused {
        if (CATALOG.model(id).isEmpty()) {
            throw new AssertionError("no " + id + " in " + CATALOG.models());
        }
        Plan plan = plan(id);
        EntryDraft<ModelSpec> draft = EntryDraft.model(plan, CATALOG);
        ModelSpec.Shape shape = plan.model().shape();
        List<String> keys = draft.groups().stream().flatMap(g -> g.fields().stream()).map(EntryField::key).toList();
        assertThat(keys.contains("attention.kvRank")).isEqualTo(
                shape.attention() instanceof io.headroom.catalog.Attention.Latent);
        assertThat(keys.contains("slidingWindow.windowTokens")).isEqualTo(shape.slidingWindow() != null);
        assertThat(keys.contains("linearAttention.keyHeads")).isEqualTo(shape.linearAttention() != null);
        assertThat(keys.contains("moe.topK")).isEqualTo(shape.moe() != null);
        type(draft, "vocabulary", "200000");
        Plan saved = draft.in(plan);
        assertThat(saved.model().shape().vocabulary()).isEqualTo(200_000);
        assertThat(saved.model().shape().attention()).isEqualTo(shape.attention());
        assertThat(saved.model().shape().moe()).isEqualTo(shape.moe());
        assertThat(readBack(saved)).isEqualTo(saved);
    }

    @Test
    void aModelThatTheFileWritesOutIsChangedInPlace() throws JsonRefused {
        String file = """
                {"format": "headroom/plan", "version": 1, "plans": [{"model": {"basedOn": "llama-3.1-8b",
                "layers": 40, "mine": [1.50]}}]}""";
        Plan plan = PlanFile.read("r.json", file.getBytes(java.nio.charset.StandardCharsets.UTF_8), CATALOG).review()
                .plans().getFirst();
        EntryDraft<ModelSpec> draft = EntryDraft.model(plan, CATALOG);
        type(draft, "layers", "41");
        Plan saved = draft.in(plan);
        assertThat(saved.modelJson()).isEqualTo("{\"basedOn\":\"llama-3.1-8b\",\"layers\":41,\"mine\":[1.50]}");
        assertThat(readBack(saved)).isEqualTo(saved);
    }

    @Test
    void figuresOfThePlanItselfAreNamed() {
        Hardware plain = plan("llama-3.1-8b").hardware();
        Hardware own = new Hardware(plain.gpu(), null, new Hardware.Given(4, 450e9, Double.NaN, Double.NaN, 12e-6, 2.5, null));

        assertThat(OwnFigures.text(plain)).isEmpty();
        assertThat(OwnFigures.text(own)).isEqualTo("The plan's own figures win over these: 4 GPUs a node, "
                + "450 GB/s inside a node, 12.0 µs latency between nodes, $2.50 a GPU-hour.");
    }
}
