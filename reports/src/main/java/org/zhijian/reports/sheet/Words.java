package org.zhijian.reports.sheet;

import java.util.List;
import org.zhijian.schema.Column;
import org.zhijian.schema.mart.SamplingPlan;
import org.zhijian.schema.mart.TierAssignment;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Inspectors;
import org.zhijian.schema.raw.Interactions;
import org.zhijian.schema.sheet.Choice;
import org.zhijian.schema.text.Text;

/** The warehouse's words in the reader's language; a word that is not known stays as it is, a missing one stays missing. */
record Words(Text text) {
    String say(String key, Object... arguments) {
        return text.of("reports.sheet." + key, arguments);
    }

    String category(String word) {
        return word("category", SamplingPlan.CATEGORY.accepted(), word);
    }

    String method(String word) {
        return word("method", SamplingPlan.METHOD.accepted(), word);
    }

    /** Why an interaction was drawn; in special QA that is its topic. */
    String drawReason(String word) {
        return word("drawn-for", SamplingPlan.REASONS, word);
    }

    String tierReason(String word) {
        return word("tier-reason", TierAssignment.REASON.accepted(), word);
    }

    String channel(String word) {
        return word("channel", Interactions.CHANNEL.accepted(), word);
    }

    String businessType(String word) {
        return word("business-type", Interactions.BUSINESS_TYPE.accepted(), word);
    }

    String level(String word) {
        return word("level", Inspectors.LEVEL.accepted(), word);
    }

    /** The values that a column accepts, as what can be chosen. */
    List<Choice> choices(String what, Column column) {
        return column.accepted().stream()
                .map(code -> new Choice(code, word(what, column.accepted(), code)))
                .toList();
    }

    List<Choice> reviewStatuses() {
        return choices("review-status", Evaluations.REVIEW_STATUS);
    }

    List<Choice> caseMarks() {
        return choices("case-mark", Evaluations.CASE_MARK);
    }

    private String word(String what, List<String> known, String word) {
        return word != null && known.contains(word) ? say(what + "." + word) : word;
    }
}
