package io.headroom.report.read.claim;

import io.headroom.report.read.structure.Outline;
import io.headroom.report.read.structure.Passage;
import io.headroom.report.read.structure.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which plans a report describes, and which of them a piece of text speaks of. */
public final class Subjects {

    private static final String OLD = "original|previous|old|initial|existing";
    private static final String NEW = "optimi[sz]ed|corrected|improved|new|revised|proposed|recommended|this|final";
    private static final Pattern QUALIFIER = Pattern.compile("\\b(" + OLD + "|" + NEW + "|current|baseline)\\b");
    private static final Pattern KIND = Pattern.compile(
            "\\b(?:strategy|strategies|plan|deployment|configuration|config|setup|approach|design|option|variant|layout)\\b");
    private static final Pattern LETTERED = Pattern.compile("\\b(?:strategy|plan|configuration|config|setup|option|variant|layout)"
            + " ([a-h]|\\d)\\b(?! gpu)");
    private static final Pattern COUNTED = Pattern.compile("\\b(\\d{1,6}) (?:gpu|npu|card|h100|h200|a100|b200|h20|l40s)s?\\b");
    private static final Pattern RECOMMENDED = Pattern.compile("\\b(?:recommend(?:ed|ation)?|optimal|best|selected|chosen|final)\\b");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}.%]+");
    private static final int LONGEST_NAME = 60;

    private final List<Subject> all;
    /** By word: in what forms it names its plan, the longest first. */
    private final Map<String, List<String>> forms = new HashMap<>();
    /** By number of GPUs: how a text counts them. */
    private final Map<Integer, Pattern> counts = new HashMap<>();
    /** What was found before: headings and headers are asked for every number below them. */
    private final Map<String, List<Hit>> known = new HashMap<>();
    private final boolean named;
    private final String primary;
    private final boolean rows;

    private Subjects(List<Subject> all, boolean named, String primary, boolean rows) {
        this.rows = rows;
        this.all = List.copyOf(all);
        this.named = named;
        this.primary = primary;
        for (Subject s : this.all) {
            s.words().forEach(word -> forms.computeIfAbsent(word, this::forms));
            counts.computeIfAbsent(s.gpus(), n -> Pattern.compile("\\b" + n + " (?:gpus?|npus?|cards?)\\b"));
        }
    }

    /** The plans of {@code outline}. */
    static Subjects of(Outline outline) {
        List<Mention> mentions = new ArrayList<>();
        boolean benchmark = outline.tables().stream().anyMatch(t -> Roles.of(t) == Roles.ROWS);
        outline.tables().stream().filter(t -> !benchmark || Roles.of(t) == Roles.ROWS).forEach(t -> fromTable(t, mentions));
        boolean rows = !mentions.isEmpty() && mentions.stream().anyMatch(Mention::exact);
        if (!rows) {
            outline.passages().stream().flatMap(p -> java.util.stream.Stream.concat(p.path().stream(),
                    p.kind() == Passage.Kind.HEADING ? java.util.stream.Stream.of(p.text()) : java.util.stream.Stream.empty()))
                    .distinct().forEach(h -> fromHeading(h, mentions));
        }
        List<Subject> all = merged(mentions);
        return new Subjects(all, !all.isEmpty(), primary(all, outline), rows);
    }

    /** Every plan, in the order in which the report first names them. */
    public List<Subject> all() {
        return all;
    }

    /** Whether the report tells plans apart. */
    public boolean areNamed() {
        return named;
    }

    /** Whether its plans are the rows of a table: configurations that were tried under the same conditions. */
    public boolean areRows() {
        return rows;
    }

    /** Name of the plan that the report argues for; empty where it tells no plans apart. */
    public String primary() {
        return primary;
    }

    private record Mention(Set<String> words, int gpus, boolean exact) {
    }

    static String plain(String text) {
        return OTHER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static void fromTable(Table t, List<Mention> mentions) {
        Roles roles = Roles.of(t);
        if (roles == Roles.ROWS) {
            t.rows().forEach(r -> mentions.add(new Mention(Set.of(plain(r.cells().getFirst())), 0, true)));
        } else if (roles == Roles.COLUMNS) {
            for (int c = 1; c < t.header().size(); c++) {
                Matcher m = QUALIFIER.matcher(plain(t.header().get(c)));
                boolean counted = COUNTED.matcher(plain(t.header().get(c))).find();
                if (Roles.isPlan(t.header().get(c)) && (m.find() || counted || KIND.matcher(plain(t.header().get(c))).find())) {
                    mentions.add(fromWords(plain(t.header().get(c)), gpus(t, c)));
                }
            }
        }
    }

    private static Mention fromWords(String text, int gpus) {
        Set<String> words = new java.util.LinkedHashSet<>();
        Matcher q = QUALIFIER.matcher(text);
        while (q.find()) {
            words.add(canonical(q.group(1)));
        }
        Matcher l = LETTERED.matcher(text);
        if (l.find()) {
            words.add(l.group());
        }
        Matcher c = COUNTED.matcher(text);
        int count = gpus == 0 && c.find() ? Integer.parseInt(c.group(1)) : gpus;
        return new Mention(words, count, false);
    }

    private static String canonical(String word) {
        return word.startsWith("optimi") ? "optimized" : word;
    }

    private static int gpus(Table t, int column) {
        return t.rows().stream().filter(r -> plain(r.cells().getFirst()).matches("(?:total |number of )?(?:gpus?|gpu count|npus?)"
                + "(?: count)?")).map(r -> r.cells().get(column).replaceAll("\\D.*", "")).filter(n -> n.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt).findFirst().orElse(0);
    }

    // "Original Strategy:", "16 GPU Configuration", "Current Configuration: 24 GPUs"; a heading about two plans is about none
    private static void fromHeading(String heading, List<Mention> mentions) {
        String text = plain(heading);
        if (text.length() > LONGEST_NAME || !KIND.matcher(text).find() || RequirementWords.inHeading(text)) {
            return;
        }
        Mention m = fromWords(text, 0);
        boolean several = m.words.stream().filter(w -> !w.equals("final")).count() > 1 || text.contains(" vs ");
        if (!several && (m.gpus > 0 || !m.words.isEmpty())) {
            mentions.add(m);
        }
    }

    private static List<Subject> merged(List<Mention> mentions) {
        List<Mention> groups = new ArrayList<>();
        for (Mention m : mentions) {
            int at = -1;
            for (int i = 0; i < groups.size() && at < 0; i++) {
                at = same(groups.get(i), m) ? i : -1;
            }
            if (at < 0) {
                groups.add(m);
            } else {
                Set<String> words = new java.util.LinkedHashSet<>(groups.get(at).words);
                words.addAll(m.words);
                groups.set(at, new Mention(words, Math.max(groups.get(at).gpus, m.gpus), groups.get(at).exact));
            }
        }
        boolean byCount = groups.stream().filter(g -> g.words.isEmpty() && g.gpus > 0).count() > 0;
        Map<String, Subject> named = new LinkedHashMap<>();
        for (Mention g : groups) {
            String name = byCount && g.gpus > 0 ? g.gpus + "-gpus" : g.words.isEmpty() ? g.gpus + "-gpus"
                    : g.words.iterator().next().replace(' ', g.exact ? '_' : '-');
            named.putIfAbsent(name, new Subject(name, g.words, g.gpus));
        }
        return List.copyOf(named.values());
    }

    private static boolean same(Mention a, Mention b) {
        if (a.exact || b.exact) {
            return a.words.equals(b.words);
        }
        boolean counts = a.gpus > 0 && b.gpus > 0;
        if (counts && a.gpus != b.gpus) {
            return false;
        }
        boolean shared = a.words.stream().anyMatch(b.words::contains);
        boolean kin = age(a) == age(b) && age(a) != 0 && !a.words.isEmpty() && !b.words.isEmpty();
        return shared || kin || counts && (a.words.isEmpty() || b.words.isEmpty() || age(a) == 0 || age(b) == 0);
    }

    // -1 what was before, +1 what is proposed, 0 neither
    private static int age(Mention m) {
        return m.words.stream().anyMatch(w -> w.matches(OLD)) ? -1 : m.words.stream().anyMatch(w -> w.matches(NEW)) ? 1 : 0;
    }

    private static String primary(List<Subject> all, Outline outline) {
        for (Subject s : all) {
            if (s.words().stream().anyMatch(w -> w.matches(NEW))) {
                return s.name();
            }
        }
        Subjects these = new Subjects(all, true, "", false);
        for (Passage p : outline.passages()) {
            if (p.cell() == null && RECOMMENDED.matcher(p.text().toLowerCase(Locale.ROOT)).find() && p.text().indexOf(':') > 0) {
                Optional<Subject> s = these.first(p.text());
                if (s.isPresent()) {
                    return s.get().name();
                }
            }
        }
        return all.isEmpty() ? "" : all.stream().filter(s -> s.words().contains("current")).findFirst()
                .orElse(all.getLast()).name();
    }

    /** The only plan that {@code text} names. */
    public Optional<Subject> only(String text) {
        List<Hit> hits = hits(text);
        return hits.stream().map(Hit::subject).distinct().count() == 1 ? Optional.of(hits.getFirst().subject) : Optional.empty();
    }

    /** The plan that {@code text} names first. */
    public Optional<Subject> first(String text) {
        return hits(text).stream().min(java.util.Comparator.comparingInt(Hit::at)).map(Hit::subject);
    }

    private record Hit(int at, int length, Subject subject) {
    }

    private List<Hit> hits(String text) {
        return known.computeIfAbsent(text, this::found);
    }

    private List<Hit> found(String text) {
        String padded = " " + plain(text) + " ";
        List<Hit> hits = new ArrayList<>();
        for (Subject s : all) {
            if (s.gpus() > 0) {
                Matcher m = counts.get(s.gpus()).matcher(padded);
                if (m.find()) {
                    hits.add(new Hit(m.start(), m.group().length(), s));
                }
            }
            for (String word : s.words()) {
                int length = matched(padded, word);
                if (length > 0) {
                    hits.add(new Hit(padded.indexOf(" " + word.substring(0, Math.min(length, word.length()))), length, s));
                }
            }
        }
        // "vllm" is not named where "vllm fp8 quantization" is
        return hits.stream().filter(h -> hits.stream().noneMatch(o -> o.subject != h.subject && o.at <= h.at
                && o.at + o.length >= h.at + h.length && o.length > h.length)).toList();
    }

    // the name in full, or its beginning of at least two words, or a first word that only it has
    private List<String> forms(String word) {
        List<String> tokens = List.of(word.split(" "));
        List<String> forms = new ArrayList<>();
        for (int n = tokens.size(); n >= 1; n--) {
            String beginning = String.join(" ", tokens.subList(0, n));
            if (n == tokens.size() || n >= 2 || all.stream().flatMap(s -> s.words().stream())
                    .filter(w -> w.startsWith(beginning)).count() == 1 && beginning.length() > 3) {
                forms.add(beginning);
            }
        }
        return forms;
    }

    private int matched(String padded, String word) {
        for (String form : forms.get(word)) {
            String spelled = form.equals("optimized") && padded.contains(" optimised ") ? "optimised" : form;
            if (padded.contains(" " + spelled + " ")) {
                return form.length();
            }
        }
        return 0;
    }
}
