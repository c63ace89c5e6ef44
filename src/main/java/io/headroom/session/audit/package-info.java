/**
 * The audit of the review on screen as observable state: what is audited, what came of it, and which claims are looked at.
 * The audit view uses it; the audit itself is done by the core, in the background.
 * Start at {@link io.headroom.session.audit.AuditSession}.
 */
package io.headroom.session.audit;
