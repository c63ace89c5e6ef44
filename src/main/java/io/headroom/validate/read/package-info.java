/**
 * Public measurements: a CSV row as it stands, and the plan, load and quantity that it describes.
 * {@code validate} and whoever prints its tables may use it; it knows catalogue, plan and JSON, and opens no file.
 * Start at {@link io.headroom.validate.read.MeasurementFile} and {@link io.headroom.validate.read.ConfigurationReader}.
 */
package io.headroom.validate.read;
