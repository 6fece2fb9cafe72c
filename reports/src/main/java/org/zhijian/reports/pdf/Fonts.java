package org.zhijian.reports.pdf;

import java.awt.Font;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import org.zhijian.reports.look.Look;

/** The fonts that come with the reports, never the machine's. */
final class Fonts {
    /** The name under which text on a page is set: {@link Look#FONT}, and Regular for a character that Bold lacks. */
    static final String PAGE = Look.FONT + " with fallback";

    private static final Lettering.Face REGULAR = load(Font.PLAIN);
    private static final Lettering.Face BOLD = load(Font.BOLD);

    private Fonts() {}

    static Lettering regular(float size) {
        return new Lettering(REGULAR, size);
    }

    static Lettering bold(float size) {
        return new Lettering(BOLD, size);
    }

    /** Whether there is a glyph for the character. */
    static boolean has(int character) {
        return REGULAR.has(character);
    }

    private static Lettering.Face load(int style) {
        return new Lettering.Face(FontUtil.getInstance(DefaultJasperReportsContext.getInstance())
                .getAwtFontFromBundles(Look.FONT, style, Look.BODY_SIZE, Locale.ROOT, false));
    }
}
