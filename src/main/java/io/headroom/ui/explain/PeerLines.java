package io.headroom.ui.explain;

import io.headroom.estimate.explain.FormulaText;
import io.headroom.estimate.explain.Term;
import io.headroom.explore.peer.Peer;
import io.headroom.format.Formatter;
import io.headroom.ui.theme.Nodes;
import io.headroom.ui.theme.Unbroken;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who computes the number on show otherwise: their formula with the values of the plan, and by how much it differs. */
final class PeerLines extends VBox {

    PeerLines() {
        setId("explain.peers");
        getStyleClass().add("explain-peers");
        Nodes.visible(this, false);
    }

    /** Those that have something to say of {@code term}. */
    void show(Term term, List<Peer> peers, Formatter format) {
        int lines = 0;
        for (int i = 0; i < peers.size(); i++) {
            Peer peer = peers.get(i);
            if (i == 0 || peers.get(i - 1).topic() != peer.topic()) {
                write(lines++, peer.topic().label() + " is not agreed on: " + peer.topic().here() + ".", "explain-topic");
            }
            write(lines++, "≠ " + sentence(term, peer, format), "explain-peer");
        }
        getChildren().remove(lines, getChildren().size());
        Nodes.visible(this, !peers.isEmpty());
    }

    /** Writes into the line that is there: with every move of a slider only its numbers change. */
    private void write(int line, String words, String style) {
        String text = Unbroken.of(words).replace("= ", "=\u00a0").replace("× ", "×\u00a0");
        if (line < getChildren().size() && getChildren().get(line).getStyleClass().contains(style)) {
            ((Label) getChildren().get(line)).setText(text);
        } else {
            getChildren().remove(line, getChildren().size());
            getChildren().add(label(text, style));
        }
    }

    void clear() {
        getChildren().clear();
        Nodes.visible(this, false);
    }

    private static String sentence(Term term, Peer peer, Formatter format) {
        String ours = peer.ours().symbol().equals(term.symbol()) ? " ours"
                : " the " + format.text(peer.ours().value(), peer.ours().dimension()) + " of ours";
        return peer.who() + ": " + FormulaText.filled(peer.theirs(), format) + " = "
                + format.text(peer.theirs().value(), peer.theirs().dimension()) + ", " + format.factor(peer.factor()) + ours;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
