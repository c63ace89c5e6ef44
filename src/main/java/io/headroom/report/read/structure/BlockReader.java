package io.headroom.report.read.structure;

import io.headroom.report.read.structure.Passage.Cell;
import io.headroom.report.read.structure.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Walks the blocks of Markdown and keeps what each line stands under. */
final class BlockReader {

    private static final Pattern ORDINAL = Pattern.compile("^(?:\\d+(?:\\.\\d+)*[.)]|[IVX]+\\.|[A-Za-z][.)])\\s+");
    private static final Pattern STRUCTURE = Pattern.compile("(?m)^\\s{0,3}(?:#{1,6} |[-*+] |\\d+[.)] |\\|)|^[\\s|:]*-{3,}\\s*\\|");
    private static final Set<String> PROGRAMS = Set.of("bash", "sh", "shell", "console", "python", "py", "java", "c",
            "cpp", "cuda", "yaml", "yml", "toml", "mermaid", "dot");
    private static final int LONGEST_LEAD_IN = 100;

    private final Parser parser = Parser.builder().extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private final List<Passage> passages;
    private final List<Table> tables;

    BlockReader(List<Passage> passages, List<Table> tables) {
        this.passages = passages;
        this.tables = tables;
    }

    /** Reads {@code lines}, the first of which is line {@code offset}, from 0, of the file. */
    void read(List<String> lines, int offset, List<String> path, int depth) {
        Node document = parser.parse(String.join("\n", DrawnTables.asPipes(lines)));
        siblings(document, offset, path, depth);
    }

    private record Open(int level, String text) {
    }

    private void siblings(Node parent, int offset, List<String> outer, int depth) {
        if (depth > Outline.MOST_DEPTH) {
            return;
        }
        List<Open> headings = new ArrayList<>();
        String leadIn = null;
        boolean lasting = false;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            List<String> path = path(outer, headings, leadIn);
            switch (node) {
                case Heading h -> {
                    headings.removeIf(o -> o.level() >= h.getLevel());
                    String text = withoutOrdinal(InlineText.text(h));
                    passages.add(new Passage(line(h, offset), Kind.HEADING, text, path(outer, headings, null), null));
                    headings.add(new Open(h.getLevel(), text));
                    leadIn = null;
                }
                case Paragraph p -> {
                    List<String> under = lasting ? path : path(outer, headings, null);
                    InlineText.Line last = paragraph(p, offset, under, outer, headings);
                    boolean heads = last != null && isLeadIn(last);
                    boolean listFollows = node.getNext() instanceof ListBlock || node.getNext() instanceof TableBlock
                            || node.getNext() instanceof FencedCodeBlock;
                    leadIn = heads || last != null && listFollows ? last.text() : lasting ? leadIn : null;
                    lasting = heads || lasting && leadIn != null && !listFollows;
                }
                case ThematicBreak b -> leadIn = null;
                default -> block(node, offset, path, depth);
            }
        }
    }

    private void block(Node node, int offset, List<String> path, int depth) {
        switch (node) {
            case ListBlock list -> items(list, offset, path, depth);
            case TableBlock table -> TableReader.read(table, offset, path, tables, passages);
            case FencedCodeBlock f -> code(f.getLiteral(), f.getInfo(), line(f, offset), path, depth);
            case IndentedCodeBlock c -> code(c.getLiteral(), "", line(c, offset) - 1, path, depth);
            case HtmlBlock h -> code(h.getLiteral().replaceAll("<[^>]*>", " "), "html", line(h, offset) - 1, path, depth);
            case BlockQuote q -> siblings(q, offset, path, depth + 1);
            default -> siblings(node, offset, path, depth + 1);
        }
    }

    private void items(ListBlock list, int offset, List<String> path, int depth) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            List<String> inner = path;
            Node first = item.getFirstChild();
            if (first instanceof Paragraph p) {
                List<InlineText.Line> lines = InlineText.lines(p);
                lines.forEach(l -> add(l, Kind.ITEM, offset, path));
                if (!lines.isEmpty() && first.getNext() != null) {
                    inner = new ArrayList<>(path);
                    inner.add(lines.getFirst().text());
                }
                p.unlink();
            }
            siblings(item, offset, inner, depth + 1);
        }
    }

    // gives the last line, which may lead into what follows
    private InlineText.Line paragraph(Paragraph p, int offset, List<String> path, List<String> outer,
            List<Open> headings) {
        List<InlineText.Line> lines = InlineText.lines(p);
        List<String> under = path;
        for (InlineText.Line l : lines) {
            boolean heads = isLeadIn(l);
            add(l, Kind.LINE, offset, heads ? path(outer, headings, null) : under);
            under = heads ? path(outer, headings, l.text()) : under;
        }
        return lines.isEmpty() ? null : lines.reversed().stream().filter(BlockReader::isLeadIn).findFirst()
                .orElse(lines.getLast());
    }

    private void add(InlineText.Line l, Kind kind, int offset, List<String> path) {
        passages.add(new Passage(l.line() + offset + 1, kind, withoutOrdinal(l.text()), path, null));
    }

    private void code(String literal, String info, int offset, List<String> path, int depth) {
        String kind = info == null ? "" : info.strip().toLowerCase(java.util.Locale.ROOT);
        List<String> lines = literal.lines().toList();
        if (literal.stripLeading().startsWith("{")) {
            List<Passage> members = JsonPassages.of(literal, offset, path);
            if (!members.isEmpty()) {
                passages.addAll(members);
                return;
            }
        }
        List<String> piped = DrawnTables.asPipes(lines);
        if (!PROGRAMS.contains(kind) && STRUCTURE.matcher(String.join("\n", piped)).find()) {
            read(lines.stream().map(String::stripTrailing).toList(), offset, path, depth + 1);
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                passages.add(new Passage(offset + i + 1, Kind.CODE, lines.get(i).strip(), path, null));
            }
        }
    }

    private static List<String> path(List<String> outer, List<Open> headings, String leadIn) {
        List<String> path = new ArrayList<>(outer);
        headings.forEach(h -> path.add(h.text()));
        if (leadIn != null) {
            path.add(leadIn);
        }
        return path;
    }

    private static boolean isLeadIn(InlineText.Line l) {
        return l.text().length() <= LONGEST_LEAD_IN && (l.bold() || l.text().endsWith(":"));
    }

    static String withoutOrdinal(String text) {
        return ORDINAL.matcher(text).replaceFirst("");
    }

    private static int line(Node node, int offset) {
        return offset + 1 + (node.getSourceSpans().isEmpty() ? 0 : node.getSourceSpans().getFirst().getLineIndex());
    }
}
