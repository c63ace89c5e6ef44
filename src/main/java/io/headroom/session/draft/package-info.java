/**
 * What no file holds yet: kept beside the settings while the program runs, and offered again after it was killed.
 * Only the program's start and the window may use it; it knows the session and the plan file's disk.
 * Start at {@link io.headroom.session.draft.Drafts}.
 */
package io.headroom.session.draft;
