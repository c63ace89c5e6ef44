package io.headroom.metamorphic.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every seeded fault is noticed by a relation or an anchor, and the true source by none. */
class SeededFaultsTest {

    private static final int PLANS = 1_500;
    private static final long SEED = 7;

    static List<Fault> faults() {
        return Faults.list();
    }

    @Test
    void trueSourceIsBlameless() throws Exception {
        Map<Path, String> sources = new HashMap<>();
        Path estimate = Fault.SOURCES.resolve("io/headroom/estimate");
        try (Stream<Path> files = Files.walk(estimate)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file));
            }
        }
        Path count = Fault.SOURCES.resolve("io/headroom/catalog/ParameterCount.java");
        sources.put(count, Files.readString(count));
        assertThat(Mutant.complaints(sources, PLANS, SEED)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isNoticed(Fault fault) throws IOException, ReflectiveOperationException {
        List<String> complaints = Mutant.complaints(Map.of(fault.path(), fault.patched()), PLANS, SEED);
        assertThat(complaints).as(fault.name()).isNotEmpty();
    }
}
