package io.headroom.catalog.huggingface;

import io.headroom.catalog.ModelSpec;
import java.util.List;

/**
 * A model made of a {@code config.json}.
 *
 * @param spec the model
 * @param remarks every default taken and everything in the file that the model leaves out, for people to read
 */
public record Imported(ModelSpec spec, List<String> remarks) {

    public Imported {
        remarks = List.copyOf(remarks);
    }
}
