-- How closely each agent is sampled in a plan month (R2). Without the score's interval, the shrunk score and the tier's
-- probability, which SQL has no counterpart for.
WITH plan_months AS (
    SELECT DISTINCT (month + INTERVAL 1 MONTH)::DATE AS plan_month
    FROM (SELECT month FROM fact_evaluation WHERE evaluated_on <= DATE '${run_date}'
          UNION SELECT month FROM fact_interaction WHERE started_on <= DATE '${run_date}')
    WHERE last_day(month) <= DATE '${run_date}'
),
agents AS (
    SELECT agent_id, any_value(on_post_date) AS on_post_date, any_value(left_date) AS left_date
    FROM dim_agent
    GROUP BY agent_id
),
roster AS (
    SELECT
        plan_month,
        agent_id,
        on_post_date + INTERVAL 3 MONTH > plan_month AS newcomer,
        score_mean,
        coalesce(evaluations, 0) AS evaluations,
        score_mean IS NOT NULL AND NOT newcomer AS contends
    FROM agents
    CROSS JOIN plan_months
    LEFT JOIN (SELECT (qa_month + INTERVAL 1 MONTH)::DATE AS plan_month, * FROM agent_month_score)
        USING (plan_month, agent_id)
    WHERE on_post_date < plan_month AND (left_date IS NULL OR left_date >= plan_month)
),
ranked AS (
    SELECT
        *,
        count(*) FILTER (contends) OVER (PARTITION BY plan_month) AS ranked_agents,
        CASE WHEN contends THEN
            rank() OVER (PARTITION BY plan_month, contends ORDER BY compared(score_mean) DESC) END AS rank,
        CASE WHEN contends THEN
            rank() OVER (PARTITION BY plan_month, contends ORDER BY compared(score_mean)) END AS rank_from_below,
        (20 * ranked_agents + 50) // 100 AS k
    FROM roster
),
tiered AS (
    SELECT
        *,
        CASE
            WHEN newcomer THEN 'C'
            WHEN rank <= k AND rank_from_below > k THEN 'A'
            WHEN rank_from_below <= k AND rank > k THEN 'C'
            ELSE 'B'
        END AS tier
    FROM ranked
)
SELECT
    plan_month,
    agent_id,
    tier,
    CASE
        WHEN newcomer THEN 'newcomer'
        WHEN score_mean IS NULL THEN 'unscored'
        WHEN tier = 'A' THEN 'top'
        WHEN tier = 'C' THEN 'bottom'
        ELSE 'middle'
    END AS reason,
    rank,
    ranked_agents,
    score_mean,
    evaluations
FROM tiered
