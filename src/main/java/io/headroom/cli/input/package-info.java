/**
 * What commands are given: the files and plans that their arguments name, and how a command ends when these are not valid.
 * Only the commands may use it; it knows the plan file, the core and the terminal, but no command.
 * Start at {@link io.headroom.cli.input.PlanArguments}.
 */
package io.headroom.cli.input;
