/**
 * Tests of the mapping from rows of measurements to plans.
 * Nobody uses it.
 * Start at {@link io.headroom.validate.read.ConfigurationReaderTest}.
 */
package io.headroom.validate.read;
