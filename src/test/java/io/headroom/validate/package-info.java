/**
 * Tests of the validation against hand-made rows, and the report of its error tables.
 * Nobody uses it.
 * Start at {@link io.headroom.validate.Report}.
 */
package io.headroom.validate;
