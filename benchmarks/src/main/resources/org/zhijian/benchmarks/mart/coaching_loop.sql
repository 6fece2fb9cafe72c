-- Where coachings stand, and which severe errors opened none (R13).
WITH coachings AS (
    FROM fact_coaching WHERE opened_on <= DATE '${run_date}'
),
missing AS (
    SELECT e.month, e.agent_id, e.team, e.evaluation_id, error_code, evaluated_on AS opened_on
    FROM fact_evaluation e JOIN fact_error USING (evaluation_id) JOIN dim_error_type USING (error_code)
    WHERE published AND stands AND severity = 'severe' AND evaluated_on <= DATE '${run_date}'
        AND NOT EXISTS (
            FROM coachings c
            WHERE c.evaluation_id = e.evaluation_id AND coalesce(c.error_code, dim_error_type.error_code) = dim_error_type.error_code)
)
SELECT
    date_trunc('month', opened_on)::DATE AS month,
    CASE
        WHEN coalesce(rechecked_on <= DATE '${run_date}', recheck_result IS NOT NULL) THEN coalesce(recheck_result, 'closed')
        WHEN due_on < DATE '${run_date}' THEN 'overdue'
        ELSE 'open'
    END AS state,
    coaching_id, agent_id, team, evaluation_id, error_code, opened_on, due_on, rechecked_on
FROM coachings
UNION ALL BY NAME
SELECT month, 'missing' AS state, agent_id, team, evaluation_id, error_code, opened_on
FROM missing
