/**
 * Seeded random plans, changes to them, their text as plan files, and how a failing one is made smaller.
 * The relations, anchors and seeded faults use it.
 * Start at {@link io.headroom.metamorphic.plans.RandomPlans}.
 */
package io.headroom.metamorphic.plans;
