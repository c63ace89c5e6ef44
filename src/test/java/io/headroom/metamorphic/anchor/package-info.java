/**
 * Checks of constant factors, which no relation between plans can see, against counts made here.
 * The build runs them as tests, the seeded faults as plain code.
 * Start at {@link io.headroom.metamorphic.anchor.Anchors}.
 */
package io.headroom.metamorphic.anchor;
