/**
 * Relations that hold between the numbers of related plans, checked on seeded random plans.
 * Only the build uses it; {@code main} of Relations runs it alone, with any number of plans.
 * Start at {@link io.headroom.metamorphic.Relations}.
 */
package io.headroom.metamorphic;
