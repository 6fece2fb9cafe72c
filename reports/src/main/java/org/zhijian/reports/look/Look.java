package org.zhijian.reports.look;

import java.awt.Color;
import java.util.List;

/** The colours and sizes that PDF pages, charts and workbooks share. Text on any of the fills has a contrast of 4.5 : 1. */
public final class Look {
    /** Titles, and the first series of a chart. */
    public static final Color PRIMARY = new Color(0x1F3A5F);

    public static final Color INK = new Color(0x1E2430);
    public static final Color MUTED = new Color(0x5B6470);
    public static final Color RULE = new Color(0xC9CFD6);
    /** Every other row of a table, and the ground of a key figure. */
    public static final Color SHADE = new Color(0xF3F5F8);
    /** The header of a table, with white text on it. */
    public static final Color HEADER = PRIMARY;

    public static final Color ON_HEADER = Color.WHITE;
    public static final Color GOOD = new Color(0x1B6E3C);
    public static final Color BAD = new Color(0xB3261E);
    public static final Color ATTENTION = new Color(0x8A5A00);

    /** The ends of a heatmap's scale. */
    public static final Color COLD = Color.WHITE;

    public static final Color HOT = new Color(0xD9534A);

    /** The series of a chart, in order; they differ in brightness too. */
    public static final List<Color> SERIES =
            List.of(PRIMARY, new Color(0x5B8DB8), new Color(0xB9CFE3), new Color(0xC77F2A), new Color(0x6B7F3A));

    /** The family that holds every character of Chinese names. */
    public static final String FONT = "Noto Sans SC";

    /** A workbook can't embed a font: the one with every Chinese character that Excel's readers have. */
    public static final String WORKBOOK_FONT = "Microsoft YaHei";

    /** Points. */
    public static final int TITLE_SIZE = 20;

    public static final int SECTION_SIZE = 13;
    public static final int BODY_SIZE = 9;
    public static final int NOTE_SIZE = 8;
    /** The least that is still read on paper: footers, labels in charts, the widest tables. */
    public static final int SMALL_SIZE = 7;

    public static final int LEAD_SIZE = 11;
    /** A key figure. */
    public static final int FIGURE_SIZE = 18;

    private Look() {}
}
