-- Errors per 100 evaluations by week and month, by type, team and centre, with u-chart limits over the 12 periods before
-- and the first rule of a control chart that the period breaks (R9).
WITH evaluations AS (
    SELECT evaluation_id, evaluated_on, team
    FROM fact_evaluation
    WHERE published AND evaluated_on <= DATE '${run_date}'
),
inspected AS (
    SELECT period_type, period_start, team, count(*) AS evaluations
    FROM (SELECT unnest(trend_periods(evaluated_on), recursive := true), team FROM evaluations)
    GROUP BY GROUPING SETS ((period_type, period_start, team), (period_type, period_start))
    HAVING grouping(team) = 1 OR team IS NOT NULL
),
found AS (
    SELECT period_type, period_start, team, error_code, count(*) AS errors
    FROM (SELECT unnest(trend_periods(evaluated_on), recursive := true), team, error_code
          FROM evaluations JOIN fact_error USING (evaluation_id) WHERE stands)
    GROUP BY GROUPING SETS (
        (period_type, period_start, team, error_code), (period_type, period_start, team),
        (period_type, period_start, error_code), (period_type, period_start))
    HAVING grouping(team) = 1 OR team IS NOT NULL
),
types AS (
    SELECT error_code FROM dim_error_type
    UNION SELECT error_code FROM fact_error
    UNION ALL SELECT NULL
),
points AS (
    SELECT i.*, t.error_code, coalesce(f.errors, 0) AS errors
    FROM inspected i
    CROSS JOIN types t
    LEFT JOIN found f
        ON f.period_type = i.period_type AND f.period_start = i.period_start
        AND f.team IS NOT DISTINCT FROM i.team AND f.error_code IS NOT DISTINCT FROM t.error_code
),
${control_chart:error_code}
SELECT
    period_type, period_start, error_code, team, errors, evaluations, rate_per_100, previous_rate, last_year_rate,
    center_line, lower_limit, upper_limit, signal, control_periods, date_trunc('month', period_start)::DATE AS month
FROM judged
