package org.zhijian.reports.excel;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.zhijian.reports.document.Format;
import org.zhijian.reports.document.Grid.Line;
import org.zhijian.reports.document.Tone;
import org.zhijian.reports.excel.CellLook.Trait;

/** The styles of a table's column, found without comparing looks: a million rows ask for them. */
final class ColumnStyles {
    private final Styles styles;
    private final Format format;
    private final Map<Line.Role, Map<Tone, CellStyle>> known = new EnumMap<>(Line.Role.class);

    ColumnStyles(Styles styles, Format format) {
        this.styles = styles;
        this.format = format;
        for (Line.Role role : Line.Role.values()) {
            known.put(role, new EnumMap<>(Tone.class));
        }
    }

    /** The style of a value. */
    CellStyle of(Tone tone, Line.Role role) {
        Map<Tone, CellStyle> tones = known.get(role);
        CellStyle style = tones.get(tone);
        if (style == null) {
            style = styles.of(Styles.value(format, tone, role));
            tones.put(tone, style);
        }
        return style;
    }

    /** The style of a text that must not be taken for a formula. */
    CellStyle quoted(Tone tone, Line.Role role) {
        return styles.of(Styles.value(format, tone, role).with(Trait.QUOTED));
    }
}
