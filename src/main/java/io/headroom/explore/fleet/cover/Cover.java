package io.headroom.explore.fleet.cover;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a problem.
 *
 * @param replicas how many of each choice; empty where none was found
 * @param lowerBound weight below which no answer can lie
 * @param isProven whether nothing is better, or where none was found, whether there is none
 */
public record Cover(Optional<List<Integer>> replicas, double lowerBound, boolean isProven) {
}
