package org.zhijian.reports.explain;

import java.time.YearMonth;
import java.util.List;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.text.Text;

/** Explains the numbers that an agent has for a month. */
public interface Explainer {
    /**
     * One explanation for each number.
     *
     * @throws org.zhijian.schema.text.UserError when the agent has none in that publication
     */
    List<Explanation> explain(PublishedWarehouse warehouse, String agentId, YearMonth month, Text text);
}
