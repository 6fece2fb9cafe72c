package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Section;

/** What is being done about errors: coaching, the PDCA issue list, what went to team leaders (R8, R13). */
final class ImprovementSection {

    /** Of a month. */
    static Section ofMonth(ReportSource source, Period month) {
        List<Block> blocks = new ArrayList<>(CoachingBlocks.of(source, month));
        blocks.addAll(PdcaBlocks.of(source, month));
        blocks.addAll(Escalations.blocks(source, month));
        return new Section(source.say("section.improvement"), Section.Start.NEW_PAGE, blocks);
    }

    /** Of a week: the issue list is made by month. */
    static Section ofWeek(ReportSource source, Period week) {
        List<Block> blocks = new ArrayList<>(CoachingBlocks.of(source, week));
        blocks.addAll(Escalations.blocks(source, week));
        return new Section(source.say("section.improvement"), Section.Start.NEW_PAGE, blocks);
    }

    private ImprovementSection() {}
}
