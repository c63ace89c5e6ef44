/**
 * The view of claims beside computed values and bounds, and what is confirmed of a report that was read.
 * The window uses it; verdicts come from the audit, this room only shows, filters and sorts them.
 * Start at {@link io.headroom.ui.audit.AuditView}.
 */
package io.headroom.ui.audit;
