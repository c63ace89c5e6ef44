package io.headroom.cli.sweep;

import io.headroom.cli.input.Refusal;
import io.headroom.json.JsonArray;
import io.headroom.json.JsonObject;
import io.headroom.json.JsonReader;
import io.headroom.json.JsonRefused;
import io.headroom.json.JsonText;
import io.headroom.json.JsonValue;
import io.headroom.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The first lines of a sweep's file: what it is, what was asked, and which part of the answer it holds.
 *
 * @param question what was asked, of a program and a catalogue that it names
 * @param shard which part
 */
record SweepHeader(JsonObject question, Shard shard) {

    static final int VERSION = 1;
    static final String MODELS = "models";
    static final String ACCELERATORS = "accelerators";

    private static final String FORMAT = "# headroom/sweep ";
    private static final String QUESTION = "# question ";
    private static final String SHARD = "# shard ";

    /** Its lines. */
    String text() {
        return FORMAT + VERSION + "\n" + QUESTION + JsonWriter.compact(question) + "\n" + SHARD + shard + "\n";
    }

    /** Reads the lines of {@code file}. */
    static SweepHeader read(String file, String first, String second, String third) throws Refusal {
        if (first == null || !first.startsWith(FORMAT)) {
            throw Refusal.notValid(file + " is no sweep: line 1 must be " + JsonWriter.quoted(FORMAT + VERSION)
                    + ", found " + (first == null ? "nothing" : JsonWriter.quoted(cut(first))));
        }
        if (!first.equals(FORMAT + VERSION)) {
            throw Refusal.notValid(file + " was made by another version of sweeps: " + JsonWriter.quoted(cut(first))
                    + ", this program reads " + VERSION);
        }
        if (second == null || !second.startsWith(QUESTION) || third == null || !third.startsWith(SHARD)) {
            throw Refusal.notValid(file + " is not whole: lines 2 and 3 must begin with " + JsonWriter.quoted(QUESTION)
                    + " and " + JsonWriter.quoted(SHARD));
        }
        Shard shard = Shard.read(third.substring(SHARD.length()));
        try {
            byte[] json = second.substring(QUESTION.length()).getBytes(StandardCharsets.UTF_8);
            if (JsonReader.read(file + ", line 2", json) instanceof JsonObject question
                    && question.get(MODELS) instanceof JsonArray && question.get(ACCELERATORS) instanceof JsonArray) {
                return new SweepHeader(question, shard);
            }
        } catch (JsonRefused e) {
            throw Refusal.notValid(e.getMessage());
        }
        throw Refusal.notValid(file + ", line 2: the question names no models and accelerators");
    }

    /** The ids of models and accelerators, pair by pair in the order of the file. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (String model : texts(MODELS)) {
            texts(ACCELERATORS).forEach(gpu -> pairs.add(new Pair(model, gpu)));
        }
        return pairs;
    }

    private List<String> texts(String key) {
        return ((JsonArray) question.get(key)).items().stream()
                .map(item -> item instanceof JsonText t ? t.value() : item.toJson()).toList();
    }

    /** What {@code other} asks differently; empty where it asks the same. */
    Optional<String> difference(SweepHeader other) {
        List<String> keys = new ArrayList<>(question.members().keySet());
        other.question.members().keySet().stream().filter(k -> !keys.contains(k)).forEach(keys::add);
        for (String key : keys) {
            String mine = json(question, key);
            String theirs = json(other.question, key);
            if (!Objects.equals(mine, theirs)) {
                return Optional.of(key + " is " + cut(theirs) + " instead of " + cut(mine));
            }
        }
        return Optional.empty();
    }

    private static String json(JsonObject object, String key) {
        JsonValue value = object.get(key);
        return value == null ? "missing" : value.toJson();
    }

    private static String cut(String text) {
        int most = 80;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
