package io.headroom.golden;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.catalog.Profile;
import io.headroom.catalog.read.ProfileReader;
import io.headroom.json.Fields;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Location;
import io.headroom.json.Problems;
import io.headroom.plan.Plan;
import io.headroom.planfile.PlanFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One case of {@code golden/reference.json}: a plan and what {@code src/test/reference} computes for it.
 *
 * @param name name of the case
 * @param plan the plan, read as a plan file
 * @param metrics expected values: numbers by metric id, lists over the stages by id
 */
record GoldenCase(String name, Plan plan, JsonObject metrics) {

    static List<GoldenCase> all() {
        Catalog catalog = withFirstFit(CatalogFiles.load());
        List<GoldenCase> cases = new ArrayList<>();
        try (InputStream in = GoldenCase.class.getResourceAsStream("/golden/reference.json")) {
            JsonObject file = (JsonObject) JsonReader.read("reference.json", in.readAllBytes());
            for (JsonValue item : ((JsonArray) file.get("cases")).items()) {
                JsonObject one = (JsonObject) item;
                String name = ((JsonText) one.get("name")).value();
                cases.add(new GoldenCase(name, plan((JsonObject) one.get("plan"), catalog),
                        (JsonObject) one.get("metrics")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
        return cases;
    }

    /** The catalogue with the profile that the reference knows as calibrated: the shipped one is fitted again and again. */
    private static Catalog withFirstFit(Catalog catalog) {
        List<Profile> profiles = new ArrayList<>(catalog.profiles());
        profiles.removeIf(p -> p.id().equals("calibrated"));
        Problems problems = new Problems("calibrated.json");
        try (InputStream in = GoldenCase.class.getResourceAsStream("/golden/calibrated.json")) {
            profiles.add(ProfileReader.read(
                    Fields.of(JsonReader.read("calibrated.json", in.readAllBytes()), problems), "calibrated")
                    .withEngineSpecs(catalog.profile("calibrated").orElseThrow().engineSpecs()));
            problems.throwIfAny();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
        return new Catalog(catalog.models(), catalog.gpus(), profiles, Map.of(), Map.of());
    }

    private static Plan plan(JsonObject plan, Catalog catalog) throws JsonRefused {
        JsonObject review = JsonObject.builder().put("format", PlanFile.FORMAT).put("version", PlanFile.VERSION)
                .put("name", "golden").put("plans", new JsonArray(List.of(plan), Location.NONE)).build();
        return PlanFile.read("golden", JsonWriter.bytes(review), catalog).review().plans().getFirst();
    }

    /** Ids of all expected values. */
    Set<String> ids() {
        return metrics.members().keySet();
    }

    /** The expected value of {@code id}; of a list the largest. */
    double number(String id) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : list(id)) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** The expected values of {@code id} over the stages; a number is a list of one. */
    double[] list(String id) {
        JsonValue value = metrics.get(id);
        List<JsonValue> items = value instanceof JsonArray array ? array.items() : List.of(value);
        return items.stream().mapToDouble(v -> ((JsonNumber) v).toDouble().orElseThrow()).toArray();
    }

    /** The sum over the stages. */
    double sum(String id) {
        double sum = 0;
        for (double value : list(id)) {
            sum += value;
        }
        return sum;
    }

    @Override
    public String toString() {
        return name;
    }
}
