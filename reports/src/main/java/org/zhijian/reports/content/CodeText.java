package org.zhijian.reports.content;

import java.util.List;
import java.util.Set;
import org.zhijian.schema.mart.AgentMonthScore;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.star.FactEvaluation;

/** How the codes of facts are written; a code that has no word stands as it came. */
final class CodeText {
    private static final Set<String> CHANNELS = Set.of("voice_in", "voice_out", "chat", "email", "social");
    private static final Set<String> BUSINESS_TYPES =
            Set.of("consultation", "complaint", "report", "suggestion", "praise", "other");
    private static final List<String> REVIEW_STATES = List.of("draft", "submitted", "reviewed", "published");

    static String channel(ReportSource source, String channel) {
        return word(source, "coverage-value", channel, CHANNELS);
    }

    static String businessType(ReportSource source, String type) {
        return word(source, "coverage-value", type, BUSINESS_TYPES);
    }

    static String method(ReportSource source, String method) {
        return word(source, "inspection.method", method, Set.copyOf(SamplingPlan.METHOD.accepted()));
    }

    static String reviewStatus(ReportSource source, String status) {
        return word(source, "inspection.review-status", status, Set.copyOf(REVIEW_STATES));
    }

    static String category(ReportSource source, String category) {
        return word(source, "qa-category", category, Set.copyOf(FactEvaluation.CATEGORY.accepted()));
    }

    static String grade(ReportSource source, String grade) {
        return word(source, "inspection.grade", grade, Set.copyOf(AgentMonthScore.GRADE.accepted()));
    }

    private static String word(ReportSource source, String kind, String code, Set<String> known) {
        return code == null || !known.contains(code) ? code : source.word(kind, code);
    }

    private CodeText() {}
}
