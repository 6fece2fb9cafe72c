-- The month's vital few, and how far coaching about them has come (R13).
WITH by_month AS (
    FROM error_pareto WHERE period_type = 'month'
),
coachings AS (
    SELECT
        month, error_code,
        count(*) AS opened,
        count(*) FILTER (state IN ('passed', 'closed')) AS closed,
        count(*) FILTER (state = 'failed') AS failed
    FROM coaching_loop
    WHERE state <> 'missing'
    GROUP BY ALL
)
SELECT
    i.period_start AS month,
    i.error_code,
    i.errors,
    i.share,
    CASE WHEN i.period_start - INTERVAL 1 MONTH IN (SELECT period_start FROM by_month) THEN coalesce(p.errors, 0) END
        AS previous_errors,
    coalesce(opened, 0) AS coaching_opened,
    coalesce(closed, 0) AS coaching_closed,
    CASE
        WHEN coaching_opened = 0 THEN 'plan'
        WHEN coaching_closed = coaching_opened THEN 'act'
        WHEN coaching_closed + coalesce(failed, 0) > 0 THEN 'check'
        ELSE 'do'
    END AS status
FROM by_month i
LEFT JOIN by_month p ON p.period_start = i.period_start - INTERVAL 1 MONTH AND p.error_code = i.error_code
LEFT JOIN coachings c ON c.month = i.period_start AND c.error_code = i.error_code
WHERE i.vital_few
