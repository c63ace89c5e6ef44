/**
 * Long work of which only the latest counts. Whoever asks anew ends the turn before: its work is told to stop, and what it still
 * brings is dropped. What is worked out belongs to the sessions that ask.
 */
package io.headroom.session.turn;
