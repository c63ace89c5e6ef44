/**
 * The view that says what is wrong with a plan, what to change, and how far it goes; fixes and answers are buttons.
 * The main window may use it; all that it says comes from {@code explore.advice}, worked out in the background.
 * Start at {@link io.headroom.ui.findings.FindingsView}.
 */
package io.headroom.ui.findings;
