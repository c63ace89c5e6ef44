package io.headroom.ui.report;

/** Hears how far a report is, and may stop it. */
public interface Progress {

    /** Somebody who waits for it to the end. */
    Progress PATIENT = new Progress() {
        @Override
        public boolean isWanted() {
            return true;
        }

        @Override
        public void at(String words, double share) {
            // nobody looks
        }
    };

    /** Whether to go on; asked between steps. */
    boolean isWanted();

    /** Told what is done next and how much is done, from 0 to 1. */
    void at(String words, double share);
}
