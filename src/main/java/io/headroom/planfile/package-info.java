/**
 * The plan file: reading it with every problem at once, writing it so that nothing is lost, opening and saving.
 * Everybody but {@code plan} and {@code catalog} may use it; it knows only those two and {@code json}.
 * Start at {@link io.headroom.planfile.PlanFile} for bytes, {@link io.headroom.planfile.Documents} for files and
 * {@link io.headroom.planfile.OwnEntry} for a model or GPU of a plan's own.
 */
package io.headroom.planfile;
