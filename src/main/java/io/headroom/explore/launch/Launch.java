package io.headroom.explore.launch;

import io.headroom.estimate.layout.Groups;
import io.headroom.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command that would start a plan on an engine. It is something to try: engines change their flags from version to
 * version, and not every engine can do every layout, which the remarks say.
 *
 * @param engine whose flags they are
 * @param text lines for a shell; all that is not a flag is a comment, and what people wrote stands in comments only
 */
public record Launch(Engine engine, String text) {

    /** Of {@code plan} for its engine; for every engine that is known where it names none. Empty where {@link #whyNone} says why. */
    public static List<Launch> of(Plan plan) {
        if (!whyNone(plan).isEmpty()) {
            return List.of();
        }
        String name = plan.assumptions().engine();
        List<Engine> engines = name == null ? List.of(Engine.values()) : Engine.of(name).stream().toList();
        return engines.stream().map(engine -> {
            Script script = new Script(plan, engine);
            engine.write(script);
            return new Launch(engine, script.text());
        }).toList();
    }

    /** Why there are no flags for {@code plan}; empty where there are. */
    public static String whyNone(Plan plan) {
        String name = plan.assumptions().engine();
        if (name != null && Engine.of(name).isEmpty()) {
            return "No flags are known for " + name + "; they are for "
                    + Arrays.stream(Engine.values()).map(Engine::label).collect(Collectors.joining(", ")) + ".";
        }
        return Groups.areWhole(plan.parallelism()) ? ""
                : "There are no flags for a plan whose GPUs cannot be shared out: " + Groups.whyNotWhole(plan.parallelism()) + ".";
    }
}
