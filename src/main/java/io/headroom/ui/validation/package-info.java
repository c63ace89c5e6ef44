/**
 * The validation view: predicted against measured, what is chosen of it, the errors, and what they mean for the plan.
 * The window shows it as one of its views; it draws what {@code session.validation} says and computes nothing itself.
 * Start at {@link io.headroom.ui.validation.ValidationView}.
 */
package io.headroom.ui.validation;
