package io.headroom.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SentenceTest {

    // 80e9 B / 2^30 = 74.506
    private final Sentence sentence = Sentence.of("Stage 0 needs ").and(80e9, Dimension.BYTES).and(" of ").and(8, Dimension.COUNT)
            .and(" GPUs at ").and(450e9, Dimension.BYTES_PER_SECOND).and(".");

    @Test
    void onlyUnitsOfBytesFollowTheReader() {
        assertThat(sentence.text(new Formatter(ByteUnits.GB))).isEqualTo("Stage 0 needs 80.0 GB of 8 GPUs at 450 GB/s.");
        assertThat(sentence.text(new Formatter(ByteUnits.GIB))).isEqualTo("Stage 0 needs 74.5 GiB of 8 GPUs at 450 GB/s.");
    }

    @Test
    void nobodyWritesASizeBeforeItIsRead() {
        assertThat(Formatter.WITHOUT_BYTES.text(450e9, Dimension.BYTES_PER_SECOND)).isEqualTo("450 GB/s");
        assertThatIllegalStateException().isThrownBy(() -> sentence.text(Formatter.WITHOUT_BYTES));
    }

    @Test
    void aSentenceIsAValue() {
        assertThat(Sentence.of("a ").and("b")).isEqualTo(Sentence.of("a ").and("b"))
                .isNotEqualTo(Sentence.of("a ").and("c"));
        assertThat(Sentence.of("a ").and(1, Dimension.BYTES)).isNotEqualTo(Sentence.of("a ").and(2, Dimension.BYTES));
    }
}
