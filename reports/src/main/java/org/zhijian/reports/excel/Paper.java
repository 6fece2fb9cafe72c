package org.zhijian.reports.excel;

/** The paper that sheets are printed on: A4, landscape, everything shrunk to its width. */
final class Paper {
    /** Inches. */
    static final double MARGIN = 0.4;

    /** Where a header or footer stands. */
    static final double MARGIN_WITH_LINE = 0.65;

    private static final double WIDTH = 11.69;
    private static final double HEIGHT = 8.27;
    private static final double POINTS_OF_INCH = 72;
    private static final double POINTS_OF_DIGIT = 5.4;

    /** Programs shrink by fonts of their own: what fits in this part of a page fits in each. */
    static final float SURE = 0.93f;

    /** A sheet of no more than so many pages is shrunk to one: a few lines on the next would say little there, and text of 10 points stays readable. */
    static final float SHRUNK = 1.35f;

    private Paper() {}

    /**
     * How much of a sheet stands on one page, in points of the sheet.
     *
     * @param digits the sheet's width
     */
    static float height(double digits) {
        double shrunk = Math.max(1, digits * POINTS_OF_DIGIT / ((WIDTH - 2 * MARGIN) * POINTS_OF_INCH));
        return (float) ((HEIGHT - 2 * MARGIN_WITH_LINE) * POINTS_OF_INCH * shrunk);
    }
}
