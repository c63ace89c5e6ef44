/**
 * The window: menus, plans, verdict, inputs, charts and lists around one session, and pictures of it.
 * {@code App} and the command line start it; it lays panes out and holds no arithmetic.
 * Start at {@link io.headroom.ui.MainWindow}.
 */
package io.headroom.ui;
