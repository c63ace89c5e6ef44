/**
 * The relations M1 to M32 of correct cost models, as they hold for this one, by family.
 * Only the runner of relations uses it.
 * Start at {@link io.headroom.metamorphic.relation.AllRelations}, which also says what does not apply.
 */
package io.headroom.metamorphic.relation;
