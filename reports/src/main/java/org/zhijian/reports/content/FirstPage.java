package org.zhijian.reports.content;

import java.util.ArrayList;
import java.util.List;
import org.zhijian.reports.document.Block;
import org.zhijian.reports.document.Section;

/** The page that a manager reads: how good it was, what got worse, who needs a decision, what was corrected. */
final class FirstPage {

    static Section of(
            ReportSource source, Comparison comparison, ErrorRates rates, List<Flag> flags, Corrections corrections) {
        List<Block> blocks = new ArrayList<>(KeyFigures.of(source, comparison));
        blocks.addAll(WhatGotWorse.of(source, comparison, rates));
        blocks.addAll(Decisions.of(source, comparison.period(), flags));
        blocks.addAll(corrections.summary());
        return new Section(source.say("section.summary"), Section.Start.FOLLOWS, blocks);
    }

    private FirstPage() {}
}
