package io.headroom.session.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.check.Judge;
import io.headroom.check.Judgement;
import io.headroom.check.legal.rule.SamplePlan;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class AdviceSessionTest {

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final AdviceSession session = new AdviceSession(background::add, Runnable::run);
    private final Judgement two = Judge.judge(SamplePlan.of("llama-3.1-8b", "h100-sxm", 2, 1, 1, 1));
    private final Judgement four = Judge.judge(SamplePlan.of("llama-3.1-8b", "h100-sxm", 4, 1, 1, 1));

    @Test
    void theLatestWinsAndTheOneBeforeStaysUntilThen() {
        session.ask(two);
        run();
        assertThat(session.isFor(two)).isTrue();
        session.ask(four);
        assertThat(session.isFor(four)).isFalse();
        assertThat(session.adviceProperty().get().orElseThrow().judgement()).isEqualTo(two);
        run();
        assertThat(session.isFor(four)).isTrue();
    }

    @Test
    void whatIsSupersededIsNeverShown() {
        int[] shown = {0};
        session.adviceProperty().subscribe((before, now) -> shown[0]++);
        session.ask(two);
        session.ask(four);
        session.ask(two);
        run();
        assertThat(session.isFor(two)).isTrue();
        assertThat(shown[0]).isEqualTo(1);
    }

    @Test
    void askingAgainForWhatIsThereCostsNothing() {
        session.ask(two);
        run();
        session.ask(two);
        session.ask(four);
        session.ask(two);
        assertThat(background).as("only the advice on four plans").hasSize(1);
    }

    @Test
    void whatIsForgottenIsDropped() {
        session.ask(two);
        session.forget();
        run();
        assertThat(session.adviceProperty().get()).isEmpty();
        session.ask(two);
        run();
        assertThat(session.isFor(two)).isTrue();
    }

    /** A judgement that lacks its plan, as no judge makes one, stands for a fault of the program. */
    @Test
    void aFaultIsSaidAndTheNextPlanIsTriedAgain() {
        session.ask(new Judgement(null, two.outcome(), two.percentiles(), two.findings(), two.requirements(),
                two.verdict()));
        run();
        assertThat(session.problemProperty().get()).isNotEmpty();
        session.ask(two);
        run();
        assertThat(session.problemProperty().get()).isEmpty();
        assertThat(session.isFor(two)).isTrue();
    }

    private void run() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
