package org.zhijian.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.zhijian.schema.Column;
import org.zhijian.schema.Table;
import org.zhijian.schema.star.DimAgent;
import org.zhijian.schema.star.DimErrorType;
import org.zhijian.schema.star.FactAppeal;
import org.zhijian.schema.star.FactError;
import org.zhijian.schema.star.FactEvaluation;

/** Rows of declared tables for tests, column by column: what is not set is usual or missing. */
public final class DeclaredRow {
    private final Table table;
    private final Map<Column, Object> values = new HashMap<>();

    private DeclaredRow(Table table) {
        this.table = table;
    }

    /** A row in which nothing is set. */
    public static DeclaredRow of(Table table) {
        return new DeclaredRow(table);
    }

    /** A published agent-QA evaluation without a score, scored at noon of that day. */
    public static DeclaredRow evaluation(String id, String agentId, LocalDate day) {
        return new DeclaredRow(FactEvaluation.TABLE)
                .with(FactEvaluation.EVALUATION_ID, id)
                .with(FactEvaluation.MONTH, day.withDayOfMonth(1))
                .with(FactEvaluation.EVALUATED_ON, day)
                .with(FactEvaluation.EVALUATED_AT, Instant.parse(day + "T04:00:00Z"))
                .with(FactEvaluation.AGENT_KEY, 0L)
                .with(FactEvaluation.TEAM_KEY, 0L)
                .with(FactEvaluation.INSPECTOR_KEY, 0L)
                .with(FactEvaluation.AGENT_ID, agentId)
                .with(FactEvaluation.INSPECTOR_ID, "i1")
                .with(FactEvaluation.INTERACTION_ID, "call of " + id)
                .with(FactEvaluation.CATEGORY, "agent")
                .with(FactEvaluation.REVIEW_STATUS, "published")
                .with(FactEvaluation.PUBLISHED, true)
                .with(FactEvaluation.SCORE_BASIS, "missing")
                .with(FactEvaluation.OPEN_APPEAL, false);
    }

    /** The evaluation with its total as the score. */
    public DeclaredRow scored(double total) {
        return with(FactEvaluation.TOTAL_SCORE, total)
                .with(FactEvaluation.SCORE, total)
                .with(FactEvaluation.SCORE_BASIS, "total");
    }

    /** An error that stands, of a type whose key is the length of its code. */
    public static DeclaredRow error(String evaluationId, String code, LocalDate month) {
        return new DeclaredRow(FactError.TABLE)
                .with(FactError.EVALUATION_ID, evaluationId)
                .with(FactError.ERROR_CODE, code)
                .with(FactError.MONTH, month)
                .with(FactError.ERROR_TYPE_KEY, (long) code.length())
                .with(FactError.STANDS, true);
    }

    /** The type of such an error. */
    public static DeclaredRow errorType(String code, String severity) {
        return new DeclaredRow(DimErrorType.TABLE)
                .with(DimErrorType.ERROR_TYPE_KEY, (long) code.length())
                .with(DimErrorType.ERROR_CODE, code)
                .with(DimErrorType.SEVERITY, severity)
                .with(DimErrorType.INFERRED, false);
    }

    /** An accepted appeal, decided at noon of that day. */
    public static DeclaredRow appeal(String id, String evaluationId, LocalDate month, LocalDate decidedOn) {
        return new DeclaredRow(FactAppeal.TABLE)
                .with(FactAppeal.APPEAL_ID, id)
                .with(FactAppeal.EVALUATION_ID, evaluationId)
                .with(FactAppeal.MONTH, month)
                .with(FactAppeal.SUBMITTED_AT, Instant.parse(decidedOn.minusDays(1) + "T04:00:00Z"))
                .with(FactAppeal.STATUS, "accepted")
                .with(FactAppeal.DECIDED_AT, Instant.parse(decidedOn + "T04:00:00Z"));
    }

    /** The only span of an agent who has been on the post since that day. */
    public static DeclaredRow agent(String id, LocalDate onPost) {
        return new DeclaredRow(DimAgent.TABLE)
                .with(DimAgent.AGENT_KEY, (long) id.hashCode())
                .with(DimAgent.AGENT_ID, id)
                .with(DimAgent.TEAM_KEY, 0L)
                .with(DimAgent.ON_POST_DATE, onPost)
                .with(DimAgent.VALID_FROM, onPost)
                .with(DimAgent.VALID_TO, LocalDate.of(9999, 12, 31))
                .with(DimAgent.INFERRED, false);
    }

    /** The row with another value. */
    public DeclaredRow with(Column column, Object value) {
        values.put(column, value);
        return this;
    }

    /** The values, in the order of the declared columns. */
    public Object[] row() {
        return table.columns().stream().map(values::get).toArray();
    }
}
