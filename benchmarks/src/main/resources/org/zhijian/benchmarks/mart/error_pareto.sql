-- Error types by count, and the vital few (R9).
WITH found AS (
    SELECT period_type, period_start, error_code, count(*) AS errors
    FROM (SELECT unnest(trend_periods(evaluated_on), recursive := true), error_code
          FROM fact_evaluation JOIN fact_error USING (evaluation_id)
          WHERE published AND stands AND evaluated_on <= DATE '${run_date}')
    GROUP BY ALL
),
cumulated AS (
    SELECT
        *,
        (sum(errors) OVER (PARTITION BY period_type, period_start))::BIGINT AS total,
        (sum(errors) OVER (
            PARTITION BY period_type, period_start ORDER BY errors DESC, error_code
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))::BIGINT AS up_to_here
    FROM found
)
SELECT
    period_type,
    period_start,
    error_code,
    errors,
    errors / total AS share,
    up_to_here / total AS cumulative_share,
    (up_to_here - errors) * 100 < total * 80 AS vital_few,
    date_trunc('month', period_start)::DATE AS month
FROM cumulated
