package io.headroom.planfile;

import io.headroom.catalog.Catalog;
import io.headroom.json.Fields;
import io.headroom.json.JsonNumber;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import io.headroom.json.Problems;
import io.headroom.plan.Extras;
import io.headroom.plan.Plan;
import io.headroom.plan.Review;
import io.headroom.plan.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the outer object of a plan file: what it is, its version, and its plans. */
final class ReviewReader {

    static final int MAX_PLANS = 1000;

    private final Catalog catalog;
    private final Problems problems;
    private final List<String> remarks = new ArrayList<>();

    ReviewReader(Catalog catalog, Problems problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** The review, or null where there is a problem. */
    Opened read(Fields f) {
        if (!isPlanFile(f)) {
            return null;
        }
        int version = version(f);
        String name = f.text("name", "");
        String baseline = f.text("baseline", "");
        List<Fields> items = f.objects("plans");
        if (items.isEmpty() && problems.isEmpty()) {
            f.refuse("plans", "no plan", "\"plans\": a list of at least one plan");
        }
        if (items.size() > MAX_PLANS) {
            f.refuse("plans", items.size() + " plans", "at most " + MAX_PLANS);
            return null;
        }
        Extras extras = new Extras(f.unread());
        View view = PlanReader.view(f.object("view"));
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            plans.add(new PlanReader(items.get(i), catalog, problems, remarks).read(defaultName(i), view));
        }
        if (!problems.isEmpty()) {
            return null;
        }
        remarkNames(baseline, plans);
        PlanReader.remark("", without(extras.json(), "view"), remarks);
        return new Opened(new Review(name, baseline, plans, extras), version > PlanFile.VERSION, remarks);
    }

    private boolean isPlanFile(Fields f) {
        JsonValue format = f.value("format");
        if (format instanceof JsonText t && t.value().equals(PlanFile.FORMAT)) {
            return true;
        }
        // every other key of a foreign file would only add noise
        f.refuse("format", format == null ? "no \"format\"" : format.found(),
                JsonWriter.quoted(PlanFile.FORMAT) + ", which a plan file begins with");
        return false;
    }

    private int version(Fields f) {
        JsonValue value = f.value("version");
        if (value instanceof JsonNumber n && n.toLong().orElse(0) > PlanFile.VERSION) {
            remarks.add("The file was made by a newer version of Headroom (format " + n.found() + ", this one knows "
                    + PlanFile.VERSION + "): it is opened read-only, because saving could lose what the newer one"
                    + " added.");
            return PlanFile.VERSION + 1;
        }
        return f.requiredWhole("version", 1, PlanFile.VERSION);
    }

    private void remarkNames(String baseline, List<Plan> plans) {
        Set<String> names = new HashSet<>();
        for (Plan plan : plans) {
            if (!names.add(plan.name())) {
                remarks.add("Two plans are called " + JsonWriter.quoted(plan.name()) + ".");
            }
        }
        if (!baseline.isEmpty() && !names.contains(baseline)) {
            remarks.add("The baseline " + JsonWriter.quoted(baseline) + " is not a plan of this file.");
        }
    }

    private static Map<String, String> without(Map<String, String> map, String key) {
        Map<String, String> rest = new java.util.LinkedHashMap<>(map);
        rest.remove(key);
        return rest;
    }

    // A, B, ... Z, then by number
    private static String defaultName(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : "Plan " + (index + 1);
    }
}
