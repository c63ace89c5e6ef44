package io.headroom.validate.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementFileTest {

    @Test
    void theWholeCollectionIsRead() {
        // counted by another program (Python's csv module) in the file as published
        assertThat(Rows.all()).hasSize(4579);
        assertThat(Rows.all().stream().filter(Measurement::best)).hasSize(62);
    }

    @Test
    void columnsMayComeInAnyOrderWithAByteOrderMark() throws Exception {
        List<Measurement> rows = read("\uFEFFvalue,ID,gpu,extra,metric,model\n1.5,a:b,H100,x,tpot_ms,\"Qwen3, 8B\"\n");
        assertThat(rows).singleElement().satisfies(m -> {
            assertThat(m.id()).isEqualTo("a:b");
            assertThat(m.source()).isEqualTo("a");
            assertThat(m.value()).isEqualTo(1.5);
            assertThat(m.model()).isEqualTo("Qwen3, 8B");
            assertThat(m.notes()).isEmpty();
            assertThat(m.line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''| f.csv:1: the file is empty",
        "id,model,metric| f.csv:1: the header lacks the columns [gpu, value]",
        "id,id,model,gpu,metric,value| f.csv:1: the column \"id\" a second time",
        "id,model,gpu,metric,value;a,\"b,c| f.csv:2: not CSV"})
    void whatIsWrongIsSaidWithItsLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n'))).isInstanceOf(MeasurementRefused.class)
                .hasMessageStartingWith(message);
    }

    private static List<Measurement> read(String text) throws Exception {
        return MeasurementFile.read("f.csv", new StringReader(text));
    }
}
