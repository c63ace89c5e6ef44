package io.headroom.report.write;

import io.headroom.estimate.Explanation;
import io.headroom.estimate.explain.FormulaText;
import io.headroom.explore.peer.Peer;
import io.headroom.explore.peer.Peers;
import io.headroom.format.Formatter;
import java.util.List;
import java.util.stream.IntStream;

/** Which numbers of the plan other programs compute otherwise: their formulas with its values, and by how much. */
final class PeersPart {

    private PeersPart() {
    }

    static void write(ReportContent report, Blocks blocks) {
        if (report.judgement().estimate().isEmpty()) {
            return;
        }
        List<Peer> peers = Peers.of(Explanation.of(report.judgement().plan()));
        if (peers.isEmpty()) {
            return;
        }
        Formatter format = report.format();
        blocks.heading(2, "Where others compute otherwise");
        blocks.paragraph("Formulas of other programs by their sources, with the values of this plan. Who agrees with this "
                + "estimate is not listed.", "aside");
        blocks.table(List.of("Not agreed on", "Who, and how", "Theirs", "Ours", "Theirs over ours"),
                IntStream.range(0, peers.size()).mapToObj(i -> row(peers.get(i),
                        i == 0 || peers.get(i - 1).topic() != peers.get(i).topic(), format)).toList(), List.of(2, 3, 4), "peers");
    }

    private static List<String> row(Peer peer, boolean isFirstOfTopic, Formatter format) {
        return List.of(isFirstOfTopic ? peer.topic().label() + ": " + peer.topic().here() : "",
                peer.who() + ": " + peer.ours().name() + " = " + FormulaText.filled(peer.theirs(), format),
                format.text(peer.theirs().value(), peer.theirs().dimension()),
                format.text(peer.ours().value(), peer.ours().dimension()), format.factor(peer.factor()));
    }
}
