package org.zhijian.reports.content;

import java.util.List;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Section;

/** 差错明细分析: a week's or month's errors by everything a trainer asks for, down to the single case; each section a sheet. */
public final class DefectBreakdown {

    /**
     * The breakdown of a week or month; of one that has not ended, as far as it has come.
     *
     * @throws org.zhijian.schema.text.UserError when the period is neither, or had not begun when the publication was made
     */
    public static Document of(ReportSource source, Period period) {
        Period allowed = period.kind() == Period.Kind.WEEK ? period : period.required(Period.Kind.MONTH);
        String subtitle = source.subtitle(allowed);
        DefectCases cases = DefectCases.of(source, allowed);
        DefectTrends trends = DefectTrends.of(source, allowed);
        DefectItems items = new DefectItems(source, allowed);
        List<Section> sections = List.of(
                new DefectSummary(source, allowed, trends, cases).section(),
                new DefectsByTeam(source, allowed, trends).section(),
                new DefectsByAgent(source, cases, trends).section(),
                new DefectsByType(source, allowed, trends, cases).section(),
                items.byItem(),
                new DefectsByWeek(source, allowed).section(),
                items.byTeam(),
                items.byWeek(),
                new DefectCaseList(source, cases).section());
        return new Document(
                source.say("defects.title"),
                subtitle,
                source.made(),
                source.text().locale(),
                sections);
    }

    private DefectBreakdown() {}
}
