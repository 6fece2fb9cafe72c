package org.zhijian.generator;

/** Hears how far the writing has come. Called by several threads, never by two at once. */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = (written, estimated) -> {};

    /**
     * Tells how many rows there are.
     *
     * @param rowsWritten rows written so far, over all entities
     * @param rowsEstimated rows there will be in the end; an estimate until the last call, which gives the true number
     */
    void progress(long rowsWritten, long rowsEstimated);
}
