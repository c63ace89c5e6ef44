package io.headroom.metamorphic.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.metamorphic.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Anchors one by one. */
class AnchorsTest {

    static List<Anchor> anchors() {
        return Anchors.list();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("anchors")
    void holds(Anchor anchor) {
        assertThat(anchor.check().get()).isEqualTo(Verdict.HOLDS);
    }
}
