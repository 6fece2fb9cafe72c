package org.zhijian.reports.pdf;

/** A sheet of A4 and what of it blocks may fill; the templates of the pages have the same measures. Points. */
enum Sheet {
    PORTRAIT(Template.PORTRAIT, 515, 730),
    LANDSCAPE(Template.LANDSCAPE, 762, 483);

    private final Template pages;
    private final int width;
    private final int height;

    Sheet(Template pages, int width, int height) {
        this.pages = pages;
        this.width = width;
        this.height = height;
    }

    Template pages() {
        return pages;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
