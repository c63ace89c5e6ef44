package io.headroom.cli;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.Profile;
import io.headroom.cli.input.ExitCode;
import io.headroom.cli.input.Refusal;
import io.headroom.cli.output.Terminal;
import io.headroom.cli.output.ValidationJson;
import io.headroom.cli.output.ValidationText;
import io.headroom.planfile.Documents;
import io.headroom.planfile.disk.FileRefused;
import io.headroom.validate.HeldOut;
import io.headroom.validate.HeldOutEstimates;
import io.headroom.validate.Validation;
import io.headroom.validate.ValidationResult;
import io.headroom.validate.read.Measurement;
import io.headroom.validate.read.MeasurementFile;
import io.headroom.validate.read.MeasurementRefused;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Sets estimates beside measurements. */
@Command(name = "validate", description = {
    "Estimate every configuration of a CSV of measurements with the calibrated profile, and print the errors.",
    "", "Columns by name, in any order: id, model, gpu, metric, value; and, where known, unit, n_gpus, tp, pp, dp, ep, "
    + "framework, framework_version, weight_dtype, kv_dtype, isl, osl, concurrency, request_rate_qps, tier, stat, date, "
    + "notes. Others are ignored."},
        footerHeading = "%nExamples:%n", footer = {
            "  headroom validate measurements.csv",
            "  headroom validate assets/calibration/measured.csv --held-out model",
            "  headroom validate measurements.csv --json > errors.json"})
final class ValidateCommand implements Callable<Integer> {

    private static final String PROFILE = "calibrated";

    private final Supplier<Catalog> catalog;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE.csv", description = "Measurements.")
    private Path file;

    @Option(names = "--json", description = "Print every row as JSON, in the units of the file.")
    private boolean isJson;

    @Option(names = "--held-out", paramLabel = "WHAT", defaultValue = "nothing", converter = HeldOutName.class,
            description = "Estimate rows of the program's own measurements by a fit that has not seen their configuration, "
                    + "model, accelerator, engine or source; without it, by the shipped one.")
    private HeldOut heldOut;

    ValidateCommand(Supplier<Catalog> catalog, Terminal terminal) {
        this.catalog = catalog;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Refusal {
        Catalog known = catalog.get();
        List<Measurement> measurements = read(known);
        Profile profile = known.profile(PROFILE).orElseThrow();
        ValidationResult all = Validation.run(measurements, known, profile);
        ValidationResult result = heldOut == HeldOut.NOTHING ? all : HeldOutEstimates.load().of(all, heldOut);
        if (isJson) {
            terminal.json(ValidationJson.of(result));
        } else {
            terminal.lines(ValidationText.of(file.toString(), heldOut, result));
        }
        return ExitCode.OK;
    }

    private List<Measurement> read(Catalog known) throws Refusal {
        try {
            return MeasurementFile.read(file.toString(), new Documents(known).read(file));
        } catch (MeasurementRefused e) {
            throw Refusal.notValid(e.getMessage());
        } catch (FileRefused e) {
            throw Refusal.failed(e.getMessage());
        }
    }

    static final class HeldOutName implements ITypeConverter<HeldOut> {

        @Override
        public HeldOut convert(String name) {
            return Arrays.stream(HeldOut.values()).filter(kind -> kind.key().equals(name)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("\"" + name + "\" is none of "
                            + Arrays.stream(HeldOut.values()).map(HeldOut::key).collect(Collectors.joining(", "))));
        }
    }
}
