package io.headroom.explore.search;

/** Who does the tasks of a search: the caller's threads, because the core has none of its own. */
public interface Workers {

    /** The thread that asks, alone. */
    Workers ALONE = new Workers() {
        @Override
        public int count() {
            return 1;
        }

        @Override
        public void run(int tasks, Task task) {
            for (int i = 0; i < tasks; i++) {
                task.run(i, 0);
            }
        }
    };

    /** A part of the work. */
    @FunctionalInterface
    interface Task {

        /** Does task {@code index}, as worker {@code worker}; one worker does one task at a time. */
        void run(int index, int worker);
    }

    /** Number of workers, numbered from 0. */
    int count();

    /** Has every task from 0 to {@code tasks} done once, in any order; all that they wrote is seen afterwards. */
    void run(int tasks, Task task);
}
