package io.headroom.cli.input;

import io.headroom.catalog.NumberFormat;
import io.headroom.plan.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments as they are written: numbers, lists and formats. */
public final class Written {

    private Written() {
    }

    /** Formats of weights and experts, and of the KV cache where a slash follows; the others are {@code own}'s. */
    public static Precision precision(String text, Precision own) throws Refusal {
        String[] parts = text.split("/", 2);
        NumberFormat weights = format(parts[0]);
        Precision precision = own.withWeights(weights).withExperts(weights);
        return parts.length == 1 ? precision : precision.withKvCache(format(parts[1]));
    }

    private static NumberFormat format(String text) throws Refusal {
        return Arrays.stream(NumberFormat.values()).filter(f -> f.key().equals(text)).findFirst()
                .orElseThrow(() -> Refusal.notValid("--precision '" + text + "' is no format: write "
                        + Arrays.stream(NumberFormat.values()).map(NumberFormat::key)
                                .collect(Collectors.joining(", ")) + "."));
    }

    /** Whole numbers from 1 to {@code most} with commas between. */
    public static List<Integer> numbers(String option, String text, int most) throws Refusal {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(",")) {
            numbers.add(number(option, part.strip(), most));
        }
        return numbers;
    }

    /** A whole number from 1 to {@code most}. */
    public static int number(String option, String text, int most) throws Refusal {
        try {
            int n = Integer.parseInt(text);
            if (n >= 1 && n <= most) {
                return n;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.notValid(option + " '" + text + "' is no whole number from 1 to " + most + ".");
    }
}
