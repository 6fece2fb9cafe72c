package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Section;

/** 质检考核指标: every indicator of the centre and of each team against its target and what was before, and the agents' composite. */
public final class IndicatorSheets {

    /**
     * The sheets of a month; of one that has not ended, as far as it has come.
     *
     * @throws org.zhijian.schema.text.UserError when the period is no month, or had not begun when the publication was made
     */
    public static Document of(ReportSource source, Period period) {
        Period month = period.required(Period.Kind.MONTH);
        String subtitle = source.subtitle(month);
        IndicatorSheet sheet = IndicatorSheet.of(source, month);
        List<Section> sections = new ArrayList<>(List.of(sheet.centre()));
        sheet.teams().forEach(team -> sections.add(sheet.team(team)));
        sections.add(new CompositeSection(source, month).section());
        sections.add(DefinitionSection.of(source, List.of("counts", "score")));
        return new Document(
                source.say("sheets.title"),
                subtitle,
                source.made(),
                source.text().locale(),
                sections);
    }

    private IndicatorSheets() {}
}
