package org.zhijian.etl.mart;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhijian.etl.draw.Drawing;

/**
 * What of a plan month is drawn together: in agent QA what an agent handled, in the other categories everything.
 *
 * @param category agent, event or special
 * @param drawings the draws by name, in the order in which they draw; those of special QA are named after their topic, the
 *     only one of another unit is {@link #NAMELESS}
 * @param methods how topics are drawn, by their name
 * @param kept the rows of the plan that stand
 */
record PlanUnit(String category, Map<String, Drawing> drawings, Map<String, String> methods, List<Kept> kept) {
    static final String AGENT = "agent";
    static final String EVENT = "event";
    static final String SPECIAL = "special";

    static final String NAMELESS = "";

    /** A row of the plan that stands. */
    record Kept(LocalDate drawnOn, String interactionId, String stratum, String reason, String population) {}

    /** The name of the draw that a kept row is of. */
    String drawingOf(Kept row) {
        return category.equals(SPECIAL) ? row.reason() : NAMELESS;
    }

    String method(String drawing) {
        return methods.getOrDefault(drawing, "sampling");
    }

    /** The topic that a draw is named after, null where it has none. */
    String topic(String drawing) {
        return drawing.equals(NAMELESS) ? null : drawing;
    }
}
