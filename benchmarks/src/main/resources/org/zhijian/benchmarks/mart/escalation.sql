-- What goes to the team leader as if it were a severe error (R8).
WITH items AS (
    SELECT
        e.month, e.agent_id, error_code, inspected(interaction_id, evaluation_id) AS item,
        min((evaluated_at, evaluation_id, evaluated_on, e.team)) AS first,
        list(evaluation_id) AS evaluations
    FROM fact_evaluation e JOIN fact_error USING (evaluation_id) JOIN dim_error_type USING (error_code)
    WHERE published AND stands AND severity = 'general' AND evaluated_on <= DATE '${run_date}'
    GROUP BY ALL
),
repeated AS (
    SELECT
        month, agent_id, error_code,
        list(first ORDER BY first) AS firsts,
        count(*) AS occurrences,
        list_aggregate(list_sort(flatten(list(evaluations))), 'string_agg', ';') AS evidence
    FROM items
    GROUP BY ALL
    HAVING count(*) >= 3
)
SELECT
    month, 'repeated_error' AS reason, agent_id, firsts[3][4] AS team, error_code, firsts[3][3] AS reached_on,
    occurrences, evidence
FROM repeated
UNION ALL BY NAME
SELECT
    period_start AS month, 'team_above_limit' AS reason, team,
    least(last_day(period_start), DATE '${run_date}') AS reached_on, errors AS occurrences
FROM error_trend
WHERE period_type = 'month' AND error_code IS NULL AND team IS NOT NULL AND rate_per_100 > upper_limit
