/**
 * Everything that a key or a menu can do, as one table: menus, shortcuts and the overlay of keys are made from it.
 * The window uses it; it knows nothing of plans.
 * Start at {@link io.headroom.ui.command.Command}.
 */
package io.headroom.ui.command;
