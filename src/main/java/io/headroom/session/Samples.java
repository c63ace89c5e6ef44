package io.headroom.session;

import io.headroom.catalog.Catalog;
import io.headroom.json.JsonRefused;
import io.headroom.planfile.Opened;
import io.headroom.planfile.PlanFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The plans that come with the program. */
public final class Samples {

    /** Their names, the five reports first. */
    public static final List<String> NAMES = List.of("report-000", "report-001", "report-002", "report-003",
            "report-004", "deepseek-v3-16xh100-sxm", "deepseek-v3-32xh800", "deepseek-v3-8xh200-sxm",
            "gpt-oss-120b-1xh100-sxm", "llama-3.1-70b-8xh100-sxm", "llama-3.1-8b-1xh100-sxm",
            "mixtral-8x7b-4xa100-sxm-80", "qwen3-235b-a22b-8xh20");
    /** What is shown where nobody asked for a file. */
    public static final String FIRST = "report-001";

    private static final String ROOT = "/io/headroom/sample-plans/";

    private Samples() {
    }

    /** How the window calls the sample of this name. */
    public static String title(String name) {
        return name + PlanFile.EXTENSION + " (sample)";
    }

    /** The sample of this name. */
    public static Opened read(String name, Catalog catalog) {
        String file = name + PlanFile.EXTENSION;
        try (InputStream in = Samples.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("This installation lacks the sample " + file);
            }
            return PlanFile.read(file, in.readAllBytes(), catalog);
        } catch (IOException e) {
            throw new UncheckedIOException("This installation's sample cannot be read: " + file, e);
        } catch (JsonRefused e) {
            throw new IllegalStateException("This installation's sample is damaged: " + e.getMessage(), e);
        }
    }
}
