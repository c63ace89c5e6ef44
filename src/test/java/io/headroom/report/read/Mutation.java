package io.headroom.report.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ways to write the same report differently. */
enum Mutation {
    CRLF, INDENTED, FENCED, MAC_ROMAN, WINDOWS_1252, UTF16, STARS, NO_BOLD, LISTS_TO_TABLES, SECTIONS, UNITS, NUMBERS;

    private static final Pattern DECIMAL = Pattern.compile("(?<![\\w.,$-])(\\d{1,3}\\.\\d{1,2})(?= ?(?:GB|seconds|s\\b|%))");
    private static final Pattern ITEM = Pattern.compile("- (?:\\*\\*)?([^:*|]{3,40}?)(?:\\*\\*)?: ([^|]*)");

    /**
     * A mutated report.
     *
     * @param bytes the file
     * @param numbers old number to new, as written
     */
    record Mutated(byte[] bytes, Map<String, String> numbers) {
    }

    Mutated apply(String text, RandomGenerator random) {
        return switch (this) {
            case CRLF -> utf8(text.replace("\n", "\r\n"));
            case INDENTED -> utf8(text.lines().map(l -> l.isBlank() ? "" : "    " + l).collect(Collectors.joining("\n")));
            case FENCED -> utf8("````markdown\n" + text + "\n````\n");
            case MAC_ROMAN -> utf8(new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("x-MacRoman")));
            case WINDOWS_1252 -> utf8(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            case UTF16 -> new Mutated(text.getBytes(StandardCharsets.UTF_16), Map.of());
            case STARS -> utf8(text.replaceAll("(?m)^- ", "* ").replaceAll("(?m)^   - ", "   + "));
            case NO_BOLD -> utf8(text.replaceAll("(?m)\\*\\*([^*\\n]+)\\*\\*(?=[:| ]|$)", "$1"));
            case LISTS_TO_TABLES -> utf8(tables(text));
            case SECTIONS -> utf8(shuffled(text, random));
            case UNITS -> utf8(text.replaceAll("(\\d) ?GB\\b", "$1 gigabytes").replaceAll("(\\d) seconds\\b", "$1 sec")
                    .replaceAll("(\\d)%", "$1 percent").replaceAll("tokens/second", "tok/s"));
            case NUMBERS -> numbers(text, random);
        };
    }

    private static Mutated utf8(String text) {
        return new Mutated(text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    // three or more "- Label: value" in a row become "| Metric | Value |"
    private static String tables(String text) {
        List<String> out = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String line : (text + "\n\n").split("\n", -1)) {
            if (ITEM.matcher(line).matches()) {
                run.add(line);
                continue;
            }
            if (run.size() >= 3) {
                out.addAll(List.of("", "| Metric | Value |", "|---|---|"));
                for (String item : run) {
                    Matcher m = ITEM.matcher(item);
                    if (m.matches()) {
                        out.add("| " + m.group(1) + " | " + m.group(2) + " |");
                    }
                }
            } else {
                out.addAll(run);
            }
            run.clear();
            out.add(line);
        }
        return String.join("\n", out);
    }

    private static String shuffled(String text, RandomGenerator random) {
        String[] parts = text.split("(?m)^(?=## )");
        List<String> sections = new ArrayList<>(Arrays.asList(parts).subList(1, parts.length));
        for (int i = sections.size() - 1; i > 0; i--) {
            java.util.Collections.swap(sections, i, random.nextInt(i + 1));
        }
        return parts[0] + String.join("\n", sections.stream().map(s -> s + "\n").toList());
    }

    // every decimal number becomes another of the same form, everywhere
    private static Mutated numbers(String text, RandomGenerator random) {
        Map<String, String> changed = new LinkedHashMap<>();
        Matcher m = DECIMAL.matcher(text);
        String mutated = m.replaceAll(r -> changed.computeIfAbsent(r.group(1), old -> {
            int decimals = old.length() - old.indexOf('.') - 1;
            double value = Double.parseDouble(old) * (1.1 + random.nextInt(60) / 100.0) + Math.pow(10, -decimals);
            return String.format(Locale.ROOT, "%." + decimals + "f", value);
        }));
        return new Mutated(mutated.getBytes(StandardCharsets.UTF_8), changed);
    }
}
