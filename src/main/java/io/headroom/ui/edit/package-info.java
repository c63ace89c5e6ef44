/**
 * Forms for what has no slider: limits, notes, names, models and GPUs, and plans on the clipboard.
 * Only the window and its side pane may use it; what is typed becomes an edit of the session, or a reason why not.
 * Start at {@link io.headroom.ui.edit.LimitForm}.
 */
package io.headroom.ui.edit;
