package io.headroom.catalog.huggingface;

import io.headroom.json.Fields;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonValue.JsonNull;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a configuration file, where null means absent and a model that also sees pictures keeps those of its
 * language part in {@code text_config}; every default taken is noted.
 */
final class ConfigKeys {

    private static final String AS_LIBRARY = ", as the library does";

    private final Fields whole;
    private final Fields text;
    private final List<String> remarks = new ArrayList<>();

    ConfigKeys(Fields whole) {
        this.whole = whole;
        JsonValue inner = whole.value("text_config");
        Fields fields = inner == null || inner instanceof JsonNull ? null : whole.object("text_config");
        this.text = fields == null ? whole : fields;
    }

    /** The language part, the whole file where it has no other. */
    Fields text() {
        return text;
    }

    List<String> remarks() {
        return remarks;
    }

    void remark(String remark) {
        remarks.add(remark);
    }

    /** Whether any problem was found so far. */
    boolean isSound() {
        return whole.problems().isEmpty();
    }

    /** Whether {@code key} is there and not null. */
    boolean isGiven(String key) {
        return isGiven(text, key);
    }

    /** Whether {@code key} stands in the language part or beside it. */
    boolean isGivenAnywhere(String key) {
        return isGiven(text, key) || isGiven(whole, key);
    }

    /** Whether the checkpoint's weights have a scale for each block of them. */
    boolean hasBlocksOfWeights() {
        Fields place = placeOf("quantization_config");
        return place.value("quantization_config") instanceof JsonObject
                && isGiven(place.object("quantization_config"), "weight_block_size");
    }

    /** A whole number that must be there. */
    int required(String key, int max) {
        return text.requiredWhole(key, 1, max);
    }

    /** A whole number, or what the library takes, which is noted. */
    int optional(String key, int min, int max, int absent) {
        return optional(key, min, max, absent, absent + AS_LIBRARY);
    }

    /** A whole number, or {@code absent}, which is noted in the words of {@code taken}. */
    int optional(String key, int min, int max, int absent, String taken) {
        if (isGiven(key)) {
            return text.whole(key, min, max, absent);
        }
        remark(key + " not given: taken = " + taken);
        return absent;
    }

    /** A whole number whose absence says that there is no such thing. */
    int orNone(String key, int max) {
        return isGiven(key) ? text.whole(key, 0, max, 0) : 0;
    }

    /** True or false, in the language part or beside it, or what the library takes, which is noted. */
    boolean flag(String key, boolean absent) {
        Fields place = placeOf(key);
        if (isGiven(place, key)) {
            return place.flag(key, absent);
        }
        remark(key + " not given: taken = " + absent + AS_LIBRARY);
        return absent;
    }

    /** A text in the language part or beside it, or null. */
    String textAnywhere(String key) {
        Fields place = placeOf(key);
        return isGiven(place, key) ? place.text(key, null) : null;
    }

    /** The first text of a list in the language part or beside it, or null. */
    String firstAnywhere(String key) {
        Fields place = placeOf(key);
        List<String> texts = isGiven(place, key) ? place.texts(key, Fields.MAX_NAME) : List.of();
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /** The items of a list, none where it is absent. */
    List<JsonValue> list(String key) {
        return isGiven(key) ? text.array(key) : List.of();
    }

    /** The names in a list of one for every layer, empty where it is absent; a wrong list is a problem. */
    List<String> perLayer(String key, int layers, List<String> names) {
        List<String> found = new ArrayList<>();
        for (JsonValue item : list(key)) {
            if (item instanceof JsonText t && names.contains(t.value())) {
                found.add(t.value());
            } else {
                text.problems().add(item.at(), item.found(), "one of " + String.join(", ", names));
                return List.of();
            }
        }
        if (!found.isEmpty() && found.size() != layers && isSound()) {
            refuse(key, found.size() + " layers", "one item for each of the " + layers + " num_hidden_layers");
            return List.of();
        }
        return found;
    }

    /** Adds a problem at a key of the language part, or of the whole file where it stands only there. */
    void refuse(String key, String found, String allowed) {
        (!isGiven(text, key) && isGiven(whole, key) ? whole : text).refuse(key, found, allowed);
    }

    /** The language part where it has {@code key}, else the whole file. */
    private Fields placeOf(String key) {
        return isGiven(text, key) ? text : whole;
    }

    private static boolean isGiven(Fields fields, String key) {
        JsonValue value = fields.value(key);
        return value != null && !(value instanceof JsonNull);
    }
}
