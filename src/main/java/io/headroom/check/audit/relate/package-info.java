/**
 * What a text's figures say about each other: relations evaluated, and those found that follow from what metrics mean.
 * The judge of claims uses it; it knows claims, plans and how degrees share GPUs.
 * Start at {@link io.headroom.check.audit.relate.FoundRelations} and {@link io.headroom.check.audit.relate.Derivation}.
 */
package io.headroom.check.audit.relate;
