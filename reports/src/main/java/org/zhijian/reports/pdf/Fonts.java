package org.zhijian.reports.pdf;

import java.awt.Font;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.zhijian.reports.look.Look;

/** The fonts that come with the reports, never the machine's. */
final class Fonts {
    /**
     * The name under which text on a page is set: {@link Look#FONT}, Regular for a character that Bold lacks, and Noto
     * Emoji for one that both lack.
     */
    static final String PAGE = Look.FONT + " with fallback";

    private static final Lettering.Face REGULAR = new Lettering.Face(load(Look.FONT, Font.PLAIN), Fonts::emoji);
    private static final Lettering.Face BOLD = new Lettering.Face(load(Look.FONT, Font.BOLD), () -> REGULAR);

    private Fonts() {}

    static Lettering regular(float size) {
        return new Lettering(REGULAR, size);
    }

    static Lettering bold(float size) {
        return new Lettering(BOLD, size);
    }

    /** Whether there is a glyph for the character in text on a page. */
    static boolean has(int character) {
        return REGULAR.has(character) || emoji().has(character);
    }

    /** Whether there is a glyph for the character in a chart, which is drawn in one face. */
    static boolean hasInCharts(int character) {
        return REGULAR.has(character);
    }

    private static Lettering.Face emoji() {
        return Emoji.FACE;
    }

    private static Font load(String family, int style) {
        return FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
                .getAwtFontFromBundles(family, style, Look.BODY_SIZE, Locale.ROOT, false);
    }

    /** Read when the first text has one. */
    private static final class Emoji {
        private static final Lettering.Face FACE = new Lettering.Face(load("Noto Emoji", Font.PLAIN), () -> null);
    }
}
