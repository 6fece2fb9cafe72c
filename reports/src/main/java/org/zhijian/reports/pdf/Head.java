package org.zhijian.reports.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.reports.look.Look;

/**
 * What stands above a block and goes to the next page with it.
 *
 * @param section the title of the section that begins here, or the empty text
 * @param title the title of the block, or the empty text
 */
record Head(String section, String title) {
    private static final int SECTION_GAP = 14;
    private static final int TITLE_GAP = 10;
    private static final Lettering SECTION = Fonts.bold(Look.SECTION_SIZE);
    private static final Lettering TITLE = Fonts.bold(Look.BODY_SIZE + 1);

    Head {
        section = ShownText.inOneLine(section);
        title = ShownText.inOneLine(title);
    }

    /** Without the section, and with that title: what a further part of the same block has. */
    Head further(String furtherTitle) {
        return new Head("", furtherTitle);
    }

    /** The parameters of a block's template on that sheet. */
    Map<String, Object> parameters(Sheet sheet) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("startsSection", !section.isEmpty());
        parameters.put("section", Wrapping.wrapped(section, SECTION, sheet.width()));
        parameters.put("isTitled", !title.isEmpty());
        parameters.put("title", Wrapping.wrapped(title, TITLE, sheet.width()));
        return parameters;
    }

    /** How high it is on that sheet. */
    int height(Sheet sheet) {
        return height(section, SECTION, SECTION_GAP, sheet) + height(title, TITLE, TITLE_GAP, sheet);
    }

    private static int height(String text, Lettering lettering, int gap, Sheet sheet) {
        if (text.isEmpty()) {
            return 0;
        }
        List<String> lines = Wrapping.lines(text, lettering, sheet.width());
        return gap + (int) Math.ceil(lines.size() * lettering.lineHeight());
    }
}
