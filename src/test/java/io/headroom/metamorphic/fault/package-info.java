/**
 * Faults put into the source of the estimator, to show that relations and anchors notice them.
 * Only the build uses it.
 * Start at {@link io.headroom.metamorphic.fault.SeededFaultsTest}.
 */
package io.headroom.metamorphic.fault;
