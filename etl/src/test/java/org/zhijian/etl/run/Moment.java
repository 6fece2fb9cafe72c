package org.zhijian.etl.run;

import java.util.Optional;

/**
 * A moment of a night.
 *
 * @param step the main step that the night is in
 * @param where what it is about to do or has just done
 * @param what to which file, or which step within the main one
 */
record Moment(String step, Where where, String what) {
    private static final String MARK = "moment";
    private static final String BETWEEN = "\t";

    /** In the order of a commit. */
    enum Where {
        AT_A_STEP("at a step's begin or end"),
        WRITING_DATA("while data is written"),
        BEFORE_A_COMMIT("before a commit"),
        DURING_A_COMMIT("during a commit"),
        AFTER_A_COMMIT("after a commit");

        private final String words;

        Where(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    String line() {
        return String.join(BETWEEN, MARK, step, where.name(), what);
    }

    /** The moment that a line tells of, if it does. */
    static Optional<Moment> of(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return parts[0].equals(MARK)
                ? Optional.of(new Moment(parts[1], Where.valueOf(parts[2]), parts[3]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return where + " in step " + step + ", " + what;
    }
}
