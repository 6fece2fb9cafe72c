package org.zhijian.generator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhijian.schema.raw.Evaluations;

/** An evaluation and what becomes of it: reviewed, fed back, put right. Scores are in hundredths of points. */
final class Evaluation {
    static final String PUBLISHED = "published";

    private final Inspection inspection;
    private final String id;
    private final Inspector inspector;
    private final LocalDateTime evaluatedAt;
    private final Map<String, Integer> itemPoints = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private String severeError;
    private int totalScore;
    private String reviewStatus = PUBLISHED;
    private LocalDateTime feedbackAt;
    private String caseMark;
    private String comment;
    private LocalDateTime updatedAt;

    Evaluation(Inspection inspection, String id, Inspector inspector, LocalDateTime evaluatedAt) {
        this.inspection = inspection;
        this.id = id;
        this.inspector = inspector;
        this.evaluatedAt = evaluatedAt;
        updatedAt = evaluatedAt;
    }

    Inspection inspection() {
        return inspection;
    }

    String id() {
        return id;
    }

    LocalDateTime evaluatedAt() {
        return evaluatedAt;
    }

    LocalDate day() {
        return evaluatedAt.toLocalDate();
    }

    /** Points by item in hundredths; null where the item does not apply. Empty where only the total is known. */
    Map<String, Integer> itemPoints() {
        return itemPoints;
    }

    /** Notes by error code. */
    Map<String, String> errors() {
        return errors;
    }

    void severe(ErrorType type, String note) {
        severeError = type.code();
        errors.put(type.code(), note);
        caseMark = "severe";
    }

    /** The code of the severe error, or null. */
    String severeError() {
        return severeError;
    }

    int totalScore() {
        return totalScore;
    }

    void score(int hundredths) {
        totalScore = hundredths;
    }

    void excellent() {
        caseMark = "excellent";
    }

    void comment(String words) {
        comment = words;
    }

    void reviewStatus(String status) {
        reviewStatus = status;
    }

    boolean isPublished() {
        return reviewStatus.equals(PUBLISHED);
    }

    void publish(LocalDateTime when) {
        reviewStatus = PUBLISHED;
        updatedAt = when;
    }

    void feedBack(LocalDateTime when) {
        feedbackAt = when;
        updatedAt = when;
    }

    void correct(LocalDateTime when, String words) {
        comment = words;
        updatedAt = when;
    }

    Row row() {
        return Row.of(Evaluations.ENTITY)
                .set(Evaluations.EVALUATION_ID, id)
                .set(Evaluations.INTERACTION_ID, inspection.interactionId())
                .set(Evaluations.AGENT_ID, inspection.agent().id())
                .set(Evaluations.INSPECTOR_ID, inspector.id())
                .set(Evaluations.CATEGORY, inspection.category())
                .set(Evaluations.METHOD, inspection.method())
                .set(Evaluations.TOPIC, inspection.topic())
                .set(Evaluations.SCORECARD_ID, inspection.scorecard().id())
                .set(Evaluations.EVALUATED_AT, evaluatedAt)
                .set(Evaluations.REVIEW_STATUS, reviewStatus)
                .setHundredths(Evaluations.TOTAL_SCORE, totalScore)
                .set(Evaluations.FEEDBACK_AT, feedbackAt)
                .set(Evaluations.CASE_MARK, caseMark)
                .set(Evaluations.COMMENT, comment)
                .set(Evaluations.UPDATED_AT, updatedAt);
    }
}
