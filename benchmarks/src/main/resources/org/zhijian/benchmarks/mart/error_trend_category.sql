-- Errors per 100 evaluations by the category of QA and by the category of errors (R9).
WITH evaluations AS (
    SELECT evaluation_id, evaluated_on, team, category
    FROM fact_evaluation
    WHERE published AND evaluated_on <= DATE '${run_date}'
),
inspected AS (
    SELECT period_type, period_start, team, category, count(*) AS evaluations
    FROM (SELECT unnest(trend_periods(evaluated_on), recursive := true), team, category FROM evaluations)
    GROUP BY GROUPING SETS (
        (period_type, period_start, team, category), (period_type, period_start, team),
        (period_type, period_start, category), (period_type, period_start))
    HAVING grouping(team) = 1 OR team IS NOT NULL
),
found AS (
    SELECT category_type, period_type, period_start, team, category, count(*) AS errors
    FROM (
        SELECT unnest(trend_periods(evaluated_on), recursive := true), team, category_type, category
        FROM (
            SELECT evaluated_on, team, 'qa' AS category_type, category
            FROM evaluations JOIN fact_error USING (evaluation_id)
            WHERE stands
            UNION ALL
            SELECT evaluated_on, team, 'error', t.category
            FROM evaluations JOIN fact_error USING (evaluation_id) JOIN dim_error_type t USING (error_code)
            WHERE stands))
    WHERE category IS NOT NULL
    GROUP BY GROUPING SETS (
        (category_type, period_type, period_start, team, category), (category_type, period_type, period_start, category))
    HAVING grouping(team) = 1 OR team IS NOT NULL
),
held_against AS (
    SELECT 'qa' AS category_type, category, period_type, period_start, team, evaluations
    FROM inspected
    WHERE category IS NOT NULL
    UNION ALL
    SELECT 'error', t.category, period_type, period_start, team, evaluations
    FROM inspected i
    CROSS JOIN (SELECT DISTINCT category FROM dim_error_type WHERE category IS NOT NULL) t
    WHERE i.category IS NULL
),
points AS (
    SELECT h.*, coalesce(f.errors, 0) AS errors
    FROM held_against h
    LEFT JOIN found f
        ON f.category_type = h.category_type AND f.category = h.category AND f.period_type = h.period_type
        AND f.period_start = h.period_start AND f.team IS NOT DISTINCT FROM h.team
),
${control_chart:category_type, category}
SELECT
    period_type, period_start, category_type, category, team, errors, evaluations, rate_per_100, previous_rate,
    last_year_rate, center_line, lower_limit, upper_limit, signal, control_periods,
    date_trunc('month', period_start)::DATE AS month
FROM judged
