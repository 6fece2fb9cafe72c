package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Paragraph;
import org.zhijian.reports.document.Section;

/** The errors of a week or month in pictures: the trend with its limits, the most frequent types, where points are lost. */
final class ErrorSection {
    /** @param history how many periods the trend shows, this one being the last */
    static Section of(ReportSource source, Period period, ErrorRates rates, int history) {
        List<Block> blocks = new ArrayList<>();
        if (rates.isEmpty()) {
            blocks.add(Paragraph.body(source.say("errors.none-inspected")));
            return new Section(source.say("section.errors"), Section.Start.FOLLOWS, blocks);
        }
        blocks.add(TrendChart.ofCentre(source, period.upToThis(history)));
        blocks.addAll(ParetoChart.of(source, period));
        blocks.addAll(DefectMap.of(source, period));
        blocks.addAll(UnusualRates.of(source, rates.unusuallyHigh(), rates.unusuallyLow()));
        return new Section(source.say("section.errors"), Section.Start.FOLLOWS, blocks);
    }

    private ErrorSection() {}
}
