package org.zhijian.reports.content;

import java.util.List;
import org.zhijian.reports.document.Document;
import org.zhijian.reports.document.Section;

/** 质检月报: how good the service of a month was, what got worse, who needs a decision, what was corrected. */
public final class MonthlyReport {
    private static final int TREND_MONTHS = 15;

    /**
     * The report of a month; of one that has not ended, as far as it has come.
     *
     * @throws org.zhijian.schema.text.UserError when the period is no month, or had not begun when the publication was made
     */
    public static Document of(ReportSource source, Period period) {
        Period month = period.required(Period.Kind.MONTH);
        String subtitle = source.subtitle(month);
        Comparison comparison = Comparison.of(source, month);
        ErrorRates rates = ErrorRates.of(source, month);
        List<Flag> flags = Flag.reachedIn(source, month);
        Corrections corrections = Corrections.of(source, month);
        List<Section> sections = List.of(
                FirstPage.of(source, comparison, rates, flags, corrections),
                ErrorSection.of(source, month, rates, TREND_MONTHS),
                TeamSection.of(source, comparison, rates),
                TypeSection.of(source, rates),
                TierSection.ofMonth(source, month),
                IndicatorSection.of(source, comparison),
                InspectionSection.ofMonth(source, comparison),
                ImprovementSection.ofMonth(source, month),
                corrections.section(),
                EvidenceSection.of(source, flags),
                DefinitionSection.of(
                        source,
                        List.of(
                                "counts",
                                "score",
                                "rates",
                                "pareto",
                                "tiers",
                                "quotas",
                                "changes",
                                "flags",
                                "escalations")));
        return new Document(
                source.say("monthly.title"),
                subtitle,
                source.made(),
                source.text().locale(),
                sections);
    }

    private MonthlyReport() {}
}
