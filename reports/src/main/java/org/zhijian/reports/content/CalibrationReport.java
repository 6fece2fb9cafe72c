package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Section;

/** 校准报告: how near the inspectors came to the reference in a month's sessions, and how far they agree over all sessions (R12). */
public final class CalibrationReport {

    /**
     * The report of a month; of one that has not ended, as far as it has come.
     *
     * @throws org.zhijian.schema.text.UserError when the period is no month, or had not begun when the publication was made
     */
    public static Document of(ReportSource source, Period period) {
        Period month = period.required(Period.Kind.MONTH);
        String subtitle = source.subtitle(month);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                source.say("agreement.section.month"),
                Section.Start.FOLLOWS,
                CalibrationBlocks.of(source, Comparison.of(source, month))));
        sections.add(new CalibrationTrend(source, month).section());
        sections.add(new AgreementSection(source).section());
        sections.addAll(new CalibrationSessions(source, month).sections());
        return new Document(
                source.say("agreement.title"),
                subtitle,
                source.made(),
                source.text().locale(),
                sections);
    }

    private CalibrationReport() {}
}
