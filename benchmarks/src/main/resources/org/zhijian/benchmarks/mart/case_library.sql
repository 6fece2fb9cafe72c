-- Excellent samples and severe errors kept for training (R14).
WITH severe AS (
    SELECT evaluation_id, string_agg(DISTINCT error_code, ';' ORDER BY error_code) AS error_codes
    FROM fact_error JOIN dim_error_type USING (error_code)
    WHERE stands AND severity = 'severe'
    GROUP BY evaluation_id
),
evaluations AS (
    SELECT * FROM fact_evaluation LEFT JOIN severe USING (evaluation_id)
    WHERE published AND evaluated_on <= DATE '${run_date}'
),
cases AS (
    SELECT evaluation_id, month, evaluated_on, interaction_id, agent_id, 'excellent' AS kind, NULL AS error_codes
    FROM evaluations
    WHERE case_mark = 'excellent'
    UNION ALL
    SELECT evaluation_id, month, evaluated_on, interaction_id, agent_id, 'severe', error_codes
    FROM evaluations
    WHERE case_mark = 'severe' OR error_codes IS NOT NULL
)
SELECT c.*, i.recording_ref
FROM cases c
LEFT JOIN fact_interaction i USING (interaction_id)
