-- Tiers that change within their plan month (R6).
WITH evaluations AS (
    SELECT
        evaluation_id, month, agent_id, evaluated_on, score,
        evaluation_id IN (
            SELECT evaluation_id FROM fact_error JOIN dim_error_type USING (error_code)
            WHERE stands AND severity = 'severe') AS severe
    FROM fact_evaluation
    WHERE published AND category = 'agent' AND evaluated_on <= DATE '${run_date}'
),
baselines AS (
    SELECT
        (month + INTERVAL 1 MONTH)::DATE AS plan_month,
        sum(score::DECIMAL(20, 17))::DOUBLE * 1.1 / count(score) AS baseline
    FROM evaluations
    GROUP BY month
    HAVING count(score) > 0
),
days AS (
    SELECT
        month AS plan_month,
        agent_id,
        evaluated_on AS effective_on,
        sum(score::DECIMAL(20, 17)) AS score_sum,
        count(score) AS scored,
        count(*) AS evaluations,
        list(evaluation_id) FILTER (score IS NOT NULL) AS scored_ids,
        list(evaluation_id) FILTER (severe) AS severe_ids
    FROM evaluations
    WHERE evaluated_on <= last_day(month)
    GROUP BY ALL
),
so_far AS (
    SELECT
        plan_month,
        agent_id,
        effective_on,
        severe_ids,
        (sum(score_sum) OVER months)::DOUBLE / nullif(sum(scored) OVER months, 0) AS score_mean,
        (sum(evaluations) OVER months)::BIGINT AS inspected,
        flatten(list(scored_ids) OVER months) AS scored_ids
    FROM days
    WINDOW months AS (
        PARTITION BY plan_month, agent_id ORDER BY effective_on ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
dated AS (
    SELECT
        *,
        min(CASE WHEN severe_ids IS NOT NULL THEN effective_on END) OVER agents AS severe_on,
        min(CASE WHEN tier = 'A' AND compared(score_mean) < compared(baseline) THEN effective_on END) OVER agents
            AS below_on
    FROM so_far
    JOIN (SELECT plan_month, agent_id, tier, base_quota FROM sampling_quota) USING (plan_month, agent_id)
    LEFT JOIN baselines USING (plan_month)
    WINDOW agents AS (PARTITION BY plan_month, agent_id)
),
changes AS (
    SELECT
        *,
        CASE WHEN below_on < severe_on THEN 'B' ELSE tier END AS from_tier,
        'C' AS to_tier,
        'severe_error' AS reason,
        severe_ids AS evidence_ids
    FROM dated
    WHERE effective_on = severe_on AND tier <> 'C'
    UNION ALL
    SELECT *, 'A', 'B', 'below_baseline', scored_ids
    FROM dated
    WHERE effective_on = below_on AND coalesce(below_on < severe_on, true)
)
SELECT
    plan_month,
    agent_id,
    effective_on,
    from_tier,
    to_tier,
    reason,
    quota(to_tier, base_quota) AS quota,
    inspected,
    greatest(quota(to_tier, base_quota) - inspected, 0) AS remaining,
    score_mean,
    baseline,
    compared(baseline) <= 100 AS baseline_reachable,
    list_aggregate(list_sort(list_filter(evidence_ids, lambda id: id IS NOT NULL)), 'string_agg', ';') AS evidence
FROM changes
