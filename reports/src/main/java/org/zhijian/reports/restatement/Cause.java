package org.zhijian.reports.restatement;

import java.util.List;

/**
 * What came between two publications that can have changed a row. Where all of it is empty, records came late or were
 * corrected.
 *
 * @param ownAppeals appeals against the agent's own evaluations of the months that the row is made from
 * @param otherAppeals appeals of other agents in the same QA month, to whom the agent is compared
 * @param settings the keys of the settings that changed
 * @param software the new version of the suite, null when it is the same
 */
public record Cause(List<String> ownAppeals, List<String> otherAppeals, List<String> settings, String software) {
    public Cause {
        ownAppeals = List.copyOf(ownAppeals);
        otherAppeals = List.copyOf(otherAppeals);
        settings = List.copyOf(settings);
    }
}
