package org.zhijian.etl.run;

/** Is told how a run gets on. Steps can run side by side; calls can come from any thread. */
public interface RunListener {
    /** Tells nobody. */
    RunListener NONE = new RunListener() {
        @Override
        public void begun(String step) {}

        @Override
        public void done(String step, Long rows, double seconds) {}
    };

    void begun(String step);

    /**
     * A step is done.
     *
     * @param rows the rows it wrote, null where that does not apply
     */
    void done(String step, Long rows, double seconds);
}
