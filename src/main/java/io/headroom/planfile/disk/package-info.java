/**
 * Files on disk: what stands at a path, and a save after which the file is wholly old or wholly new.
 * Only {@code planfile} and whoever exports files may use it; it knows nobody and nothing of what the bytes mean.
 * Start at {@link io.headroom.planfile.disk.SafeSave}.
 */
package io.headroom.planfile.disk;
