package io.headroom.report.read.quantity;

import io.headroom.check.audit.Written;
import io.headroom.check.audit.Written.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a line, with unit, magnitude and bound, and leaves alone those that are part of a name. */
public final class Quantities {

    private static final String DIGITS = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}(?:[\u00a0\u2009\u202f]\\d{3})+(?!\\d)|\\d+)"
            + "(?:\\.\\d+)?|\\.\\d+";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d_.,@#])(?<![\\p{L}_]-)([$€]\\s?|USD\\s?)?(" + DIGITS + ")(e[+-]?\\d+\\b)?(\\s?[×x]\\s?10\\^\\d+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MAGNITUDE = Pattern.compile(
            "([KMGBT])(?![\\p{L}\\d])|\\s?(thousand|million|billion|trillion)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL_COMMA = Pattern.compile(",(\\d{1,2})(?!\\d)");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:-|–|—|\\.\\.\\.?|…)\\s*(?=[$€]?\\d)|\\s+to\\s+(?=[~≈$€]?\\d)");
    private static final Pattern RATIO = Pattern.compile("(?<![\\d:.])(\\d{1,4}):(\\d{1,4})(?![\\d:])");
    private static final Pattern AT_MOST = Pattern.compile("(?:≤|<=|<|⩽|up to|at most|under|below|within|less than|no more than"
            + "|not exceeding|max(?:imum)?(?: of)?|fewer than)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AT_LEAST = Pattern.compile("(?:≥|>=|>|⩾|at least|above|over|more than|no less than"
            + "|min(?:imum)?(?: of)?|exceed(?:s|ing)?)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT = Pattern.compile("(?:[~≈∼]|\\babout|around|approx(?:imately|\\.)?|roughly|circa|ca\\.|nearly"
            + "|almost)\\s*[$€]?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAIR = Pattern.compile("\\s*(?:vs\\.?|versus|→|->|to|or)\\s*[~≈<>≤≥]?\\s*", Pattern.CASE_INSENSITIVE);
    private static final int LOOK_BACK = 24;
    private static final int LONGEST_NUMBER = 40;

    private Quantities() {
    }

    /** Numbers of {@code line} in order. */
    public static List<Quantity> in(String line) {
        String text = Names.masked(line);
        List<Quantity> found = new ArrayList<>();
        Matcher ratio = RATIO.matcher(text);
        while (ratio.find()) {
            double value = Double.parseDouble(ratio.group(1)) / Double.parseDouble(ratio.group(2));
            if (Double.isFinite(value)) {
                found.add(new Quantity(ratio.start(), ratio.end(), new Written(value, "x", value, 0, Bound.EXACT),
                        Sort.TIMES, 0));
            }
            text = Names.blanked(text, ratio.start(), ratio.end());
        }
        Matcher m = NUMBER.matcher(text);
        int from = 0;
        while (from < text.length() && m.find(from)) {
            if (m.group(2).length() > LONGEST_NUMBER) {
                from = m.end();
                continue;
            }
            from = Math.max(m.end(), range(text, m, found));
        }
        found.sort(java.util.Comparator.comparingInt(Quantity::start));
        return lent(text, found);
    }

    // one number, or two where it is the lower end of a range; gives the end
    private static int range(String text, Matcher m, List<Quantity> found) {
        Quantity low = one(text, m);
        Matcher r = RANGE.matcher(text).region(low.end(), text.length());
        boolean change = text.substring(0, m.start()).matches("(?is).*\\bfrom\\s+[~≈$]?");
        if (!r.lookingAt() || change) {
            found.add(low);
            return low.end();
        }
        Matcher upper = NUMBER.matcher(" ".repeat(r.end()) + text.substring(r.end()));
        if (!upper.find(r.end())) {
            found.add(low);
            return low.end();
        }
        Quantity high = one(text, upper);
        Quantity same = low.sort() == Sort.NUMBER && high.sort() != Sort.NUMBER
                ? low.as(high.written().unit(), perUnit(high), high.sort()) : low;
        found.add(new Quantity(same.start(), high.end(), same.bounded(Bound.AT_LEAST).written(), same.sort(), -1));
        found.add(new Quantity(high.start(), high.end(), high.bounded(Bound.AT_MOST).written(), high.sort(), 1));
        return high.end();
    }

    // "35 vs 100 tokens/ms", "6 → 24 %": the first number has the unit of the second
    private static List<Quantity> lent(String text, List<Quantity> found) {
        List<Quantity> all = new ArrayList<>(found);
        for (int i = all.size() - 2; i >= 0; i--) {
            Quantity next = all.get(i + 1);
            boolean bare = all.get(i).sort() == Sort.NUMBER && next.sort() != Sort.NUMBER && next.sort() != Sort.TIMES;
            if (bare && all.get(i).end() <= next.start()
                    && PAIR.matcher(text.substring(all.get(i).end(), next.start())).matches()) {
                all.set(i, all.get(i).as(next.written().unit(), perUnit(next), next.sort()));
            }
        }
        return all;
    }

    private static double perUnit(Quantity q) {
        return q.written().value() == 0 ? 1 : q.si() / q.written().value();
    }

    private static Quantity one(String text, Matcher m) {
        String digits = m.group(2).replaceAll("[,\u00a0\u2009\u202f]", "");
        int end = m.end();
        Matcher comma = DECIMAL_COMMA.matcher(text).region(end, text.length());
        if (m.group(2).indexOf('.') < 0 && comma.lookingAt() && hasUnit(text, comma.end())) {
            digits += "." + comma.group(1);
            end = comma.end();
        }
        int decimals = digits.indexOf('.') < 0 ? 0 : digits.length() - digits.indexOf('.') - 1;
        double value = Double.parseDouble(digits);
        double step = Math.pow(10, -decimals);
        double power = power(m.group(3), m.group(4));
        boolean money = m.group(1) != null;
        Reading unit = unit(text, end, money);
        boolean plus = text.startsWith("+", unit.numberEnd);
        Bound bound = plus ? Bound.AT_LEAST : bound(text, m.start());
        double factor = power * unit.factor;
        boolean percent = unit.sort == Sort.PERCENT;
        Written w = new Written(power == 1 ? value : value * power, unit.symbol, percent ? value / 100 : value * factor,
                step * factor, bound);
        return new Quantity(m.start(), unit.end, w, unit.sort, 0);
    }

    private static double power(String exponent, String times) {
        double power = exponent == null ? 1 : Double.parseDouble("1" + exponent.toLowerCase(Locale.ROOT));
        return times == null ? power : power * Math.pow(10, Double.parseDouble(times.substring(times.indexOf('^') + 1)));
    }

    private record Reading(int numberEnd, int end, String symbol, double factor, Sort sort) {
    }

    private static boolean hasUnit(String text, int at) {
        return UnitWord.ALL.stream().anyMatch(u -> u.endAt(text, at) > at);
    }

    private static Reading unit(String text, int at, boolean money) {
        int end = at;
        double magnitude = 1;
        String prefix = "";
        Matcher m = MAGNITUDE.matcher(text).region(at, text.length());
        m.useTransparentBounds(true);
        if (m.lookingAt() && (m.group(1) == null || UnitWord.ALL.stream().filter(u -> u.sort() == Sort.WATTS
                || u.sort() == Sort.SECONDS).noneMatch(u -> u.endAt(text, at) > at))) {
            prefix = m.group(1) != null ? m.group(1) : m.group(2).substring(0, 1);
            prefix = prefix.toUpperCase(Locale.ROOT).equals("K") || m.group(2) != null && m.group(2).startsWith("thous")
                    ? "k" : prefix.toUpperCase(Locale.ROOT);
            magnitude = switch (prefix) {
                case "k" -> 1e3;
                case "M" -> 1e6;
                case "T" -> 1e12;
                default -> 1e9;
            };
            end = m.end();
        }
        int numberEnd = end;
        end = numberEnd < text.length() && (text.charAt(numberEnd) == '+' || text.charAt(numberEnd) == '*')
                && (numberEnd + 1 == text.length() || !Character.isDigit(text.charAt(numberEnd + 1))
                && !text.startsWith(" ", numberEnd + 1) || hasUnit(text, numberEnd + 1)) ? end + 1 : end;
        if (money) {
            return Money.unit(text, numberEnd, end, prefix, magnitude);
        }
        for (UnitWord word : UnitWord.ALL) {
            int to = word.endAt(text, end);
            if (to > end && !(prefix.equals("M") && word.sort() == Sort.SECONDS)) {
                return found(text.substring(end, to), word, numberEnd, to, prefix, magnitude);
            }
        }
        boolean size = prefix.equals("B") || prefix.equals("T");
        return new Reading(numberEnd, end, size ? prefix + "parameters" : prefix, magnitude,
                size ? Sort.PARAMETERS : Sort.NUMBER);
    }

    private static Reading found(String written, UnitWord word, int numberEnd, int to, String prefix, double magnitude) {
        if (word.sort() != Sort.FLOP) {
            return new Reading(numberEnd, to, prefix + word.unit(), magnitude * word.factor(), word.sort());
        }
        String spelled = written.toLowerCase(Locale.ROOT);
        boolean token = spelled.matches("(?s).*(?:/|per|\\ba)\\s*tok(?:en)?$");
        boolean rate = spelled.matches("(?s).*(?:flops?ps|(?:/|per|\\ba)\\s*s(?:ec(?:ond)?)?)$");
        return new Reading(numberEnd, to, prefix + word.unit() + (rate ? "/s" : ""), magnitude * word.factor(),
                token ? Sort.FLOP_PER_TOKEN : rate ? Sort.FLOP_RATE : Sort.FLOP);
    }

    private static Bound bound(String text, int start) {
        String before = text.substring(Math.max(0, start - LOOK_BACK), start);
        return AT_MOST.matcher(before).find() ? Bound.AT_MOST : AT_LEAST.matcher(before).find() ? Bound.AT_LEAST
                : ABOUT.matcher(before).find() ? Bound.ABOUT : Bound.EXACT;
    }

    /** Amounts of money and what they are paid for. */
    private static final class Money {

        private static final String PER = "\\s*(?:/|\\bper\\b|\\ban?\\b)\\s*";
        private static final Pattern HOUR = Pattern.compile(PER + "(?:gpu[- ]?)?(?:h|hr|hour)\\b", Pattern.CASE_INSENSITIVE);
        private static final Pattern DAY = Pattern.compile(PER + "day\\b", Pattern.CASE_INSENSITIVE);
        private static final Pattern YEAR = Pattern.compile(PER + "year\\b", Pattern.CASE_INSENSITIVE);
        private static final Pattern TOKENS = Pattern.compile(PER + "(1\\s?k|1,?000|thousand|1\\s?m|million|m)\\s*tok(?:en)?s?\\b",
                Pattern.CASE_INSENSITIVE);

        static Reading unit(String text, int numberEnd, int at, String prefix, double magnitude) {
            for (Sort sort : List.of(Sort.MONEY_PER_HOUR, Sort.MONEY_PER_DAY, Sort.MONEY_PER_YEAR, Sort.MONEY_PER_TOKENS)) {
                Pattern p = sort == Sort.MONEY_PER_HOUR ? HOUR : sort == Sort.MONEY_PER_DAY ? DAY
                        : sort == Sort.MONEY_PER_YEAR ? YEAR : TOKENS;
                Matcher m = p.matcher(text).region(at, text.length());
                m.useTransparentBounds(true);
                if (m.lookingAt()) {
                    return new Reading(numberEnd, m.end(), prefix + (sort == Sort.MONEY_PER_HOUR ? "USD/hour" : "USD"),
                            magnitude, sort);
                }
            }
            return new Reading(numberEnd, at, prefix + "USD", magnitude, Sort.MONEY);
        }
    }
}
