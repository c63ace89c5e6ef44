package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.json.Fields;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Problems;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.plan.fleet.Fleet;
import io.headroom.plan.fleet.Pool;
import io.headroom.plan.fleet.Traffic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the outer object of a fleet file, its accelerators and its demands. */
final class FleetReader {

    static final int MAX_POOLS = 16;
    static final int MAX_DEMANDS = 100;
    static final int MAX_REPLICA_GPUS = 4096;
    static final int MAX_REPLICA_REQUESTS = 16_384;
    static final double LEAST_RATE = 1e-6;
    static final double MOST_RATE = 1e6;

    private static final int REPLICA_GPUS = 64;
    private static final int REPLICA_REQUESTS = 1024;

    private static final List<String> KEYS_OF_A_LIMIT = List.of("metric", "atMost", "atLeast", "unit", "margin", "soft");

    private final Catalog catalog;
    private final Problems problems;

    FleetReader(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** The fleet, or null where there is a problem. */
    Fleet read(Fields f) {
        if (!(f.value("format") instanceof JsonText t) || !t.value().equals(FleetFile.FORMAT)) {
            // every other key of a foreign file would only add noise
            f.refuse("format", f.has("format") ? f.value("format").found() : "no \"format\"",
                    JsonWriter.quoted(FleetFile.FORMAT) + ", which a fleet file begins with");
            return null;
        }
        f.requiredWhole("version", 1, FleetFile.VERSION);
        String name = f.text("name", "");
        f.text("note", Fields.MAX_NOTE, "");
        double utilization = f.number("utilization", NumberField.UTILIZATION.min(), 1, 1);
        int gpus = f.whole("gpusPerReplica", 1, MAX_REPLICA_GPUS, REPLICA_GPUS);
        int requests = f.whole("requestsPerReplica", 1, MAX_REPLICA_REQUESTS, REPLICA_REQUESTS);
        List<Pool> pools = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields item : items(f, "gpus", "type of accelerator", MAX_POOLS)) {
            pools.add(pool(item, names));
        }
        List<Traffic> traffic = new ArrayList<>();
        names.clear();
        Hardware any = pools.isEmpty() || pools.getFirst() == null ? null : pools.getFirst().hardware();
        for (Fields item : items(f, "demands", "demand", MAX_DEMANDS)) {
            traffic.add(traffic(item, any, names));
        }
        refuseUnknown(f, "format, version, name, note, utilization, gpusPerReplica, requestsPerReplica, gpus, demands");
        return problems.isEmpty() ? new Fleet(name, pools, traffic, utilization, gpus, requests) : null;
    }

    private List<Fields> items(Fields f, String key, String kind, int most) {
        List<Fields> items = f.objects(key);
        if (items.isEmpty() && f.array(key).isEmpty() || items.size() > most) {
            f.refuse(key, items.isEmpty() ? "no " + kind : items.size() + " of them", "1 to " + most + ", each a " + kind);
            return List.of();
        }
        return items;
    }

    private Pool pool(Fields f, Set<String> names) {
        int available = f.whole("available", 1, Pool.UNLIMITED, Pool.UNLIMITED);
        String name = f.text("name", null);
        if (!f.has("gpu")) {
            f.refuse("gpu", "no \"gpu\"", "the id of a catalogue accelerator or an object of its figures");
            return null;
        }
        Hardware hardware = new PlanReader(f, catalog, problems, new ArrayList<>()).hardware(f);
        refuseUnknown(f, "name, available, gpu, gpusPerNode, intraNodeBytesPerSecond, interNodeBytesPerSecond, "
                + "intraNodeLatencySeconds, interNodeLatencySeconds, pricePerGpuHour, priceBasis");
        if (hardware == null) {
            return null;
        }
        String called = name == null ? hardware.gpu().name() : name;
        refuseTwice(f, name == null ? "gpu" : "name", called, names);
        return new Pool(called, hardware, available);
    }

    private Traffic traffic(Fields f, Hardware hardware, Set<String> names) {
        String name = f.requiredText("name");
        refuseTwice(f, "name", name, names);
        double rate = f.requiredNumber("requestsPerSecond", LEAST_RATE, MOST_RATE);
        if (!f.has("model")) {
            f.refuse("model", "no \"model\"", "the id of a catalogue model or an object of its figures");
        }
        refuseWithoutLengths(f);
        int before = problems.count();
        PlanReader reader = new PlanReader(f, catalog, problems, new ArrayList<>());
        Plan plan = reader.traffic(name, hardware);
        if (problems.count() == before) {
            refuseUnknownIn(f, reader);
        }
        refuseUnknown(f, "name, requestsPerSecond, model, precision, workload, assumptions, requirements");
        return plan == null ? null : new Traffic(name, plan, rate);
    }

    private void refuseWithoutLengths(Fields f) {
        Fields workload = f.object("workload");
        if (workload == null) {
            f.refuse("workload", "no \"workload\"", "its \"inputTokens\" and \"outputTokens\"");
        } else {
            for (NumberField field : List.of(NumberField.INPUT_TOKENS, NumberField.OUTPUT_TOKENS)) {
                if (!workload.has(field.key())) {
                    workload.refuse(field.key(), "no " + JsonWriter.quoted(field.key()), "tokens of a request");
                }
            }
            for (String key : List.of("concurrentRequests", "arrivalRatePerSecond")) {
                if (workload.has(key)) {
                    workload.refuse(key, JsonWriter.quoted(key), "\"requestsPerSecond\" of the demand: how many a replica"
                            + " serves at once is what is searched");
                }
            }
        }
    }

    private void refuseUnknownIn(Fields f, PlanReader reader) {
        reader.unknownKeys().forEach((section, keys) -> {
            Fields inner = section.isEmpty() ? f : new Fields((JsonObject) f.value(section), problems);
            keys.forEach(key -> refuse(inner, key, "a key of a plan's " + section));
        });
        for (Fields requirement : f.objects("requirements")) {
            KEYS_OF_A_LIMIT.forEach(requirement::value);
            refuseUnknown(requirement, String.join(", ", KEYS_OF_A_LIMIT));
        }
    }

    private void refuseTwice(Fields f, String key, String name, Set<String> names) {
        if (!name.isEmpty() && !names.add(name)) {
            f.refuse(key, "a second " + JsonWriter.quoted(name), "a \"name\" of its own");
        }
    }

    private void refuseUnknown(Fields f, String known) {
        f.unread().keySet().forEach(key -> refuse(f, key, "one of " + known));
    }

    private void refuse(Fields f, String key, String allowed) {
        JsonValue value = f.json().get(key);
        problems.add(value.at(), "the unknown key " + JsonWriter.quoted(key), allowed);
    }
}
