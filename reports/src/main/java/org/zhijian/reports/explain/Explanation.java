package org.zhijian.reports.explain;

import java.util.List;

/**
 * Where a number comes from, in words of one language.
 *
 * @param title which number
 * @param steps the rule, applied step by step
 * @param evaluations the evaluations it comes from, and those of the same period that do not count
 */
public record Explanation(String title, List<String> steps, List<Evidence> evaluations) {
    public Explanation {
        steps = List.copyOf(steps);
        evaluations = List.copyOf(evaluations);
    }
}
