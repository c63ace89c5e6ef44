/**
 * A model or accelerator while its figures are being typed: which figures there are, what is wrong with each, and what
 * they come to. Forms use it; it parses by {@code format}, reads by {@code planfile} and changes no plan before it is asked to.
 * Start at {@link io.headroom.session.custom.EntryDraft}.
 */
package io.headroom.session.custom;
