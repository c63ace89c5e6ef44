package io.headroom.report.read.review;

import io.headroom.check.audit.Open;

/**
 * Something that a plan needs, the report does not state, and a person should confirm.
 *
 * @param plan name of the plan; empty for all
 * @param what what is open for the audit, or null where nothing that it judges hangs on it
 * @param on metric or key that it is about
 * @param text what is missing and what was assumed
 */
public record OpenPoint(String plan, Open what, String on, String text) {
}
