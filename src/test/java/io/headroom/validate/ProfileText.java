package io.headroom.validate;

import io.headroom.catalog.Knob;
import io.headroom.catalog.Profile;
import io.headroom.catalog.Profile.ModelOnEngine;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** A profile as its file is written: one constant a line, what changes it after it. */
final class ProfileText {

    private ProfileText() {
    }

    /** The text of {@code p}, with {@code fit} as the account of how its constants were found. */
    static String of(Profile p, String fit) {
        Map<Knob, Double> all = new EnumMap<>(Knob.class);
        for (Knob knob : Knob.values()) {
            if (!Double.isNaN(p.constants().get(knob))) {
                all.put(knob, p.constants().get(knob));
            }
        }
        StringBuilder s = new StringBuilder("{\n  \"id\": \"" + p.id() + "\",\n  \"note\": \"" + p.note() + "\",\n");
        s.append("  \"constants\": {").append(constants(all, "\n    ", "\n  ")).append("},\n");
        levels("engines", p.engines(), s);
        levels("architectures", p.architectures(), s);
        levels("enginesOnArchitectures", p.pairs(), s);
        models(p.models(), s);
        s.append("  \"reportedMemory\": ").append(p.usesReportedMemory()).append(",\n");
        return s.append(fit).append("  \"source\": \"").append(p.source()).append("\"\n}\n").toString();
    }

    private static void levels(String key, Map<String, Map<Knob, Double>> levels, StringBuilder s) {
        s.append("  \"").append(key).append("\": {");
        String separator = "";
        for (Map.Entry<String, Map<Knob, Double>> e : new TreeMap<>(levels).entrySet()) {
            if (!e.getValue().isEmpty()) {
                s.append(separator).append("\n    \"").append(e.getKey()).append("\": {")
                        .append(constants(e.getValue(), "\n      ", "\n    ")).append('}');
                separator = ",";
            }
        }
        s.append(separator.isEmpty() ? "},\n" : "\n  },\n");
    }

    private static void models(Map<String, ModelOnEngine> models, StringBuilder s) {
        s.append("  \"modelsOnEngines\": {");
        String separator = "";
        for (Map.Entry<String, ModelOnEngine> e : new TreeMap<>(models).entrySet()) {
            s.append(separator).append("\n    \"").append(e.getKey()).append("\": {\n      \"measurements\": ")
                    .append(e.getValue().measurements()).append(',')
                    .append(constants(e.getValue().factors(), "\n      ", "\n    ")).append('}');
            separator = ",";
        }
        s.append(separator.isEmpty() ? "},\n" : "\n  },\n");
    }

    private static String constants(Map<Knob, Double> values, String indent, String end) {
        StringBuilder s = new StringBuilder();
        String separator = "";
        for (Map.Entry<Knob, Double> e : values.entrySet()) {
            s.append(separator).append(indent).append('"').append(e.getKey().key()).append("\": ")
                    .append(number(e.getValue()));
            separator = ",";
        }
        return s + end;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7 ? String.valueOf((long) value)
                : String.valueOf(value).replace("E", "e");
    }
}
