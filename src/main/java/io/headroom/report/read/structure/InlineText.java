package io.headroom.report.read.structure;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** The text of a paragraph, heading or cell, line by line, without its markup. */
final class InlineText {

    /**
     * A line of a paragraph.
     *
     * @param line line of the parsed text, from 0
     * @param text without markup
     * @param bold whether all of its words are bold
     */
    record Line(int line, String text, boolean bold) {
    }

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int line;
    private int plainLetters;
    private int boldLetters;

    private InlineText(int firstLine) {
        this.line = firstLine;
    }

    /** The lines of {@code block}. */
    static List<Line> lines(Node block) {
        int first = block.getSourceSpans().isEmpty() ? 0 : block.getSourceSpans().getFirst().getLineIndex();
        InlineText reader = new InlineText(first);
        reader.children(block, false);
        reader.end();
        return reader.lines;
    }

    /** The text of {@code block} on one line. */
    static String text(Node block) {
        StringBuilder all = new StringBuilder();
        lines(block).forEach(l -> all.append(all.isEmpty() ? "" : " ").append(l.text()));
        return all.toString();
    }

    private void children(Node parent, boolean bold) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            visit(node, bold);
        }
    }

    private void visit(Node node, boolean bold) {
        switch (node) {
            case Text t -> add(t.getLiteral(), bold);
            case Code c -> add(c.getLiteral(), bold);
            case SoftLineBreak b -> {
                end();
                line++;
            }
            case HardLineBreak b -> {
                end();
                line++;
            }
            case HtmlInline h -> add(h.getLiteral().startsWith("<br") ? " " : "", bold);
            case Emphasis e -> emphasis(e, bold);
            case StrongEmphasis s -> children(s, true);
            default -> children(node, bold);
        }
    }

    // "2*4*2" is a product, not a slanted 4
    private void emphasis(Emphasis e, boolean bold) {
        boolean product = endsWithDigit() && "*".equals(e.getOpeningDelimiter()) && e.getFirstChild() instanceof Text t
                && !t.getLiteral().isEmpty() && Character.isLetterOrDigit(t.getLiteral().charAt(0));
        if (product) {
            add("*", bold);
        }
        children(e, bold);
        if (product) {
            add("*", bold);
        }
    }

    private boolean endsWithDigit() {
        return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private void add(String more, boolean bold) {
        text.append(more);
        int letters = (int) more.chars().filter(Character::isLetterOrDigit).count();
        plainLetters += bold ? 0 : letters;
        boldLetters += bold ? letters : 0;
    }

    private void end() {
        String whole = text.toString().strip();
        if (!whole.isEmpty()) {
            lines.add(new Line(line, whole, boldLetters > 0 && plainLetters == 0));
        }
        text.setLength(0);
        plainLetters = 0;
        boldLetters = 0;
    }
}
