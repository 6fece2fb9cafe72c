package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Section;

/** How well inspecting itself went: whether the plan was kept, whether the draw looks like the whole, how inspectors agree. */
final class InspectionSection {

    /** Of a month. */
    static Section ofMonth(ReportSource source, Comparison comparison) {
        List<Block> blocks = new ArrayList<>(PlanBlocks.of(source, comparison));
        blocks.addAll(CoverageBlocks.of(source, comparison.period()));
        blocks.addAll(CalibrationBlocks.of(source, comparison));
        return new Section(source.say("section.inspection"), Section.Start.NEW_PAGE, blocks);
    }

    /** Of a week: the draw is compared with the whole by month. */
    static Section ofWeek(ReportSource source, Comparison comparison) {
        List<Block> blocks = new ArrayList<>(PlanBlocks.of(source, comparison));
        blocks.addAll(CalibrationBlocks.of(source, comparison));
        return new Section(source.say("section.inspection"), Section.Start.NEW_PAGE, blocks);
    }

    private InspectionSection() {}
}
