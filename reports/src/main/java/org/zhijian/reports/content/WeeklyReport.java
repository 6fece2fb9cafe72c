package org.zhijian.reports.content;

import java.util.List;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Section;

/** 质检周报: the same questions as the monthly report's, for an ISO week. What is made by month is left to that one. */
public final class WeeklyReport {
    private static final int TREND_WEEKS = 26;

    /**
     * The report of an ISO week; of one that has not ended, as far as it has come.
     *
     * @throws org.zhijian.schema.text.UserError when the period is no week, or had not begun when the publication was made
     */
    public static Document of(ReportSource source, Period period) {
        Period week = period.required(Period.Kind.WEEK);
        String subtitle = source.subtitle(week);
        Comparison comparison = Comparison.of(source, week);
        ErrorRates rates = ErrorRates.of(source, week);
        List<Flag> flags = Flag.reachedIn(source, week);
        Corrections corrections = Corrections.of(source, week);
        List<Section> sections = List.of(
                FirstPage.of(source, comparison, rates, flags, corrections),
                ErrorSection.of(source, week, rates, TREND_WEEKS),
                TeamSection.of(source, comparison, rates),
                TypeSection.of(source, rates),
                TierSection.ofWeek(source, week),
                IndicatorSection.of(source, comparison),
                InspectionSection.ofWeek(source, comparison),
                ImprovementSection.ofWeek(source, week),
                corrections.section(),
                EvidenceSection.of(source, flags),
                DefinitionSection.of(
                        source,
                        List.of("counts", "score", "rates", "pareto", "tiers", "changes", "flags", "escalations")));
        return new Document(
                source.say("weekly.title"),
                subtitle,
                source.made(),
                source.text().locale(),
                sections);
    }

    private WeeklyReport() {}
}
