package io.headroom.report.write;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * A document as it grows, from above. Both forms of a report are written from it by one library, which escapes whatever
 * people wrote into plans; {@link #styles} is what only the page shows.
 */
final class Blocks {

    private final Document document = new Document();
    private final Map<Node, String> styles = new IdentityHashMap<>();

    /** The document so far. */
    Document document() {
        return document;
    }

    /** The class of a node in the page, by identity. */
    Map<Node, String> styles() {
        return styles;
    }

    void heading(int level, String text) {
        Heading heading = new Heading();
        heading.setLevel(level);
        heading.appendChild(text(text));
        document.appendChild(heading);
    }

    void paragraph(String text) {
        paragraph(text, "");
    }

    void paragraph(String text, String style) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(text(text));
        style(paragraph, style);
        document.appendChild(paragraph);
    }

    void strong(String text, String style) {
        Paragraph paragraph = new Paragraph();
        StrongEmphasis strong = new StrongEmphasis("**");
        strong.appendChild(text(text));
        paragraph.appendChild(strong);
        style(paragraph, style);
        document.appendChild(paragraph);
    }

    /** Images beside each other, by their addresses, each with words for those who do not see it. */
    void images(Map<String, String> images) {
        Paragraph paragraph = new Paragraph();
        images.forEach((address, words) -> {
            if (paragraph.getFirstChild() != null) {
                paragraph.appendChild(new SoftLineBreak());
            }
            Image image = new Image(address, null);
            image.appendChild(text(words));
            paragraph.appendChild(image);
        });
        style(paragraph, "charts");
        document.appendChild(paragraph);
    }

    void code(String language, String literal) {
        FencedCodeBlock code = new FencedCodeBlock();
        code.setFenceCharacter("`");
        // a run of backticks in the text must not end it
        int fence = 3;
        while (literal.contains("`".repeat(fence))) {
            fence++;
        }
        code.setOpeningFenceLength(fence);
        code.setClosingFenceLength(fence);
        code.setInfo(language);
        code.setLiteral(literal.endsWith("\n") ? literal : literal + "\n");
        document.appendChild(code);
    }

    /** A line of a list and what belongs below it. */
    record Line(String text, List<String> below) {
    }

    void list(List<Line> lines, boolean isNumbered) {
        if (lines.isEmpty()) {
            return;
        }
        ListBlock list = isNumbered ? numbered() : bullets();
        for (Line line : lines) {
            ListItem item = item(line.text());
            if (!line.below().isEmpty()) {
                BulletList inner = bullets();
                line.below().forEach(words -> inner.appendChild(item(words)));
                item.appendChild(inner);
            }
            list.appendChild(item);
        }
        document.appendChild(list);
    }

    private static BulletList bullets() {
        BulletList list = new BulletList();
        list.setMarker("-");
        list.setTight(true);
        return list;
    }

    private static OrderedList numbered() {
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(1);
        list.setMarkerDelimiter(".");
        list.setTight(true);
        return list;
    }

    private static ListItem item(String words) {
        ListItem item = new ListItem();
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(text(words));
        item.appendChild(paragraph);
        return item;
    }

    /** A table; columns of {@code numbers} are set to the right. Nothing where there is no row. */
    void table(List<String> head, List<List<String>> rows, List<Integer> numbers, String style) {
        if (rows.isEmpty()) {
            return;
        }
        TableBlock table = new TableBlock();
        TableHead top = new TableHead();
        top.appendChild(row(head, true, numbers));
        TableBody body = new TableBody();
        rows.forEach(cells -> body.appendChild(row(cells, false, numbers)));
        table.appendChild(top);
        table.appendChild(body);
        style(table, style);
        document.appendChild(table);
    }

    private static TableRow row(List<String> cells, boolean isHead, List<Integer> numbers) {
        TableRow row = new TableRow();
        for (int i = 0; i < cells.size(); i++) {
            TableCell cell = new TableCell();
            cell.setHeader(isHead);
            cell.setAlignment(numbers.contains(i) ? TableCell.Alignment.RIGHT : TableCell.Alignment.LEFT);
            cell.appendChild(text(cells.get(i)));
            row.appendChild(cell);
        }
        return row;
    }

    private void style(Node node, String style) {
        if (!style.isEmpty()) {
            styles.put(node, style);
        }
    }

    // a line of its own would end a table, and a control character no reader can show
    static Text text(String words) {
        return new Text(words.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", " "));
    }

    /** The columns from {@code first} to {@code last}. */
    static List<Integer> columns(int first, int last) {
        List<Integer> all = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            all.add(i);
        }
        return all;
    }
}
